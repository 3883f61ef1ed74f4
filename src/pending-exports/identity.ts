import type { CsObject, Delta, Entry, ExportState } from '../csexport/cs-object.ts';
import { decodeDn } from '../csexport/values/decode-dn.ts';
import { effectOf } from './attribute-effect.ts';
import { EntryValues, valuesBefore } from './entry-values.ts';
import type { Identity } from './export-row.ts';
import { without } from './multiset.ts';
import { nameInDn } from './object-name.ts';
import { dnOf } from './staged-deltas.ts';

/**
 * Who an object is, in the columns that the old script had: as it will be after the export, or, of a delete and where
 * the file has nothing about afterwards, as it is now. A delete always gets a displayName or a userPrincipalName.
 */
export function identityOf(object: CsObject, state: ExportState): Identity {
  const delta = object.deltas[state];
  const values = identityValues(object, state, delta);
  const first = (name: string): string => values(name).find((value) => value !== '') ?? '';
  const identity = {
    upn: first('userPrincipalName'),
    displayName: first('displayName'),
    sourceAnchor: first('sourceAnchor'),
    alias: first('alias'),
    primarySmtp: primarySmtp(values('proxyAddresses')),
    onPremisesSamAccountName: first('onPremisesSamAccountName'),
    mail: first('mail'),
  };
  return delta?.operation === 'delete' ? namedByDn(identity, dnOf(object, delta)) : identity;
}

/** Capitals mark the primary address; `smtp:`, `x500:` and `sip:` are others. */
function primarySmtp(addresses: readonly string[]): string {
  const prefix = 'SMTP:';
  return addresses.find((address) => address.startsWith(prefix))?.slice(prefix.length) ?? '';
}

function namedByDn(identity: Identity, dn: string): Identity {
  const decoded = decodeDn(dn);
  // A source anchor need not be a GUID: an employee number, say. What is no cloud anchor is one.
  const anchor = decoded === null || decoded.form === 'cloud-anchor' ? '' : decoded.text;
  const nameless = identity.displayName === '' && identity.upn === '';
  return {
    ...identity,
    sourceAnchor: identity.sourceAnchor || anchor,
    displayName: nameless ? nameInDn(dn) : identity.displayName,
  };
}

type ValuesOf = (name: string) => readonly string[];

function identityValues(object: CsObject, state: ExportState, delta: Delta | null): ValuesOf {
  const after = object.holograms[state];
  if (delta?.operation !== 'delete' && saysSomething(after)) {
    const entry = new EntryValues(after);
    return (name) => entry.texts(name);
  }
  const synchronized = new EntryValues(object.holograms.synchronized);
  const pendingImport = new EntryValues(object.holograms.pendingImport);
  return (name) => {
    const now = synchronized.texts(name);
    const listed = delta === null ? null : valuesAfterDelta(object, delta, synchronized, name);
    return listed ?? (now.length > 0 ? now : pendingImport.texts(name));
  };
}

function saysSomething(entry: Entry | null): boolean {
  return entry !== null && entry.attributes.length > 0;
}

/** What a delta makes of an attribute that it lists: what it adds, then what it leaves. null where it lists it not. */
function valuesAfterDelta(
  object: CsObject,
  delta: Delta,
  synchronized: EntryValues,
  name: string,
): readonly string[] | null {
  const attribute = delta.attributes.find((one) => one.name === name);
  if (attribute === undefined) return null;
  const before = valuesBefore(object, delta, synchronized, name);
  const { added, deleted } = effectOf(delta, attribute, () => before);
  return [...added, ...without(before ?? [], deleted)];
}
