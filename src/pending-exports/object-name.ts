import type { CsObject, ExportState } from '../csexport/cs-object.ts';
import { decodeDn } from '../csexport/values/decode-dn.ts';
import { EntryValues } from './entry-values.ts';
import type { Identity } from './export-row.ts';

/**
 * The name that the holograms give an object: displayName of the one after (of the state), before (synchronized) or
 * of the pending import, in that order; else userPrincipalName of the same; null where none has either.
 */
export function nameInHolograms(object: CsObject, state: ExportState): string | null {
  const { [state]: after, synchronized, pendingImport } = object.holograms;
  const entries = [after, synchronized, pendingImport].map((entry) => new EntryValues(entry));
  for (const attribute of ['displayName', 'userPrincipalName']) {
    for (const entry of entries) {
      const name = entry.texts(attribute).find((text) => text !== '');
      if (name !== undefined) return name;
    }
  }
  return null;
}

/** What a DN says of its object: the anchor that it encodes, else the DN itself. */
export function nameInDn(dn: string): string {
  return decodeDn(dn)?.text || dn;
}

/**
 * The name of an object for the screen: the holograms', else the one in its identity (a file that was written without
 * holograms still has names in its deltas), else what the DN says.
 */
export function nameOf(object: CsObject, state: ExportState, identity: Identity, dn: string): string {
  return nameInHolograms(object, state) ?? (identity.displayName || identity.upn || nameInDn(dn));
}
