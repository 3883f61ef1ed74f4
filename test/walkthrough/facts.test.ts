import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnown, NO_FACTS, normalizeFacts } from '../../src/walkthrough/facts.ts';
import { anyFacts, CONTOSO } from './some-facts.ts';

describe('facts as they are kept', () => {
  it('have no spaces around them and no control or hidden characters in them', () => {
    const facts = normalizeFacts({
      ...CONTOSO,
      stagingServer: ' STAGE01\r\n',
      activeServer: '\u202eSYNC01\u001b[31m',
      aadConnector: '\ufeffcontoso.onmicrosoft.com - AAD\u200b ',
    });
    expect(facts.stagingServer).toBe('STAGE01');
    expect(facts.activeServer).toBe('SYNC01[31m');
    expect(facts.aadConnector).toBe('contoso.onmicrosoft.com - AAD');
  });

  it('name each connector once, and none both AD and AAD', () => {
    const { adConnectors } = normalizeFacts({
      ...CONTOSO,
      adConnectors: ['contoso.com', '', ' CONTOSO.com ', 'Contoso.onmicrosoft.com - AAD', 'fabrikam.com'],
    });
    expect(adConnectors).toEqual(['contoso.com', 'fabrikam.com']);
  });

  it.each([
    ['C:\\exports\\', 'C:\\exports'],
    ['C:\\', 'C:\\'],
  ])('write the folder %s as %s', (typed, kept) => {
    expect(normalizeFacts({ ...CONTOSO, exportFolder: typed }).exportFolder).toBe(kept);
  });

  it.each([0, -3, 1.5, Number.NaN])('take 500 for a threshold of %s', (deletionThreshold) => {
    expect(normalizeFacts({ ...CONTOSO, deletionThreshold }).deletionThreshold).toBe(500);
  });

  it('stay the same when they are normalized again', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(normalizeFacts(normalizeFacts(facts))).toEqual(normalizeFacts(facts));
      }),
    );
  });
});

describe('a fact is known', () => {
  it('when it has been said: no is an answer', () => {
    expect(isKnown({ ...NO_FACTS, rulesChanged: false }, 'rulesChanged')).toBe(true);
    expect(isKnown(NO_FACTS, 'rulesChanged')).toBe(false);
    expect(isKnown(NO_FACTS, 'adConnectors')).toBe(false);
    expect(isKnown(CONTOSO, 'adConnectors')).toBe(true);
  });

  it('for the name of a server that is gone, without a name', () => {
    expect(isKnown({ ...NO_FACTS, activeServerKind: 'none' }, 'activeServer')).toBe(true);
    expect(isKnown({ ...NO_FACTS, activeServerKind: 'fim' }, 'activeServer')).toBe(false);
  });

  it.each(['exports', '%TEMP%\\x', 'C:exports', 'C:\\a"b', 'C:\\a*', ''])(
    'not for the folder %j, which is no whole path',
    (folder) => {
      expect(isKnown({ ...NO_FACTS, exportFolder: folder }, 'exportFolder')).toBe(false);
    },
  );

  it.each(['C:\\ProgramData\\stagewalk', 'd:\\', '\\\\files\\exports\\aad'])(
    'for the folder %s',
    (folder) => {
      expect(isKnown({ ...NO_FACTS, exportFolder: folder }, 'exportFolder')).toBe(true);
    },
  );
});
