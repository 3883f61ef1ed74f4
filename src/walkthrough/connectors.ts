import { createHash } from 'node:crypto';
import type { Facts } from './walkthrough.ts';

/** A connector as the steps speak of it. */
export interface NamedConnector {
  /** As Synchronization Service shows it; null while it has not been entered. */
  readonly name: string | null;
  /** Its part of item ids and file names: kebab-case, one for each name. */
  readonly slug: string;
  /** For a sentence: the name in quotes, or what it is. */
  readonly spoken: string;
}

/** The AD connectors, each for itself; one without a name while none has been entered. */
export function adConnectors(facts: Facts): readonly NamedConnector[] {
  return facts.adConnectors.length === 0
    ? [{ name: null, slug: 'not-entered', spoken: 'each connector of type Active Directory Domain Services' }]
    : facts.adConnectors.map((name) => ({ name, slug: connectorSlug(name), spoken: `"${name}"` }));
}

/** The connector to Microsoft Entra ID. */
export function aadConnector(facts: Facts): NamedConnector {
  return facts.aadConnector === ''
    ? { name: null, slug: 'aad', spoken: 'the connector of type Windows Azure Active Directory (Microsoft)' }
    : { name: facts.aadConnector, slug: 'aad', spoken: `"${facts.aadConnector}"` };
}

/**
 * `contoso.com` gives `contoso-com`. A name that is no plain DNS name gets a piece of its hash, so that two names never
 * share a tick: `fabrikam-1a2b3c4d`.
 */
function connectorSlug(name: string): string {
  const folded = name.toLowerCase();
  const words = folded.match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-').slice(0, 60);
  if (/^[a-z0-9.]{1,60}$/.test(folded) && folded.split('.').every((label) => label !== '')) return slug;
  const hash = createHash('sha256').update(folded).digest('hex').slice(0, 8);
  return slug === '' ? hash : `${slug}-${hash}`;
}
