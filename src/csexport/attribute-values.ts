import type { FaultReason } from './fault-reason.ts';
import { broken } from './fault-reasons.ts';

// In an attribute value XML tells a character from a reference to it: a raw line end or tab is a space (XML 1.0 section
// 3.3.3), a raw < is an error. The parser does not. So references to these put in a stand-in, which no document can hold.
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['\n', '\u0001'],
  ['\t', '\u0002'],
  ['<', '\u0003'],
]);
const MEANT: ReadonlyMap<string, string> = new Map(Array.from(STAND_INS, ([meant, sign]) => [sign, meant]));

// biome-ignore lint/suspicious/noControlCharactersInRegex: the stand-ins are chosen because XML forbids them
const TO_SET_RIGHT = /[\n\t<\u0001-\u0003]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const EACH_TO_SET_RIGHT = /[\n\t\u0001-\u0003]/g;

/** What a reference inside an attribute value puts there, until {@link attributeValue} sets it right. */
export function inAttribute(character: string): string {
  return STAND_INS.get(character) ?? character;
}

/** The value of an attribute as XML has it, from what the parser gathered. */
export function attributeValue(gathered: string): string | FaultReason {
  if (!TO_SET_RIGHT.test(gathered)) return gathered;
  if (gathered.includes('<')) return broken('"<" stands in the value of an attribute');
  return gathered.replace(EACH_TO_SET_RIGHT, (character) => MEANT.get(character) ?? ' ');
}
