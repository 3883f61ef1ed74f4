import { faultOfDeclaredEncoding } from './encoding.ts';
import type { FaultReason } from './fault-reason.ts';
import { broken } from './fault-reasons.ts';

const TARGET = /^[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*$/u;
const DECLARATION =
  /^version\s*=\s*(?:"1\.\d+"|'1\.\d+')(?:\s+encoding\s*=\s*(?:"[\w.-]+"|'[\w.-]+'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$/;

/**
 * What is wrong with a processing instruction, given what it is for, its text, and whether it stands at the very
 * beginning; null where nothing is. The XML declaration has the form of one.
 */
export function faultOfInstruction(target: string, text: string, first: boolean): FaultReason | null {
  // sax does not see the end of an instruction in "??>", and takes what follows for a part of it.
  if (!TARGET.test(target) || text.includes('?>'))
    return broken('there is a damaged processing instruction, "<?"');
  if (target.toLowerCase() !== 'xml') return null;
  if (!first) return broken('the XML declaration does not stand at the very beginning');
  if (target !== 'xml' || !DECLARATION.test(text)) return broken('the XML declaration is damaged');
  return faultOfDeclaredEncoding(text);
}
