import fc from 'fast-check';
import { NO_FACTS } from '../../src/walkthrough/facts.ts';
import type {
  ActiveServerKind,
  Facts,
  Item,
  Pass,
  Purpose,
  Step,
} from '../../src/walkthrough/walkthrough.ts';

export const KINDS: readonly ActiveServerKind[] = ['connect', 'azure-ad-sync', 'dirsync', 'fim', 'none'];
export const PURPOSES: readonly Purpose[] = ['availability', 'trial', 'replacement'];
export const FIRST_PASS: Pass = { round: 1, startedAt: '2026-03-01T22:15:00.000Z' };

/** What an operator of a small company has entered. */
export const CONTOSO: Facts = {
  ...NO_FACTS,
  purpose: 'replacement',
  activeServerKind: 'connect',
  activeServer: 'SYNC01',
  stagingServer: 'STAGE01',
  adConnectors: ['contoso.com', 'fabrikam.com'],
  aadConnector: 'contoso.onmicrosoft.com - AAD',
  rulesChanged: false,
};

const orNull = <Value>(...values: readonly Value[]) => fc.constantFrom(null, ...values);

/** Names as people and attackers write them: quotes of all kinds, percent signs, ends of lines, shell characters. */
export const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        ...'\'"‘’‚‛“”„%^&|<>();$`\\!{}@#\r\n\t\u0000\u001b –-./:*?',
        'contoso',
        '%PATH%',
        '" & calc & "',
        "'; Invoke-ADSyncRunProfile -RunProfileName 'Export'; '",
        '$(calc)',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  purpose: orNull(...PURPOSES),
  activeServerKind: orNull(...KINDS),
  activeServer: anyName,
  stagingServer: anyName,
  adConnectors: fc.array(anyName, { maxLength: 4 }),
  aadConnector: anyName,
  exportFolder: fc.oneof(
    fc.constantFrom('C:\\exports', '\\\\files\\share\\x', 'C:\\', ''),
    anyName.map((name) => `D:\\${name}`),
    anyName,
  ),
  rulesChanged: orNull(true, false),
  passwordHashSync: orNull(true, false),
  passwordWriteback: orNull(true, false),
  passThroughAuthentication: orNull(true, false),
  deletionThreshold: fc.constantFrom(1, 500, 20_000),
});

export const anyPass: fc.Arbitrary<Pass> = fc.record({
  round: fc.integer({ min: 1, max: 50 }),
  startedAt: fc.constant('2026-03-01T22:15:00.000Z'),
});

/** All that an operator reads of an item. */
export function itemText(item: Item): string {
  const { title, danger, todo, commands, clicks, why, worked, wrong, formerly } = item;
  return [
    title,
    danger,
    ...todo,
    ...commands.map(({ text }) => text),
    ...clicks,
    why,
    worked,
    ...wrong,
    formerly,
  ]
    .filter((text) => text !== null)
    .join('\n');
}

export function itemsOf(steps: readonly Step[]): Item[] {
  return steps.flatMap((step) => step.items);
}

export function itemOf(steps: readonly Step[], id: string): Item {
  const found = itemsOf(steps).find((item) => item.id === id);
  if (found === undefined)
    throw new Error(
      `no item ${id} among ${itemsOf(steps)
        .map((item) => item.id)
        .join(', ')}`,
    );
  return found;
}
