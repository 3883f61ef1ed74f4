import type { Runbook, RunbookPart } from '../recovery/runbook/runbook.ts';
import type { Command, Item } from '../walkthrough/walkthrough.ts';
import { BY_HAND, dangerOf, fileNote, SHELLS, TIMES } from './runbook-words.ts';

/** The runbook as Markdown, with boxes to tick and lines for the times. */
export function runbookMarkdown(runbook: Runbook): string {
  const { recommendation: advice } = runbook;
  const blocks = [
    `# ${text(runbook.title)}`,
    text(fileNote(runbook)),
    table(
      ['What', 'Here'],
      runbook.facts.map(({ name, value }) => [name, value]),
    ),
    `## Why this strategy: ${text(advice.title)}`,
    bullets([...advice.reasons, ...advice.rejected.map((other) => `Why not "${other.title}": ${other.why}`)]),
    ...(advice.findOut.length === 0 ? [] : ['## Find out', ticks(advice.findOut)]),
    `## The database`,
    bullets([
      advice.sql.advice,
      ...advice.sql.supported.map((what) => `Supported: ${what}`),
      ...advice.sql.unsupported.map((what) => `Not supported: ${what}`),
      advice.sql.formerly,
    ]),
    '## Who to call',
    table(
      ['Role', 'What for', 'Name and number, by hand'],
      runbook.contacts.map(({ role, what }) => [role, what, BY_HAND]),
    ),
    ...runbook.parts.flatMap((part, index) => partBlocks(part, index + 1)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function partBlocks(part: RunbookPart, number: number): string[] {
  return [
    `## ${number}. ${text(part.title)}`,
    text(part.purpose),
    ...part.steps.flatMap((step, index) => stepBlocks(step, `${number}.${index + 1}`)),
  ];
}

function stepBlocks(step: Item, number: string): string[] {
  return [
    `### ${number} ${text(step.title)}`,
    TIMES,
    ...(step.danger === null ? [] : [`> **${text(dangerOf(step.danger))}**`]),
    ticks(step.todo),
    ...fences(step.commands),
    ...(step.clicks.length === 0 ? [] : [['Where to click:', '', numbered(step.clicks)].join('\n')]),
    `Why: ${text(step.why)}`,
    `It worked when: ${text(step.worked)}`,
    ['If it fails:', '', bullets(step.wrong)].join('\n'),
  ];
}

function fences(commands: readonly Command[]): string[] {
  const shells = [...new Set(commands.map(({ shell }) => shell))];
  return shells.map((shell) => {
    const lines = commands.filter((one) => one.shell === shell).map((one) => one.text);
    const longest = Math.max(0, ...(lines.join('\n').match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(Math.max(3, longest + 1));
    return [
      `${SHELLS[shell]}:`,
      '',
      `${fence}${shell === 'cmd' ? 'bat' : 'powershell'}`,
      ...lines,
      fence,
    ].join('\n');
  });
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(text).join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

function ticks(lines: readonly string[]): string {
  return lines.map((line) => `- [ ] ${text(line)}`).join('\n');
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${text(line)}`).join('\n');
}

function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index + 1}. ${text(line)}`).join('\n');
}

/** A text that means itself in Markdown: a name may hold stars, brackets, tags and bars. */
function text(value: string): string {
  return value === BY_HAND ? value : value.replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
}
