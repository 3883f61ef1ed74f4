import type { Services } from '../../screens/services.ts';
import { newWalkthrough } from '../../src/walkthrough/reduce-walkthrough.ts';
import type { Facts, Walkthrough } from '../../src/walkthrough/walkthrough.ts';

/** The moment at which the walkthrough of every test began. */
export const NOW = new Date('2026-11-21T22:14:00Z');

/** The moment at which the operator presses keys. */
export const LATER = new Date('2026-11-21T23:59:00Z');

/** Effects that only note what was asked of them. */
export interface FakeServices extends Services {
  readonly saved: Walkthrough[];
  readonly kept: Walkthrough[];
  readonly copied: string[];
  readonly opened: (readonly string[])[];
}

/** Effects for a test; `files` is what each folder holds. */
export function fakeServices(files: readonly string[] = [], changes: Partial<Services> = {}): FakeServices {
  const saved: Walkthrough[] = [];
  const kept: Walkthrough[] = [];
  const copied: string[] = [];
  const opened: (readonly string[])[] = [];
  return {
    saved,
    kept,
    copied,
    opened,
    save: (walkthrough) => {
      saved.push(walkthrough);
      return { ok: true, said: '' };
    },
    keepBeside: (walkthrough) => {
      kept.push(walkthrough);
      return { ok: true, said: 'What was saved before is kept as C:\\state\\walkthrough-until-1.json' };
    },
    loadExports: (asked, listen) => {
      opened.push(asked);
      queueMicrotask(() => listen({ kind: 'done' }));
      return { stop: () => undefined };
    },
    readObject: () => Promise.reject(new Error('not in this test')),
    flowsOf: () => Promise.reject(new Error('not in this test')),
    compareServers: () => Promise.reject(new Error('not in this test')),
    copy: async (text) => {
      copied.push(text);
      return { ok: true, said: 'Copied to the clipboard.' };
    },
    exportShown: async () => ({ ok: true, said: 'written' }),
    proposeExportPath: () => 'C:\\exports\\shown.csv',
    exportFilesIn: async () => files,
    writeRunbook: async (_, path) => ({ ok: true, said: `Wrote ${path}` }),
    now: () => LATER,
    ...changes,
  };
}

/** What an operator has entered. */
export const FACTS: Partial<Facts> = {
  purpose: 'availability',
  activeServerKind: 'connect',
  activeServer: 'SYNC01',
  stagingServer: 'SYNC02',
  adConnectors: ['contoso.com', 'fabrikam.com'],
  aadConnector: 'contoso.onmicrosoft.com - AAD',
  exportFolder: 'C:\\exports',
};

/** A walkthrough that began at {@link NOW}, with these facts and changes. */
export function walkthroughWith(
  facts: Partial<Facts> = FACTS,
  changes: Partial<Walkthrough> = {},
): Walkthrough {
  const fresh = newWalkthrough(NOW, null);
  return { ...fresh, facts: { ...fresh.facts, ...facts }, ...changes };
}
