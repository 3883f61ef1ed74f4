import type { ErrorDetail } from './cs-object.ts';
import { spoken, type XmlElement } from './xml-element.ts';

/**
 * The errors of an object: `import-errordetail`, then `export-errordetail`. Each part may be an attribute or an element,
 * at any depth: Microsoft's pages and the files differ. One that says nothing is no error.
 */
export function errorDetailsOf(object: XmlElement): ErrorDetail[] {
  return [...detailsOf(object, 'import'), ...detailsOf(object, 'export')];
}

function detailsOf(object: XmlElement, direction: 'import' | 'export'): ErrorDetail[] {
  return object.children
    .filter((child) => child.name === `${direction}-errordetail`)
    .map((child) => detailOf(child, direction))
    .filter(saysSomething);
}

function detailOf(element: XmlElement, direction: 'import' | 'export'): ErrorDetail {
  return {
    direction,
    type: partOf(element, 'error-type') ?? partOf(element, 'error-name'),
    code: partOf(element, 'error-code'),
    literal: partOf(element, 'error-literal'),
    detail: partOf(element, 'server-error-detail') ?? partOf(element, 'extra-error-details'),
    first: partOf(element, 'first-occurred'),
    last: partOf(element, 'date-occurred'),
    retries: countOf(partOf(element, 'retry-count')),
  };
}

function saysSomething({ direction, ...parts }: ErrorDetail): boolean {
  return Object.values(parts).some((part) => part !== null);
}

function partOf(element: XmlElement, name: string): string | null {
  const own = spoken(element.attributes.get(name)) ?? (element.name === name ? spoken(element.text) : null);
  if (own !== null) return own;
  for (const child of element.children) {
    const found = partOf(child, name);
    if (found !== null) return found;
  }
  return null;
}

function countOf(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
