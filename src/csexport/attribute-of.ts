import type { Attribute, AttributeValue } from './cs-object.ts';
import { childOf, isTrue, spoken, type XmlElement } from './xml-element.ts';

/** Names of types in older pages of Microsoft's reference. */
const OLDER_TYPES: ReadonlyMap<string, string> = new Map([['number', 'integer']]);

/** Reads every `attr` and `dn-attr` of a delta or an entry, in the order of the file. */
export function attributesOf(element: XmlElement): Attribute[] {
  return element.children.flatMap((child) => {
    if (child.name === 'attr') return [plainAttribute(child)];
    return child.name === 'dn-attr' ? [referenceAttribute(child)] : [];
  });
}

function plainAttribute(element: XmlElement): Attribute {
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? '';
  return attribute(element, OLDER_TYPES.get(type) ?? type, 'value', plainValue);
}

function referenceAttribute(element: XmlElement): Attribute {
  return attribute(element, 'reference', 'dn-value', reference);
}

function attribute(
  element: XmlElement,
  type: string,
  valueName: string,
  readValue: (element: XmlElement) => AttributeValue,
): Attribute {
  return {
    name: element.attributes.get('name') ?? '',
    type,
    multivalued: isTrue(element.attributes.get('multivalued')),
    operation: operationOf(element),
    values: element.children.filter((child) => child.name === valueName).map(readValue),
  };
}

function plainValue(element: XmlElement): AttributeValue {
  const base64 = element.attributes.get('encoding')?.trim().toLowerCase() === 'base64';
  return { text: element.text, operation: operationOf(element), base64, anchor: null };
}

function reference(element: XmlElement): AttributeValue {
  return {
    text: childOf(element, 'dn')?.text ?? null,
    operation: operationOf(element),
    base64: false,
    anchor: spoken(childOf(element, 'anchor')?.text),
  };
}

/** An `operation` in lower case; null where the element has none. */
export function operationOf(element: XmlElement): string | null {
  return spoken(element.attributes.get('operation'))?.toLowerCase() ?? null;
}
