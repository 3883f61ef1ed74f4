import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newWalkthrough, reduceWalkthrough } from '../../src/walkthrough/reduce-walkthrough.ts';
import { openStore } from '../../src/walkthrough/store.ts';
import type { Walkthrough } from '../../src/walkthrough/walkthrough.ts';
import { CONTOSO } from './some-facts.ts';

const AT = new Date('2026-03-01T22:15:00Z');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagewalk-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function worked(training: string | null = null): Walkthrough {
  const begun = newWalkthrough(AT, training, CONTOSO);
  return (
    [
      { type: 'tick', key: 'full-import-ad-contoso-com#1', at: AT },
      { type: 'tick', key: '__proto__', at: AT },
      { type: 'answer', question: 'downtime', option: 'hour', at: AT },
      { type: 'open-exports', files: ['/exports/aad.xml'], at: AT },
      { type: 'pass-guard', typed: 'STAGE01', at: AT },
      { type: 'go', screen: 'switch', at: AT },
    ] as const
  ).reduce(reduceWalkthrough, begun);
}

describe('what was saved', () => {
  it('is there at the next start, whole', () => {
    expect(openStore(folder).save(worked())).toEqual({ ok: true, said: 'Saved.' });
    expect(openStore(folder).load()).toEqual({ walkthrough: worked(), setAside: null });
  });

  it('is nothing at the first start, and nobody is told anything', () => {
    expect(openStore(folder).load()).toEqual({ walkthrough: null, setAside: null });
  });

  it('is readable by its owner alone', () => {
    openStore(folder).save(worked());
    openStore(folder).save(worked('contoso'));
    const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
    expect(modes).toEqual([
      ['training.json', 0o600],
      ['walkthrough.json', 0o600],
    ]);
  });

  it('goes into a folder that does not exist yet', () => {
    const deep = join(folder, 'a', 'b');
    expect(openStore(deep).save(worked()).ok).toBe(true);
    expect(openStore(deep).load().walkthrough).toEqual(worked());
    expect(openStore(deep).folder).toBe(deep);
  });

  it('has been said, whole: no earlier tick comes back', () => {
    const store = openStore(folder);
    store.save(worked());
    store.save(newWalkthrough(AT, null));
    expect(store.load().walkthrough).toEqual(newWalkthrough(AT, null));
  });
});

describe('a training', () => {
  it('is kept apart from the real walkthrough', () => {
    const store = openStore(folder);
    store.save(worked());
    store.save(worked('contoso'));
    store.save(newWalkthrough(AT, 'contoso'));
    expect(store.load().walkthrough).toEqual(worked());
    expect(store.load('contoso').walkthrough).toEqual(newWalkthrough(AT, 'contoso'));
  });

  it('of another scenario is not resumed, and no damage', () => {
    const store = openStore(folder);
    store.save(worked('contoso'));
    expect(store.load('fabrikam')).toEqual({ walkthrough: null, setAside: null });
    expect(store.load('contoso').walkthrough).toEqual(worked('contoso'));
  });

  it('of another scenario does not take its place', () => {
    const store = openStore(folder);
    store.save(worked('contoso'));
    store.save(worked('server-gone'));
    expect(store.load('contoso').walkthrough).toEqual(worked('contoso'));
    expect(store.load('server-gone').walkthrough).toEqual(worked('server-gone'));
  });

  it('put where the real walkthrough belongs is set aside', () => {
    writeFileSync(join(folder, 'walkthrough.json'), JSON.stringify(worked('contoso')));
    const { walkthrough, setAside } = openStore(folder).load();
    expect(walkthrough).toBeNull();
    expect(setAside).toContain('it belongs to a training');
  });
});

const good = JSON.parse(JSON.stringify(newWalkthrough(AT, null, CONTOSO)));
const DAMAGED: readonly (readonly [string, string])[] = [
  ['an empty file', ''],
  ['half a file', JSON.stringify(good).slice(0, 200)],
  ['zeros, as a crash of the disk leaves them', '\0'.repeat(400)],
  ['a list', '[1]'],
  ['null', 'null'],
  ['no version', '{"a":1}'],
  ['a later version', JSON.stringify({ ...good, version: 2 })],
  ['an unknown screen', JSON.stringify({ ...good, screen: 'kitchen' })],
  ['a round of zero', JSON.stringify({ ...good, round: 0 })],
  ['ticks that are no ticks', JSON.stringify({ ...good, done: { a: true } })],
  ['ticks that are a list', JSON.stringify({ ...good, done: [{ at: good.startedAt }] })],
  ['a time that is none', JSON.stringify({ ...good, startedAt: 'yesterday' })],
  ['facts with a number for a name', JSON.stringify({ ...good, facts: { ...good.facts, stagingServer: 7 } })],
  ['facts with an unknown purpose', JSON.stringify({ ...good, facts: { ...good.facts, purpose: 'fun' } })],
  ['a fact left out', JSON.stringify({ ...good, facts: { ...good.facts, rulesChanged: undefined } })],
  [
    'connectors that are no list',
    JSON.stringify({ ...good, facts: { ...good.facts, adConnectors: 'contoso.com' } }),
  ],
  ['answers that are no text', JSON.stringify({ ...good, answers: { downtime: 3 } })],
  ['a switch without its points', JSON.stringify({ ...good, switchedWith: { at: good.startedAt } })],
];

describe('a damaged state file', () => {
  it.each(DAMAGED)('(%s) is set aside whole, with one sentence, and the program goes on', (_, text) => {
    const path = join(folder, 'walkthrough.json');
    writeFileSync(path, text);
    const store = openStore(folder);
    const { walkthrough, setAside } = store.load();
    expect(walkthrough).toBeNull();
    const [beside, ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    expect(beside).toMatch(/^walkthrough-damaged-\d{8}T\d{9}Z\.json$/);
    expect(readFileSync(join(folder, String(beside)), 'utf8')).toBe(text);
    expect(setAside).toMatch(
      /^The saved walkthrough cannot be used \(.+\): it is kept as .+, and a new one begins\.$/,
    );
    expect(setAside).toContain(String(beside));
    expect(store.save(worked()).ok).toBe(true);
    expect(openStore(folder).load().walkthrough).toEqual(worked());
  });

  it('with more in it than this version knows is read, and the rest left out', () => {
    writeFileSync(
      join(folder, 'walkthrough.json'),
      `\ufeff${JSON.stringify({ ...good, extra: 1, facts: { ...good.facts, extra: '\u001b[31m', stagingServer: ' STAGE01\u0007' } })}`,
    );
    expect(openStore(folder).load()).toEqual({
      walkthrough: newWalkthrough(AT, null, CONTOSO),
      setAside: null,
    });
  });
});

describe('a walkthrough that is begun again', () => {
  it('keeps the file of the one before under another name, and says which', () => {
    const store = openStore(folder);
    store.save(worked());
    const { ok, said } = store.keepBeside(worked());
    expect(ok).toBe(true);
    const [beside, ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    expect(beside).toMatch(/^walkthrough-until-\d{8}T\d{9}Z\.json$/);
    expect(said).toBe(`What was saved before is kept as ${join(folder, String(beside))}`);
    expect(store.load()).toEqual({ walkthrough: null, setAside: null });
    expect(store.keepBeside(worked())).toEqual({ ok: true, said: 'Nothing was saved before.' });
  });

  it('leaves the real one alone where a training is begun again', () => {
    const store = openStore(folder);
    store.save(worked());
    store.save(worked('contoso'));
    store.keepBeside(worked('contoso'));
    expect(store.load().walkthrough).toEqual(worked());
    expect(store.load('contoso').walkthrough).toBeNull();
  });
});

describe('a folder that cannot be used', () => {
  it('is said when saving, and nothing is thrown', () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'in the way');
    const store = openStore(file);
    const { ok, said } = store.save(worked());
    expect(ok).toBe(false);
    expect(said).toMatch(/^Not saved: .*(ENOTDIR|EEXIST).*\. stagewalk goes on, but cannot resume here\.$/);
    expect(readFileSync(file, 'utf8')).toBe('in the way');
  });

  it('is said when loading, in one sentence', () => {
    mkdirSync(join(folder, 'walkthrough.json'));
    const store = openStore(folder);
    expect(store.load()).toEqual({
      walkthrough: null,
      setAside: expect.stringMatching(/^The saved walkthrough cannot be opened: .*EISDIR.* is not saved\.$/),
    });
    expect(store.save(worked())).toEqual({
      ok: false,
      said: 'Not saved: what was saved before cannot be read, and is not written over.',
    });
  });
});

describe('an account without a home folder', () => {
  it('has no state folder, not one in the current folder', () => {
    vi.stubEnv('HOME', '');
    const store = openStore();
    vi.unstubAllEnvs();
    expect(store.folder).toBe(null);
  });

  it('is told what to do, when saving', () => {
    vi.stubEnv('HOME', '');
    const { ok, said } = openStore().save(worked());
    vi.unstubAllEnvs();
    expect({ ok, said }).toEqual({
      ok: false,
      said: 'Not saved: this account has no home folder; name one with --state. stagewalk goes on, but cannot resume here.',
    });
  });
});

describe('a program killed while it saves', () => {
  it('leaves a whole walkthrough behind, every time', async () => {
    for (let round = 0; round < 3; round++) {
      const script = fileURLToPath(new URL('./saving-forever.ts', import.meta.url));
      const saving = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise((resolve) => saving.stdout.once('data', resolve));
      const closed = new Promise((resolve) => saving.once('close', resolve));
      saving.kill('SIGKILL');
      await closed;
      const { walkthrough, setAside } = openStore(folder).load();
      expect(setAside).toBeNull();
      expect(walkthrough?.round).toBeGreaterThan(20);
    }
  });
});
