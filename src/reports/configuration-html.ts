import type { Comparison, Difference } from '../configuration/difference.ts';
import {
  countsText,
  grouped,
  type HeadingGroup,
  sideText,
  subjectOf,
  valueText,
} from '../configuration/difference-words.ts';
import { describeFault } from '../csexport/input-fault.ts';
import { printable } from '../terminal/printable.ts';

const STYLE = `body{font:14px/1.45 "Segoe UI",sans-serif;margin:2em;max-width:75em}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:1px solid #bbb;padding:.35em .6em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#eee}td.value{font-family:Consolas,monospace;white-space:pre-wrap}
.matters h2,.fault{color:#a00000}summary{cursor:pointer}`;

/** The comparison as one page of HTML: no script, and nothing is loaded from anywhere. */
export function configurationHtml(comparison: Comparison, shown: readonly Difference[]): string {
  const faults = [
    ...comparison.notCompared.map((sentence) => `Not compared: ${sentence}`),
    ...comparison.faults.map((fault) => `Could not be read: ${describeFault(fault).replaceAll('\n', ' ')}`),
  ];
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Configuration: active server and staging server</title>
<style>${STYLE}</style></head><body>
<h1>Configuration: active server and staging server</h1>
<p>Active server: ${text(sideText(comparison.active))}<br>Staging server: ${text(sideText(comparison.staging))}</p>
<p>Differences: ${text(countsText(comparison))}</p>
${faults.map((fault) => `<p class="fault">${text(fault)}</p>\n`).join('')}${grouped(comparison, shown).map(section).join('')}</body></html>
`;
}

function section({ heading, title, count, places }: HeadingGroup): string {
  const tables = places
    .map(({ place, differences }) => `<h3>${text(place)}</h3>\n${table(differences)}`)
    .join('');
  const head = `<h2>${text(title)}: ${count}</h2>`;
  return heading === 'matters'
    ? `<section class="matters">${head}\n${tables}</section>\n`
    : `<section>${head}\n<details><summary>Show</summary>\n${tables}</details></section>\n`;
}

function table(differences: readonly Difference[]): string {
  return `<table><tr><th>What</th><th>Active server</th><th>Staging server</th><th>Effect on exports</th><th>To do</th></tr>
${differences.map(row).join('')}</table>
`;
}

function row(difference: Difference): string {
  const { active, staging, effect, remedy } = difference;
  const value = (side: string | null): string => `<td class="value">${text(valueText(side))}</td>`;
  return `<tr><td>${text(subjectOf(difference))}</td>${value(active)}${value(staging)}<td>${text(effect)}</td><td>${text(remedy)}</td></tr>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function text(raw: string): string {
  return printable(raw).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
