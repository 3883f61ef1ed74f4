import type { FaultReason } from './fault-reason.ts';
import { badReference, broken, shortened } from './fault-reasons.ts';

const NAMED: Readonly<Record<string, string>> = Object.freeze({
  __proto__: null,
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
} as unknown as Record<string, string>);

const NUMBERED = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/;

/**
 * The character that `&…;` stands for, given what stands between `&` and `;`: one of the five names of XML or a number.
 * There are no others, since a DOCTYPE is refused.
 */
export function resolveReference(reference: string): string | FaultReason {
  const named = NAMED[reference];
  if (named !== undefined) return named;
  const digits = NUMBERED.exec(reference);
  if (digits === null) return broken(`&${shortened(reference)}; is no entity that XML knows`);
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  return isXmlCharacter(code) ? String.fromCodePoint(code) : badReference(reference);
}

/** XML 1.0 section 2.2. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
