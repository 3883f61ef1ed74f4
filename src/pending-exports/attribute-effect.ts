import type { Attribute, Delta } from '../csexport/cs-object.ts';
import { valueText } from '../csexport/values/value-text.ts';
import { without } from './multiset.ts';
import { statesWholeObject } from './staged-deltas.ts';

/** What one attribute of a delta does: its operation, and the values added and deleted, in the order of the file. */
export interface AttributeEffect {
  readonly operation: string;
  readonly added: readonly string[];
  readonly deleted: readonly string[];
}

/**
 * What an attribute of a delta adds and deletes. `before` gives the values that the object has, or null where the
 * file does not say; it is asked only where the delta alone does not tell the effect: of a replace, and of a delete
 * that lists nothing.
 */
export function effectOf(
  delta: Delta,
  attribute: Attribute,
  before: () => readonly string[] | null,
): AttributeEffect {
  const operation = attribute.operation ?? operationWithin(delta);
  const listed = listedValues(attribute, operation);
  if (operation === 'replace' && !everyValueSaysItsOwn(attribute)) {
    return { operation, ...effectOfWholeSet(listed, before()) };
  }
  if (operation === 'delete' && attribute.values.length === 0) {
    return { operation, added: [], deleted: before() ?? [] };
  }
  return { operation, ...listed };
}

/** An attribute that says no operation of its own takes it from its delta. */
function operationWithin(delta: Delta): string {
  if (delta.operation === 'add') return 'add';
  return statesWholeObject(delta) ? 'replace' : 'update';
}

interface Effect {
  readonly added: readonly string[];
  readonly deleted: readonly string[];
}

/** The listed values by their own operation; those without one are added, or deleted by a delete. */
function listedValues(attribute: Attribute, operation: string): Effect {
  const added: string[] = [];
  const deleted: string[] = [];
  for (const value of attribute.values) {
    const effect = ownOperation(value.operation) ?? (operation === 'delete' ? 'delete' : 'add');
    (effect === 'add' ? added : deleted).push(valueText(attribute, value));
  }
  return { added, deleted };
}

function ownOperation(operation: string | null): 'add' | 'delete' | null {
  return operation === 'add' || operation === 'delete' ? operation : null;
}

function everyValueSaysItsOwn(attribute: Attribute): boolean {
  return (
    attribute.values.length > 0 && attribute.values.every((value) => ownOperation(value.operation) !== null)
  );
}

/** Of a replace the listed values are the whole new set: what is new in it, and what is gone with it. */
function effectOfWholeSet(listed: Effect, before: readonly string[] | null): Effect {
  if (before === null) return listed;
  const gone = without(before, listed.added);
  return {
    added: without(listed.added, before),
    deleted: [...gone, ...without(listed.deleted, gone)],
  };
}
