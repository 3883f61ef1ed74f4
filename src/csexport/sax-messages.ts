import type { FaultReason } from './fault-reason.ts';
import { broken, notXml } from './fault-reasons.ts';

const IN_PLAIN_WORDS: readonly (readonly [start: string, what: string])[] = [
  ['Text data outside of root node', 'there is text outside the first element'],
  ['Unencoded <', '"<" is followed by something that cannot begin a tag'],
  ['Malformed comment', 'there is "--" inside a comment'],
  ['Invalid character in tag name', 'a tag has a character in its name that is not allowed there'],
  ['Forward-slash in opening tag', '"/" inside a tag is not followed by ">"'],
  ['Invalid attribute name', 'an attribute has a character in its name that is not allowed there'],
  ['Attribute without value', 'an attribute has no value'],
  ['No whitespace between attributes', 'there is no space between two attributes'],
  ['Unquoted attribute value', 'the value of an attribute is not in quotes'],
  ['Invalid tagname in closing tag', 'an end tag has a character in its name that is not allowed there'],
  ['Invalid characters in closing tag', 'an end tag holds more than its name'],
  ['Invalid character in entity name', 'there is "&" which is not followed by a name and ";"'],
  ['Unmatched closing tag', 'there is an end tag without a start tag'],
];

/** What one of sax's terse messages says to an operator. */
export function reasonOfSaxMessage(message: string): FaultReason {
  if (message.startsWith('Non-whitespace before first tag')) return notXml(null);
  const known = IN_PLAIN_WORDS.find(([start]) => message.startsWith(start));
  return broken(known?.[1] ?? 'it is not well-formed');
}
