import { type Hit, hitOn } from './rule.ts';

const OTHER: Hit = { key: '', words: '' };

/**
 * The hit for an address that changes: `fabrikam.com → contoso.com` where only what stands behind the @ does, so that
 * all objects with the same change are one finding.
 */
export function suffixHit(old: string | undefined, next: string | undefined): Hit {
  const [from, to] = [parts(old), parts(next)];
  if (from === null || to === null || from.local !== to.local || from.suffix === to.suffix) return OTHER;
  return hitOn(`${from.suffix} → ${to.suffix}`);
}

function parts(address: string | undefined): { local: string; suffix: string } | null {
  const at = address?.lastIndexOf('@') ?? -1;
  if (address === undefined || at < 1) return null;
  return { local: address.slice(0, at).toLowerCase(), suffix: address.slice(at + 1).toLowerCase() };
}
