import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectorNameProblem } from '../../src/walkthrough/commands.ts';
import { NO_FACTS } from '../../src/walkthrough/facts.ts';
import { stepsFor } from '../../src/walkthrough/steps.ts';
import type { Command, Facts, Pass } from '../../src/walkthrough/walkthrough.ts';
import { typedInCmd, typedInPowerShell } from './shells.ts';
import { anyFacts, anyPass, CONTOSO, FIRST_PASS, itemOf, itemsOf, KINDS, PURPOSES } from './some-facts.ts';

const RUN = /^Invoke-ADSyncRunProfile -ConnectorName '…' -RunProfileName '…'$/;
const PROFILES = [
  'Full Import',
  'Delta Synchronization',
  'Full Synchronization',
  '<Delta Synchronization OR Full Synchronization>',
];

function commandsFor(facts: Facts, pass: Pass = FIRST_PASS): readonly Command[] {
  return itemsOf(stepsFor(facts, pass)).flatMap((item) => item.commands);
}

// The commands that hold nothing an operator entered, and what the others look like without it.
const EVERY_PLAIN_FACTS = [NO_FACTS, CONTOSO].flatMap((facts) =>
  PURPOSES.flatMap((purpose) => KINDS.map((activeServerKind) => ({ ...facts, purpose, activeServerKind }))),
);
const FIXED = new Set(commandsFor(NO_FACTS).map(({ text }) => text));
const SKELETONS = new Set(
  EVERY_PLAIN_FACTS.flatMap((facts) => commandsFor(facts))
    .filter(({ shell }) => shell === 'powershell')
    .map(({ text }) => typedInPowerShell(text).skeleton),
);

describe('the commands, for any facts', () => {
  it('at a cmd prompt do what they say and nothing else', () => {
    fc.assert(
      fc.property(anyFacts, anyPass, (facts, pass) => {
        for (const { shell, text } of commandsFor(facts, pass)) {
          if (shell !== 'cmd' || FIXED.has(text)) continue;
          expect(['csexport', 'dir', 'md', 'icacls', 'stagewalk']).toContain(typedInCmd(text)[0]);
        }
      }),
    );
  });

  it('in PowerShell differ only inside their quoted strings', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { shell, text } of commandsFor(facts)) {
          if (shell === 'powershell') expect(SKELETONS).toContain(typedInPowerShell(text).skeleton);
        }
      }),
    );
  });

  it('never run an Export and never set staging mode', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { text } of commandsFor(facts)) {
          if (!text.startsWith('Invoke-')) continue;
          const { strings, skeleton } = typedInPowerShell(text);
          expect(skeleton).toMatch(RUN);
          expect(PROFILES).toContain(strings[1]);
        }
      }),
    );
    const verbs = [...SKELETONS].flatMap((skeleton) => skeleton.match(/\b[A-Z][a-z]+-[A-Z]\w+/g) ?? []);
    expect(new Set(verbs.filter((verb) => !verb.startsWith('Get-')))).toEqual(
      new Set([
        'Import-Module',
        'Format-List',
        'Format-Table',
        'Where-Object',
        'New-Item',
        'Invoke-ADSyncRunProfile',
        'Set-ADSyncScheduler',
      ]),
    );
    expect([...SKELETONS].filter((skeleton) => skeleton.startsWith('Set-'))).toEqual([
      'Set-ADSyncScheduler -SyncCycleEnabled $true',
    ]);
  });
});

describe('csexport', () => {
  it('goes to its folder, exports pending exports of the connector, and shows the file', () => {
    expect(itemOf(stepsFor(CONTOSO, FIRST_PASS), 'csexport-aad').commands.map(({ text }) => text)).toEqual([
      'cd /d "%ProgramFiles%\\Microsoft Azure AD Sync\\Bin"',
      'csexport "contoso.onmicrosoft.com - AAD" "C:\\ProgramData\\stagewalk\\20260301-2215-round1-aad.xml" /f:x',
      'dir "C:\\ProgramData\\stagewalk\\20260301-2215-round1-aad.xml"',
    ]);
  });

  it('writes into a file of its own in each round, of each walkthrough, for each connector', () => {
    const names = [
      FIRST_PASS,
      { ...FIRST_PASS, round: 2 },
      { ...FIRST_PASS, startedAt: '2026-04-01T22:15:00.000Z' },
    ].flatMap((pass) =>
      commandsFor(CONTOSO, pass)
        .filter(({ text }) => text.startsWith('csexport '))
        .map(({ text }) => typedInCmd(text)[2]),
    );
    expect(names).toHaveLength(9);
    expect(new Set(names).size).toBe(9);
  });

  it('keeps names apart that look alike', () => {
    const adConnectors = ['contoso.com', 'contoso-com', 'contoso com', 'ü.com', 'ö.com', '---', '...'];
    const ids = itemsOf(stepsFor({ ...CONTOSO, adConnectors }, FIRST_PASS)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('carries a difficult name right, and finds the connector by it', () => {
    const facts = { ...CONTOSO, aadConnector: "contoso's – AAD" };
    const texts = commandsFor(facts).map(({ text }) => text);
    expect(texts).toContain(
      'csexport "contoso\'s – AAD" "C:\\ProgramData\\stagewalk\\20260301-2215-round1-aad.xml" /f:x',
    );
    expect(texts).toContain(
      "Invoke-ADSyncRunProfile -ConnectorName 'contoso''s – AAD' -RunProfileName 'Full Import'",
    );
  });

  it('shows a placeholder for a name that cannot be typed, and says what to do', () => {
    const item = itemOf(
      stepsFor({ ...CONTOSO, aadConnector: 'contoso "new" & calc' }, FIRST_PASS),
      'csexport-aad',
    );
    expect(item.commands[1]?.text).toMatch(/^csexport "<NAME OF THE CONNECTOR>" /);
    expect(item.todo.join(' ')).toContain('double quote');
    expect(connectorNameProblem('contoso.com')).toBeNull();
  });
});

describe('while nothing has been entered', () => {
  const steps = stepsFor({ ...NO_FACTS, exportFolder: '' }, FIRST_PASS);

  it('every command that needs a name or a folder shows a placeholder that Windows refuses', () => {
    const needing = itemsOf(steps)
      .flatMap((item) => item.commands)
      .filter(({ text }) => /^(csexport|Invoke-|md|icacls|dir|stagewalk|\$folder)/.test(text));
    expect(needing.length).toBeGreaterThan(10);
    for (const { text } of needing) expect(text).toMatch(/<(NAME OF THE CONNECTOR|EXPORT FOLDER)>/);
  });

  it('items ask for what is missing', () => {
    const asked = itemsOf(steps).flatMap((item) => item.asks);
    for (const fact of [
      'purpose',
      'stagingServer',
      'activeServerKind',
      'adConnectors',
      'aadConnector',
      'exportFolder',
      'rulesChanged',
    ]) {
      expect(asked).toContain(fact);
    }
  });
});
