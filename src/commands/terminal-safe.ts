import type { RecordFormat } from '../reports/record-report.ts';
import { printable } from '../terminal/printable.ts';
import { safeLines } from './messages.ts';

/** What makes a report safe to show on a terminal: nothing from the input moves its cursor. JSON stays the same JSON. */
export function terminalSafe(format: RecordFormat): (text: string) => string {
  return format === 'csv' ? safeCsv : safeJson;
}

function safeCsv(text: string): string {
  const withoutMark = text.startsWith('\ufeff') ? text.slice(1) : text;
  return withoutMark.split('\r\n').map(safeLines).join('\r\n');
}

function safeJson(text: string): string {
  return text.replace(/[^\n -~]/gu, (character) =>
    printable(character) === character
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
