import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cmdArgument, powershellString } from '../../src/walkthrough/quoting.ts';
import { typedInCmd, typedInPowerShell } from './shells.ts';
import { anyName } from './some-facts.ts';

describe('an argument typed at a cmd prompt', () => {
  it.each([
    ['contoso.com', '"contoso.com"'],
    ["contoso's – AAD", '"contoso\'s – AAD"'],
    ['a & b | c > d', '"a & b | c > d"'],
    ['100% sure', '"100"^%" sure"'],
    ['%PATH%', '^%"PATH"^%'],
    ['C:\\', '"C:\\\\"'],
    ['50%% off', '"50"^%""^%" off"'],
  ])('%s is written %s', (text, written) => {
    expect(cmdArgument(text)).toBe(written);
  });

  it.each(['', 'a"b', 'a\nb', 'a\rb', 'a\u0000b', 'a\u001bb', 'a\u0085b', 'a\u2028b'])(
    '%j is refused',
    (text) => {
      expect(cmdArgument(text)).toBeNull();
    },
  );

  it('puts no variable between two percent signs, not even one called ^', () => {
    const argument = cmdArgument('a%%b');
    expect(typedInCmd(`csexport ${argument} /f:x`, { '^': '" & calc & "' })).toEqual([
      'csexport',
      'a%%b',
      '/f:x',
    ]);
  });

  it('reaches the program as it is, whatever variables exist, and nothing else runs', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const argument = cmdArgument(name);
        fc.pre(argument !== null);
        const hostile = Object.fromEntries(
          ['PATH', ...name.split('%')].filter((part) => part !== '').map((part) => [part, '" & calc & "']),
        );
        expect(typedInCmd(`csexport ${argument} /f:x`, hostile)).toEqual(['csexport', name, '/f:x']);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a string in PowerShell', () => {
  it.each([
    ['contoso.com', "'contoso.com'"],
    ["contoso's – AAD", "'contoso''s – AAD'"],
    ['O’Brien', "'O’’Brien'"],
    ['‘‚‛', "'‘‘‚‚‛‛'"],
    ['$(calc) `" ; %PATH%', "'$(calc) `\" ; %PATH%'"],
  ])('%s is written %s', (text, written) => {
    expect(powershellString(text)).toBe(written);
  });

  it.each(['', 'a\nb', 'a\u0000b', 'a\u0007b', 'a\u2029b'])('%j is refused', (text) => {
    expect(powershellString(text)).toBeNull();
  });

  it('is one string that means the name, whatever quotes the name holds', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const written = powershellString(name);
        fc.pre(written !== null);
        expect(typedInPowerShell(`Run -Name ${written} -Now`)).toEqual({
          strings: [name],
          skeleton: "Run -Name '…' -Now",
        });
      }),
      { numRuns: 500 },
    );
  });
});
