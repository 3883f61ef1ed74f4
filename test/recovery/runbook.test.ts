import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/recovery/questions.ts';
import { missingForRunbook, type Runbook, runbookFor } from '../../src/recovery/runbook/runbook.ts';
import { runbookHtml } from '../../src/reports/runbook-html.ts';
import { runbookMarkdown } from '../../src/reports/runbook-markdown.ts';
import { NO_FACTS, normalizeFacts } from '../../src/walkthrough/facts.ts';
import { readScenario } from '../../src/walkthrough/scenarios.ts';
import type { Facts } from '../../src/walkthrough/walkthrough.ts';
import { anyFacts } from '../walkthrough/some-facts.ts';

const NOW = new Date('2026-11-22T20:00:00Z');
const { facts: TRAINING } = readScenario('contoso');
const CALM = {
  'old-passwords': 'accepted',
  'real-time': 'no',
  complexity: 'simple',
  night: 'several',
  'second-site': 'no',
};
const ANSWERS: Readonly<Record<string, Answers>> = {
  rebuild: { ...CALM, downtime: 'hours' },
  staging: { ...CALM, downtime: 'hour' },
  'virtual-machine': { ...CALM, downtime: 'hours', hypervisor: 'migration' },
  'virtual-machine+rebuild': { ...CALM, downtime: 'hours', hypervisor: 'migration', 'second-site': 'yes' },
  'staging+virtual-machine': { ...CALM, downtime: 'hour', hypervisor: 'migration', night: 'nobody' },
};

function written(answers: Answers, facts: Facts = TRAINING): Runbook {
  return runbookFor({ facts, answers, training: true, now: NOW });
}

const stepsOf = (runbook: Runbook) => runbook.parts.flatMap(({ steps }) => steps);
const commandsOf = (runbook: Runbook) =>
  stepsOf(runbook).flatMap(({ commands }) => commands.map(({ text }) => text));
const idsOf = (runbook: Runbook) => stepsOf(runbook).map(({ id }) => id);

/** What is left of the texts that a reader of the HTML sees. */
function seen(html: string): string {
  return html
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe.each(Object.entries(ANSWERS))('the runbook of the training server: %s', (strategy, answers) => {
  const runbook = written(answers);

  it('is of this strategy, with what each part of it keeps ready', () => {
    expect(runbook.recommendation.recommended).toBe(strategy);
    const ready = { rebuild: 'rebuild', staging: 'standby', 'virtual-machine': 'machine' };
    for (const part of strategy.split('+') as (keyof typeof ready)[]) {
      expect(idsOf(runbook)).toContain(`keep-${ready[part]}-ready`);
    }
  });

  it('leads from "the server is dead" to "exports run again" in an order that is safe', () => {
    const order = [
      'save-configuration',
      'save-wizard-settings',
      'save-rules',
      'save-filters',
      'name-accounts-and-certificates',
      'note-the-loss',
      'isolate-lost-server',
      'nothing-runs',
      'full-import-ad-contoso-com',
      'full-import-ad-fabrikam-com',
      'full-import-aad',
      'runs-succeeded',
      'see-deletion-threshold',
      'csexport-aad',
      'csexport-contoso-com',
      'csexport-fabrikam-com',
      'look-at-exports',
      'explain-deletes',
      'explain-updates',
      'explain-active-directory',
      'decide-on-the-day',
      'disable-staging-mode',
      'see-active',
      'see-exports',
      'hash-sync-catches-up',
      'try-password-writeback',
      'scheduler-on',
      'never-as-it-was',
      'have-a-spare-again',
      'close-the-day',
    ];
    expect(idsOf(runbook).filter((id) => order.includes(id))).toEqual(order);
    const synchronizations = idsOf(runbook).filter((id) => /-synchronization-(ad|aad)/.test(id));
    expect(synchronizations).toHaveLength(3);
    expect(new Set(idsOf(runbook)).size).toBe(idsOf(runbook).length);
  });

  it('says of each step what to do, how it is known to have worked, and what to do when it fails', () => {
    for (const { id, todo, worked, wrong, why } of stepsOf(runbook)) {
      expect([todo.length > 0, wrong.length > 0], id).toEqual([true, true]);
      expect([worked, why, ...todo, ...wrong], id).not.toContain('');
    }
  });

  it('holds no empty placeholder, in either form', () => {
    for (const text of [runbookMarkdown(runbook), seen(runbookHtml(runbook))]) {
      expect(text).not.toMatch(/<[A-Z][A-Z _]+>|undefined|\bnull\b|\[object|\bNaN\b|TODO|''|""|<NAME/);
      expect(text).not.toMatch(/press [a-z]\b on|\(key [a-z]\)/);
      expect(text).toContain('Begun at');
      expect(text).toContain('If it fails:');
    }
  });

  it('holds each command whole, with the names of the connectors', () => {
    const commands = commandsOf(runbook);
    for (const connector of ['contoso.com', 'fabrikam.com', 'contoso.onmicrosoft.com - AAD']) {
      const named = commands.filter((command) => command.includes(`-ConnectorName '${connector}'`));
      expect(named.filter((command) => command.endsWith("-RunProfileName 'Full Import'"))).toHaveLength(1);
      expect(named.filter((command) => /'(Delta|Full) Synchronization'$/.test(command))).toHaveLength(1);
      expect(named).toHaveLength(2);
      expect(commands.filter((command) => command.startsWith(`csexport "${connector}" "C:\\`))).toHaveLength(
        1,
      );
    }
    for (const command of commands) {
      expect(command.split('"').length % 2, command).toBe(1);
      expect(command).not.toMatch(/\.\.\.|…|[\r\n]/);
    }
  });

  it('never exports, and never changes staging mode by cmdlet', () => {
    for (const command of commandsOf(runbook)) {
      expect(command).not.toMatch(
        /RunProfileName '?Export|Start-ADSyncSyncCycle|StagingMode|SchedulerSuspended|Invoke-Expression/i,
      );
    }
  });

  it('puts every command and step into both forms', () => {
    const markdown = runbookMarkdown(runbook);
    const html = seen(runbookHtml(runbook));
    for (const command of commandsOf(runbook)) {
      expect(markdown.split('\n')).toContain(command);
      expect(html).toContain(command);
    }
    expect(markdown.match(/^### /gm)).toHaveLength(stepsOf(runbook).length);
    expect(markdown.match(/^- \[ \] /gm)?.length).toBeGreaterThan(stepsOf(runbook).length);
    expect(runbookHtml(runbook).match(/<section class="step">/g)).toHaveLength(stepsOf(runbook).length);
    expect(html.match(/☐/g)?.length).toBe(markdown.match(/^- \[ \] /gm)?.length);
  });
});

describe('the runbook', () => {
  it('names who takes over: the standby, a new server, or the machine itself', () => {
    const title = (answers: Answers | undefined) => written(answers ?? {}).parts[2]?.title;
    expect(title(ANSWERS['staging'])).toBe('Have STAGE01 in staging mode');
    expect(title(ANSWERS['rebuild'])).toBe('Have the new server in staging mode');
    expect(title(ANSWERS['virtual-machine'])).toBe('Have SYNC01 in staging mode');
  });

  it('holds the rebuild behind a machine that does not come back', () => {
    const ids = idsOf(written(ANSWERS['virtual-machine+rebuild'] ?? {}));
    const at = (id: string) => ids.indexOf(id);
    expect(at('move-or-restore-machine')).toBeGreaterThan(at('isolate-lost-server'));
    expect(at('install-again')).toBeGreaterThan(at('move-or-restore-machine'));
    expect(at('apply-configuration')).toBeLessThan(at('full-import-ad-contoso-com'));
    expect(idsOf(written(ANSWERS['virtual-machine'] ?? {}))).not.toContain('install-again');
  });

  it('names who to call by role, and leaves their names to be written in', () => {
    const roles = written({}).contacts.map(({ role }) => role);
    expect(roles).toEqual(
      expect.arrayContaining(['Who decides', 'Hybrid Identity Administrator', 'Network']),
    );
    expect(runbookMarkdown(written({}))).toMatch(/\| Network \| takes SYNC01 off .* \| _{10,} \|/);
  });

  it('leaves out what is not in use', () => {
    const facts = { ...TRAINING, passwordHashSync: false, passwordWriteback: false };
    const ids = idsOf(written({}, facts));
    expect(ids).not.toContain('hash-sync-catches-up');
    expect(ids).not.toContain('try-password-writeback');
    expect(idsOf(written({}, { ...facts, passThroughAuthentication: true }))).toContain('see-agents');
  });

  it('lists what is unknown as something to find out', () => {
    expect(runbookMarkdown(written({}))).toMatch(/## Find out\n\n- \[ \] How long changes may wait/);
    expect(
      runbookMarkdown(written({}))
        .match(/## Find out\n\n((- .*\n)+)/)?.[1]
        ?.trim()
        .split('\n'),
    ).toHaveLength(11);
  });

  it('is not written while a name is missing, or cannot be typed safely', () => {
    expect(missingForRunbook({ facts: NO_FACTS, answers: {} })).toHaveLength(4);
    expect(missingForRunbook({ facts: TRAINING, answers: {} })).toEqual([]);
    expect(
      missingForRunbook({ facts: { ...TRAINING, stagingServer: '' }, answers: ANSWERS['rebuild'] ?? {} }),
    ).toEqual([]);
    expect(missingForRunbook({ facts: { ...TRAINING, adConnectors: ['a"b'] }, answers: {} }).join()).toMatch(
      /^The connector a"b: No name that holds a double quote/,
    );
  });
});

describe('hostile names', () => {
  it('of any kind give a runbook without a placeholder and without a tag of their own, or are refused', () => {
    const answers = fc.constantFrom(...Object.values(ANSWERS));
    fc.assert(
      fc.property(anyFacts, answers, (any, said) => {
        const facts = normalizeFacts(any);
        fc.pre(missingForRunbook({ facts, answers: said }).length === 0);
        const runbook = written(said, facts);
        for (const command of commandsOf(runbook)) {
          expect(command).not.toMatch(/<NAME OF THE CONNECTOR>|<EXPORT FOLDER>|[\p{Cc}]/u);
          expect(command).not.toMatch(/-(ConnectorName|ComputerName|Name|Path) ''( |$)/);
        }
        const html = runbookHtml(runbook);
        const known =
          /^(!doctype|html|head|meta|title|style|body|h1|h2|h3|p|table|tr|th|td|ul|ol|li|section|pre)$/i;
        const tags = Array.from(html.matchAll(/<\/?([^\s>]*)/g), ([, tag = '']) => tag);
        expect(tags.filter((tag) => !known.test(tag))).toEqual([]);
        expect(runbookMarkdown(runbook).match(/^### /gm)).toHaveLength(stepsOf(runbook).length);
      }),
      { numRuns: 150 },
    );
  });

  const HOSTILE: Facts = {
    ...TRAINING,
    activeServer: '<script>alert(1)</script>',
    stagingServer: '![x](javascript:alert(1))',
    adConnectors: ["'; Remove-Item C:\\ -Recurse; '", '```\u202e& <img src=x onerror=y>', '%PATH%|*a*'],
    aadConnector: '</pre><b>&amp;',
  };

  it('stay text in HTML', () => {
    const html = runbookHtml(written({}, HOSTILE));
    const tags = new Set(Array.from(html.matchAll(/<\/?([a-z0-9]+)/gi), ([, tag]) => tag));
    expect([...tags].filter((tag) => tag === 'script' || tag === 'img' || tag === 'b')).toEqual([]);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/\s(on[a-z]+|href|src)=(?![^<]*&gt;)"/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/https?:\/\/(?!passwordreset)/);
  });

  it('stay text in Markdown, and inside the fence of a command', () => {
    const markdown = runbookMarkdown(written({}, HOSTILE));
    const outside = markdown.replace(/^(`{3,})[a-z]+\n[\s\S]*?\n\1$/gm, '');
    expect(outside).not.toMatch(/(?<!\\)<script|(?<!\\)\[x\]|(?<!\\)\*a|(?<!\\)`/);
    expect(markdown).toMatch(/^`{4,}powershell$/m);
  });

  it('stay one argument of a command', () => {
    const commands = commandsOf(written({}, HOSTILE));
    expect(commands).toContain(
      "Invoke-ADSyncRunProfile -ConnectorName '''; Remove-Item C:\\ -Recurse; ''' -RunProfileName 'Full Import'",
    );
    expect(commands.filter((command) => command.startsWith('csexport ^%"PATH"^%"|*a*"'))).toHaveLength(1);
  });
});
