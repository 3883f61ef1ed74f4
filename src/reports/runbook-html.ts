import type { Runbook, RunbookPart } from '../recovery/runbook/runbook.ts';
import type { Command, Item } from '../walkthrough/walkthrough.ts';
import { BY_HAND, dangerOf, fileNote, SHELLS, TIMES } from './runbook-words.ts';

// No script, no picture, no font from elsewhere: the file is whole by itself, and opens without a network.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const STYLE = `
body { font: 11pt/1.45 "Segoe UI", Arial, sans-serif; color: #111; background: #fff; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h2 { border-bottom: 2px solid #111; margin-top: 2.5rem; }
h3 { margin: 0 0 .4rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #888; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
section.step { border: 1px solid #888; padding: .8rem 1rem; margin: 1rem 0; }
ul.ticks { list-style: none; padding-left: 0; }
ul.ticks li { padding-left: 1.8rem; text-indent: -1.8rem; margin: .25rem 0; }
pre { background: #f2f2f2; border-left: 4px solid #555; padding: .5rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere; font: 9.5pt/1.4 Consolas, monospace; }
.danger { border: 2px solid #a00; padding: .4rem .6rem; font-weight: bold; }
.times { color: #333; }
.by-hand { width: 35%; height: 2rem; }
@page { margin: 15mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  h2 { break-before: page; }
  h2.flows, h2:first-of-type { break-before: auto; }
  h2, h3 { break-after: avoid; }
  section.step, tr, pre { break-inside: avoid; }
}`;

/** The runbook as one HTML file that needs nothing else, and prints with a box before each thing to do. */
export function runbookHtml(runbook: Runbook): string {
  const { recommendation: advice } = runbook;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>${text(runbook.title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<h1>${text(runbook.title)}</h1>
<p>${text(fileNote(runbook))}</p>
${table(
  ['What', 'Here'],
  runbook.facts.map(({ name, value }) => [text(name), text(value)]),
)}
<h2>Why this strategy: ${text(advice.title)}</h2>
${list([...advice.reasons, ...advice.rejected.map((other) => `Why not "${other.title}": ${other.why}`)])}
${advice.findOut.length === 0 ? '' : `<h2 class="flows">Find out</h2>\n${ticks(advice.findOut)}`}
<h2 class="flows">The database</h2>
${list([
  advice.sql.advice,
  ...advice.sql.supported.map((what) => `Supported: ${what}`),
  ...advice.sql.unsupported.map((what) => `Not supported: ${what}`),
  advice.sql.formerly,
])}
<h2>Who to call</h2>
${contacts(runbook)}
${runbook.parts.map((part, index) => partHtml(part, index + 1)).join('\n')}
</body>
</html>
`;
}

function contacts({ contacts }: Runbook): string {
  const rows = contacts.map(
    ({ role, what }) =>
      `<tr><td>${text(role)}</td><td>${text(what)}</td><td class="by-hand">${BY_HAND}</td></tr>`,
  );
  return `<table>\n<tr><th>Role</th><th>What for</th><th>Name and number, by hand</th></tr>\n${rows.join('\n')}\n</table>`;
}

function partHtml(part: RunbookPart, number: number): string {
  const steps = part.steps.map((step, index) => stepHtml(step, `${number}.${index + 1}`));
  return `<h2>${number}. ${text(part.title)}</h2>\n<p>${text(part.purpose)}</p>\n${steps.join('\n')}`;
}

function stepHtml(step: Item, number: string): string {
  return [
    '<section class="step">',
    `<h3>${number} ${text(step.title)}</h3>`,
    `<p class="times">${text(TIMES)}</p>`,
    ...(step.danger === null ? [] : [`<p class="danger">${text(dangerOf(step.danger))}</p>`]),
    ticks(step.todo),
    ...commandBlocks(step.commands),
    ...(step.clicks.length === 0
      ? []
      : [
          `<p>Where to click:</p>\n<ol>${step.clicks.map((click) => `<li>${text(click)}</li>`).join('')}</ol>`,
        ]),
    `<p>Why: ${text(step.why)}</p>`,
    `<p>It worked when: ${text(step.worked)}</p>`,
    `<p>If it fails:</p>\n${list(step.wrong)}`,
    '</section>',
  ].join('\n');
}

function commandBlocks(commands: readonly Command[]): string[] {
  const shells = [...new Set(commands.map(({ shell }) => shell))];
  return shells.map((shell) => {
    const lines = commands.filter((one) => one.shell === shell).map((one) => text(one.text));
    return `<p>${SHELLS[shell]}:</p>\n<pre>${lines.join('\n')}</pre>`;
  });
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = titles.map((title) => `<th>${title}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table>\n<tr>${head}</tr>\n${body.join('\n')}\n</table>`;
}

function ticks(lines: readonly string[]): string {
  return `<ul class="ticks">${lines.map((line) => `<li>☐ ${text(line)}</li>`).join('')}</ul>`;
}

function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${text(line)}</li>`).join('')}</ul>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML: a name may hold tags. */
function text(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
