import { isAadConnector } from '../../csexport/connectors.ts';
import type { CsObject, ExportState } from '../../csexport/cs-object.ts';
import { decodeDn } from '../../csexport/values/decode-dn.ts';
import { EntryValues } from '../entry-values.ts';
import { identityOf } from '../identity.ts';
import { digest } from './fingerprint.ts';

/** What an object is found by in another export, as digests. */
export interface ObjectKeys {
  /** By its id in the connector space, which only one server knows; null where the file gives none. */
  readonly id: string | null;
  /** By what is the same on every server: see {@link anchorOf}. */
  readonly anchor: string;
}

/** The keys of an object's pending export with this state and this DN. */
export function keysOf(object: CsObject, state: ExportState, dn: string): ObjectKeys {
  const key = (kind: string, text: string): string => digest(`${kind} ${text}`);
  const anchor = anchorOf(object, state, dn);
  return {
    id: object.id === '' ? null : key('id', object.id.toLowerCase()),
    anchor: anchor === '' ? key('dn', dn.toLowerCase()) : key('anchor', anchor),
  };
}

/**
 * The source anchor of an object of the connector to Microsoft Entra ID: the one in its DN, else the one that it has,
 * else the one that it gets. '' for every other object, which its DN names.
 */
function anchorOf(object: CsObject, state: ExportState, dn: string): string {
  const decoded = decodeDn(dn);
  if (decoded !== null && decoded.form !== 'cloud-anchor') return decoded.text;
  if (decoded === null && !isAadConnector(object.connectorId)) return '';
  const now = new EntryValues(object.holograms.synchronized).texts('sourceAnchor');
  return now.find((value) => value !== '') ?? identityOf(object, state).sourceAnchor;
}
