import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FACTS } from '../../src/walkthrough/facts.ts';
import { stepFor, stepsFor } from '../../src/walkthrough/steps.ts';
import { type Facts, STEP_IDS } from '../../src/walkthrough/walkthrough.ts';
import { anyFacts, CONTOSO, FIRST_PASS, itemOf, itemsOf, itemText } from './some-facts.ts';

const steps = (said: Partial<Facts> = {}) => stepsFor({ ...CONTOSO, ...said }, FIRST_PASS);
const ids = (said: Partial<Facts> = {}, step: (typeof STEP_IDS)[number] = 'switch') =>
  stepFor(step, { ...CONTOSO, ...said }, FIRST_PASS).items.map(({ id }) => id);

describe('Prepare on a server that was a spare already', () => {
  it('does not have its scheduler switched off, which could switch off that of the active server', () => {
    const text = itemText(itemOf(steps(), 'see-staging-mode'));
    expect(text).toContain('leave it so, and do not switch it off');
    expect(text).toContain('On SYNC01, run them too: SyncCycleEnabled must still be True there.');
    expect(text).not.toContain('-SyncCycleEnabled $false');
  });
});

describe('the steps, for any facts', () => {
  it('are the six of the article, and each item says everything', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const all = stepsFor(facts, FIRST_PASS);
        expect(all.map(({ id }) => id)).toEqual(STEP_IDS);
        const items = itemsOf(all);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        for (const item of items) {
          for (const text of [item.id, item.title, ...item.todo, item.why, item.worked, ...item.wrong]) {
            expect(text.trim()).not.toBe('');
          }
          expect(item.todo.length).toBeGreaterThan(0);
          expect(itemText(item)).not.toMatch(/undefined|null\b|\[object|NaN/);
        }
      }),
    );
  });

  it('let no control character of an entered name through', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const item of itemsOf(stepsFor(facts, FIRST_PASS))) {
          expect(itemText(item).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });
});

describe('Configuration', () => {
  it('asks for no look at a server that is gone', () => {
    const gone = steps({ activeServerKind: 'none', activeServer: '' });
    for (const id of [
      'compare-configuration',
      'repeat-custom-changes',
      'check-filters',
      'check-source-anchor',
    ]) {
      const text = itemText(itemOf(gone, id));
      expect(text).toContain('the server that is gone');
      expect(text).not.toMatch(/the active server and|two folders of the item/);
    }
    expect(itemText(itemOf(steps(), 'check-filters'))).toContain('on SYNC01 and on STAGE01 side by side');
  });

  it('says where an older product shows its source anchor', () => {
    expect(itemText(itemOf(steps({ activeServerKind: 'dirsync' }), 'check-source-anchor'))).toContain(
      'DirSync uses objectGUID',
    );
    expect(itemText(itemOf(steps(), 'check-source-anchor'))).not.toContain('DirSync');
  });
});

describe('Import and synchronize', () => {
  const runs = (said: Partial<Facts>) =>
    ids(said, 'import-and-synchronize').filter((id) => /-(ad-.*|aad)$/.test(id));

  it('imports each AD connector, then AAD, then synchronizes in the same order', () => {
    expect(runs({ rulesChanged: false })).toEqual([
      'full-import-ad-contoso-com',
      'full-import-ad-fabrikam-com',
      'full-import-aad',
      'delta-synchronization-ad-contoso-com',
      'delta-synchronization-ad-fabrikam-com',
      'delta-synchronization-aad',
    ]);
  });

  it('is Full Synchronization once rules changed, in titles, clicks and commands', () => {
    expect(runs({ rulesChanged: true }).filter((id) => id.includes('synchronization'))).toEqual([
      'full-synchronization-ad-contoso-com',
      'full-synchronization-ad-fabrikam-com',
      'full-synchronization-aad',
    ]);
    const run = itemOf(steps({ rulesChanged: true }), 'full-synchronization-aad');
    expect(run.title).toBe('Full Synchronization of "contoso.onmicrosoft.com - AAD"');
    expect(run.clicks.join(' ')).toContain('Select Full Synchronization');
    expect(run.commands.map(({ text }) => text)).toEqual([
      "Invoke-ADSyncRunProfile -ConnectorName 'contoso.onmicrosoft.com - AAD' -RunProfileName 'Full Synchronization'",
    ]);
  });

  it('asks, and names no runnable synchronization, while it is not known whether rules changed', () => {
    const all = steps({ rulesChanged: null });
    expect(itemOf(all, 'say-rules-changed').asks).toEqual(['rulesChanged']);
    expect(itemOf(all, 'synchronization-aad').commands[0]?.text).toContain(
      "-RunProfileName '<Delta Synchronization OR Full Synchronization>'",
    );
  });

  it('warns on every run that Export is in the same list', () => {
    for (const id of runs({})) expect(itemOf(steps(), id).danger).toMatch(/Export\. It really exports/);
  });
});

describe('Verify', () => {
  it('exports AAD and every AD connector, and opens all these files as one table', () => {
    expect(ids({}, 'verify').filter((id) => id.startsWith('csexport'))).toEqual([
      'csexport-aad',
      'csexport-ad-contoso-com',
      'csexport-ad-fabrikam-com',
    ]);
    expect(itemOf(steps(), 'open-table').commands[0]?.text).toBe(
      'stagewalk triage "C:\\ProgramData\\stagewalk\\20260301-2215-round1-aad.xml" "C:\\ProgramData\\stagewalk\\20260301-2215-round1-ad-contoso-com.xml" "C:\\ProgramData\\stagewalk\\20260301-2215-round1-ad-fabrikam-com.xml"',
    );
  });

  it('shows in the run history whether an export was forced by hand', () => {
    const item = itemOf(steps(), 'no-export-ran');
    expect(item.commands[0]?.text).toMatch(/^Get-ADSyncRunProfileResult .*-like '\*export\*'/);
    expect(item.clicks.join(' ')).toContain('tab Operations');
    expect(item.everyRound).toBe(true);
  });

  it('says that csexport does not overwrite, and how to get a new file', () => {
    expect(itemOf(steps(), 'csexport-aad').wrong[0]).toBe(
      'csexport never overwrites. The time of the file is not now? It is an old one: del "C:\\ProgramData\\stagewalk\\20260301-2215-round1-aad.xml", then run csexport again.',
    );
  });

  it('names the deletion threshold that was entered', () => {
    expect(itemOf(steps({ deletionThreshold: 42 }), 'explain-deletes').why).toContain(
      'With 42 deletes or more the whole export stops',
    );
  });
});

describe('Prepare', () => {
  it('proposes a folder that outlives the session, closed to others', () => {
    const item = itemOf(steps(), 'make-export-folder');
    expect(item.commands.map(({ text }) => text)).toEqual([
      'md "C:\\ProgramData\\stagewalk"',
      'icacls "C:\\ProgramData\\stagewalk" /inheritance:r /grant:r "%USERDOMAIN%\\%USERNAME%:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F"',
    ]);
    expect(item.wrong[0]).toMatch(/%TEMP%.*deleted at sign-off/);
  });

  it('leaves the scheduler off and says the seven-day limit, and Switch ends with turning it on', () => {
    expect(itemOf(steps(), 'see-staging-mode').why).toMatch(
      /on again at the end.*7 days, a staging server too/,
    );
    for (const purpose of ['availability', 'trial', 'replacement', null] as const) {
      expect(ids({ purpose }).at(-1)).toBe('scheduler-on');
    }
    expect(itemOf(steps(), 'scheduler-on').commands.at(-1)?.text).toBe(
      'Set-ADSyncScheduler -SyncCycleEnabled $true',
    );
  });
});

describe('Switch', () => {
  it.each([
    ['connect', 'stop-active-connect', /Configure staging mode/],
    ['azure-ad-sync', 'stop-active-azure-ad-sync', /no staging mode: the server is turned off/],
    ['dirsync', 'stop-active-dirsync', /no staging mode: the server is turned off/],
    ['fim', 'stop-active-fim', /management agent for Azure AD/],
    ['none', 'see-old-server-gone', /cannot come back/],
  ] as const)('stops %s before staging mode ends', (activeServerKind, id, says) => {
    const order = ids({ activeServerKind });
    expect(order.indexOf(id)).toBeGreaterThanOrEqual(0);
    expect(order.indexOf(id)).toBeLessThan(order.indexOf('disable-staging-mode'));
    const item = itemOf(steps({ activeServerKind }), id);
    expect(itemText(item)).toMatch(says);
    expect(item.danger).toMatch(/Never two active servers/);
  });

  it('asks what the active server is while nobody has said, and shows no way of stopping it', () => {
    const order = ids({ activeServerKind: null });
    expect(order).toContain('say-active-server-kind');
    expect(order.filter((id) => id.startsWith('stop-active'))).toEqual([]);
  });

  it('ends as the purpose asks', () => {
    expect(ids({ purpose: 'availability' })).toContain('keep-the-spare');
    expect(ids({ purpose: 'trial' })).toContain('repeat-change-on-the-other');
    expect(ids({ purpose: 'replacement' }).slice(-5)).toEqual([
      'wait-before-retirement',
      'move-pass-through-agents',
      'uninstall-old-server',
      'clean-up-after-old-server',
      'scheduler-on',
    ]);
    expect(ids({ purpose: null })).toContain('say-purpose-for-the-end');
  });

  it('never starts a turned-off server again to retire it', () => {
    const order = ids({ purpose: 'replacement', activeServerKind: 'dirsync' });
    expect(order).toContain('leave-turned-off');
    expect(order).not.toContain('uninstall-old-server');
  });

  it('sees to pass-through agents before an old server is turned off, unless they are not in use', () => {
    const order = ids({ activeServerKind: 'dirsync' });
    expect(order.indexOf('pass-through-agents')).toBeLessThan(order.indexOf('stop-active-dirsync'));
    expect(order.indexOf('pass-through-agents')).toBeGreaterThanOrEqual(0);
    expect(ids({ activeServerKind: 'dirsync', passThroughAuthentication: false })).not.toContain(
      'pass-through-agents',
    );
  });

  it('looks after hash synchronization and writeback, unless they are not in use', () => {
    expect(itemText(itemOf(steps(), 'hash-sync-catches-up'))).toMatch(
      /Do not restart[\s\S]*654 and 656[\s\S]*657/,
    );
    expect(itemOf(steps(), 'disable-staging-mode').danger).toContain('password writeback');
    const without = ids({ passwordHashSync: false, passwordWriteback: false });
    expect(without).not.toContain('hash-sync-catches-up');
    expect(without).not.toContain('try-password-writeback');
    expect(itemOf(steps({ passwordWriteback: false }), 'disable-staging-mode').danger).not.toContain(
      'writeback',
    );
  });

  it('says on which server each half is done', () => {
    expect(itemOf(steps(), 'stop-active-connect').title).toBe('Put SYNC01 into staging mode');
    expect(itemOf(steps(), 'disable-staging-mode').title).toBe('Disable staging mode on STAGE01');
    const nameless = stepsFor({ ...NO_FACTS, activeServerKind: 'connect' }, FIRST_PASS);
    expect(itemOf(nameless, 'stop-active-connect').title).toBe('Put the active server into staging mode');
    expect(itemOf(nameless, 'disable-staging-mode').title).toBe('Disable staging mode on the staging server');
  });
});

describe('Configuration', () => {
  it('has the change to try only in a trial', () => {
    expect(ids({ purpose: 'trial' }, 'configuration')).toContain('make-trial-change');
    expect(ids({ purpose: 'replacement' }, 'configuration')).not.toContain('make-trial-change');
  });

  it('compares by eye with a product that has no configuration to export', () => {
    expect(itemOf(steps({ activeServerKind: 'dirsync' }), 'compare-configuration').todo.join(' ')).toContain(
      'by eye',
    );
    expect(itemOf(steps(), 'compare-configuration').todo.join(' ')).toContain('stagewalk configuration');
  });
});
