import type { Attribute, CsObject, ErrorDetail, ExportState } from '../csexport/cs-object.ts';
import { changesOf, type DeltaChange } from './delta-changes.ts';
import { type Disagreement, disagreementsOf } from './disagreements.ts';
import { EntryValues, valuesBefore } from './entry-values.ts';
import type { Identity, Operation } from './export-row.ts';
import { identityOf } from './identity.ts';
import { without } from './multiset.ts';
import { type ObjectFact, objectFacts } from './object-facts.ts';
import { nameOf } from './object-name.ts';
import { type ShownValue, shownDn, shownValue } from './shown-value.ts';
import { dnOf, operationOf, type StagedDelta, stagedDeltas } from './staged-deltas.ts';

/** One object in full, for a person: everything that the file says of it, without a layout. */
export interface ObjectDetails {
  readonly name: string;
  readonly id: string;
  readonly type: string;
  readonly dn: ShownValue;
  readonly identity: Identity;
  /** One for each delta that is a pending export: unapplied, escrowed, unconfirmed. */
  readonly exports: readonly ExportDetails[];
  /** What waits to be imported, so that "before" may be out of date; null where nothing does. */
  readonly pendingImport: PendingImport | null;
  readonly errors: readonly ErrorDetail[];
  /** State, times, links and whatever else the file says of the object, each with its label. */
  readonly facts: readonly ObjectFact[];
}

/** One delta of the object. */
export interface ExportDetails {
  readonly state: ExportState;
  readonly operation: Operation;
  readonly dn: ShownValue;
  /** The DN that the object gets; null where it keeps its own. */
  readonly newDn: ShownValue | null;
  readonly changes: readonly ChangeDetails[];
  /** The attributes that the object has and the delta leaves alone, in the order of the file. */
  readonly unchanged: readonly UnchangedAttribute[];
  /** Where the delta and the holograms say different things. */
  readonly disagreements: readonly Disagreement[];
}

/** An attribute whose values can be shown. Values are as `analyze` writes them; {@link showValue} puts one in words. */
interface ShownAttribute {
  readonly attribute: string;
  /** string, integer, boolean, binary, reference, or '' where the file does not say. */
  readonly type: string;
}

/** An attribute that a delta leaves alone. */
interface UnchangedAttribute extends ShownAttribute {
  readonly values: readonly string[];
}

/** One changed attribute. */
export interface ChangeDetails extends ShownAttribute {
  /** add, replace, update or delete. */
  readonly operation: string;
  /** True where the attribute holds many values, so that `from` and `to` cannot say the change. */
  readonly many: boolean;
  /** The value before, of an attribute with one value; null where it had none. */
  readonly from: string | null;
  /** The value after, of an attribute with one value; null where it keeps none. */
  readonly to: string | null;
  readonly added: readonly string[];
  readonly deleted: readonly string[];
  readonly unchanged: readonly string[];
  /** The values that the holograms give before and after; null where a hologram has no entry. */
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
}

/** An import of the object that is not applied yet. */
interface PendingImport {
  /** As the file has it: add, update, delete … */
  readonly operation: string;
  readonly newDn: string | null;
  readonly attributes: readonly string[];
}

/** One object in full, as the detail pane shows it. Takes time in proportion to its values, and shows none itself. */
export function objectDetails(object: CsObject): ObjectDetails {
  const staged = stagedDeltas(object);
  const first = staged[0];
  const state = first?.state ?? 'unapplied';
  const dn = first === undefined ? object.dn : dnOf(object, first.delta);
  const identity = identityOf(object, state);
  return {
    name: nameOf(object, state, identity, dn),
    id: object.id,
    type: object.type,
    dn: shownDn(dn),
    identity,
    exports: staged.map((one) => exportDetails(object, one)),
    pendingImport: pendingImportOf(object),
    errors: object.errors,
    facts: objectFacts(object),
  };
}

/** One value of an attribute in words: times, SIDs and GUIDs decoded, bytes counted, a reference by its name. */
export function showValue({ attribute, type }: ShownAttribute, value: string): ShownValue {
  return shownValue(attribute, type, value);
}

function exportDetails(object: CsObject, { state, delta }: StagedDelta): ExportDetails {
  const synchronized = new EntryValues(object.holograms.synchronized);
  const after = new EntryValues(object.holograms[state]);
  const hasAfter = object.holograms[state] !== null;
  const changes = changesOf(object, delta, synchronized).map((change) =>
    changeDetails(
      change,
      change.source ?? synchronized.attribute(change.attribute),
      valuesBefore(object, delta, synchronized, change.attribute),
      hasAfter ? after.texts(change.attribute) : null,
    ),
  );
  const left = hasAfter && delta.operation !== 'delete' ? after : synchronized;
  return {
    state,
    operation: operationOf(delta),
    dn: shownDn(dnOf(object, delta)),
    newDn: delta.newDn ? shownDn(delta.newDn) : null,
    changes,
    unchanged: unchangedAttributes(left, changes),
    disagreements: disagreementsOf(object, { state, delta }, changes),
  };
}

function changeDetails(
  { attribute, operation, added, deleted }: DeltaChange,
  source: Attribute | undefined,
  before: readonly string[] | null,
  after: readonly string[] | null,
): ChangeDetails {
  const many =
    source?.multivalued === true || [added, deleted, before ?? [], after ?? []].some((all) => all.length > 1);
  return {
    attribute,
    type: typeOf(source),
    operation,
    many,
    from: before?.[0] ?? deleted[0] ?? null,
    to: added[0] ?? (deleted.length > 0 ? null : (after?.[0] ?? null)),
    added,
    deleted,
    unchanged: before === null ? without(after ?? [], added) : without(before, deleted),
    before,
    after,
  };
}

/** An attribute that says no more than that its values are base64 holds bytes. */
function typeOf(attribute: Attribute | undefined): string {
  if (attribute === undefined) return '';
  const { type, values } = attribute;
  const bytes = type !== 'reference' && values.length > 0 && values.every((value) => value.base64);
  return bytes ? 'binary' : type;
}

function unchangedAttributes(
  entry: EntryValues,
  changes: readonly ChangeDetails[],
): readonly UnchangedAttribute[] {
  const changed = new Set(changes.map((change) => change.attribute));
  return entry
    .names()
    .filter((name) => !changed.has(name))
    .map((name) => ({
      attribute: name,
      type: typeOf(entry.attribute(name)),
      values: entry.texts(name),
    }));
}

function pendingImportOf(object: CsObject): PendingImport | null {
  const delta = object.deltas.pendingImport;
  if (delta === null || delta.operation === 'none') return null;
  return {
    operation: delta.operation,
    newDn: delta.newDn || null,
    attributes: [...new Set(delta.attributes.map((attribute) => attribute.name))],
  };
}
