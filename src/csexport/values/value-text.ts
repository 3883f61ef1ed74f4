import type { Attribute, AttributeValue } from '../cs-object.ts';
import { compactBase64 } from './base64.ts';
import { integerText } from './integer.ts';

/**
 * One value as the string that is promised to other programs: integers in decimal (verbatim where they are none),
 * binary and whatever says `encoding="base64"` in base64 without white space, references as DN (the anchor where there
 * is no DN), all else as it stands.
 */
export function valueText(attribute: Attribute, value: AttributeValue): string {
  const text = value.text ?? '';
  if (attribute.type === 'reference') {
    return value.text === null ? compactBase64(value.anchor ?? '') : text;
  }
  if (value.base64 || attribute.type === 'binary') return compactBase64(text);
  return attribute.type === 'integer' ? integerText(text) : text;
}
