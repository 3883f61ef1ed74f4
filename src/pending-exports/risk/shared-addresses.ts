import type { ObjectChange } from './object-change.ts';
import { ownText } from './own-text.ts';

const IDENTIFYING = ['userPrincipalName', 'mail', 'proxyAddresses'] as const;

/** Finds the deletes and the adds that share a UPN, a mail address or a proxy address: one object with two anchors. */
export class SharedAddresses {
  readonly #deletes = new Map<string, number[]>();
  readonly #adds = new Map<string, number[]>();

  note(object: number, change: ObjectChange): void {
    if (change.target !== 'aad') return;
    const side = this.#sideOf(change.operation);
    if (side === null) return;
    for (const address of new Set(IDENTIFYING.flatMap(change.values).map(bareAddress))) {
      const objects = side.get(address);
      if (objects === undefined) side.set(ownText(address), [object]);
      else objects.push(object);
    }
  }

  /** Every object that shares an address with one of the other side. */
  conclude(): { readonly objects: readonly number[]; readonly deletes: number; readonly adds: number } {
    const deletes = new Set<number>();
    const adds = new Set<number>();
    for (const [address, deleted] of this.#deletes) {
      const added = this.#adds.get(address);
      if (added === undefined || address === '') continue;
      for (const object of deleted) deletes.add(object);
      for (const object of added) adds.add(object);
    }
    return { objects: [...deletes, ...adds], deletes: deletes.size, adds: adds.size };
  }

  #sideOf(operation: ObjectChange['operation']): Map<string, number[]> | null {
    if (operation === 'delete') return this.#deletes;
    return operation === 'add' ? this.#adds : null;
  }
}

/** `SMTP:Ana@contoso.com`, as UPN and mail have it. Other kinds of addresses keep what says their kind. */
function bareAddress(address: string): string {
  return address.toLowerCase().replace(/^smtp:/, '');
}
