import { countedObjects, kindOf } from './counted-objects.ts';
import type { Limits } from './limits.ts';
import type { ObjectChange } from './object-change.ts';
import { ownText } from './own-text.ts';
import type { Rule } from './rule.ts';
import { SharedAddresses } from './shared-addresses.ts';

/** What a finding takes from a rule whose answer needs the whole export. */
export type WholeExportRule = Pick<Rule, 'id' | 'severity' | 'why' | 'source'>;

export const THRESHOLD: WholeExportRule = {
  id: 'deletion-threshold',
  severity: 'critical',
  why: 'At or above the threshold Entra ID stops the whole export: neither deletes nor anything else is sent.',
  source:
    'Entra Connect, prevent accidental deletes; its pages disagree whether the threshold itself still passes',
};
const RE_CREATED: WholeExportRule = {
  id: 're-created',
  severity: 'critical',
  why: 'The same person or group is deleted and added again, under another source anchor: this server uses another anchor.',
  source: 'Entra Connect, sync errors: InvalidSoftMatch after a changed sourceAnchor',
};
const MASS_CHANGE: WholeExportRule = {
  id: 'mass-change',
  severity: 'medium',
  why: 'One attribute changes on a large share of all objects: a rule differs from that of the active server.',
  source: 'Practice of staging: two servers with the same configuration have next to nothing pending',
};

/** The rules that need to know the whole export. */
export const WHOLE_EXPORT_RULES: readonly WholeExportRule[] = [THRESHOLD, RE_CREATED, MASS_CHANGE];

/** One answer of such a rule. */
export interface WholeExportAnswer {
  readonly rule: WholeExportRule;
  readonly key: string;
  readonly title: string;
  readonly objects: readonly number[];
}

/** Takes note of each pending export and answers at the end. Keeps numbers, and the addresses of adds and deletes. */
export class WholeExport {
  readonly #deletes: number[] = [];
  readonly #addresses = new SharedAddresses();
  readonly #ofType = new Map<string, number>();
  readonly #changed = new Map<string, { type: string; attribute: string; objects: number[] }>();

  /** Counts an object, whether something is pending for it or not. */
  count(type: string): void {
    const count = this.#ofType.get(type);
    this.#ofType.set(count === undefined ? ownText(type) : type, (count ?? 0) + 1);
  }

  /** Takes note of a pending export. `isExpected` says that an object is not to count for a rule. */
  note(object: number, change: ObjectChange, isExpected: (rule: string) => boolean): void {
    const { target, operation } = change;
    if (target !== 'aad') return;
    if (operation === 'delete' || operation === 'delete-add') this.#deletes.push(object);
    if ((operation === 'add' || operation === 'delete') && !isExpected(RE_CREATED.id)) {
      this.#addresses.note(object, change);
    }
    if (change.changes.length > 0 && !isExpected(MASS_CHANGE.id)) this.#noteAttributes(object, change);
  }

  conclude(limits: Limits): WholeExportAnswer[] {
    return [...this.#threshold(limits), ...this.#reCreated(), ...this.#massChanges(limits)];
  }

  #noteAttributes(object: number, { type, changes }: ObjectChange): void {
    for (const { attribute } of changes) {
      const key = JSON.stringify([type, attribute.toLowerCase()]);
      let changed = this.#changed.get(key);
      if (changed === undefined) {
        changed = { type: ownText(type), attribute: ownText(attribute), objects: [] };
        this.#changed.set(key, changed);
      }
      if (attribute < changed.attribute) changed.attribute = ownText(attribute);
      if (changed.objects.at(-1) !== object) changed.objects.push(object);
    }
  }

  #threshold({ deletionThreshold }: Limits): WholeExportAnswer[] {
    const count = this.#deletes.length;
    if (count === 0 || count < deletionThreshold) return [];
    const limit = deletionThreshold.toLocaleString('en');
    const reach = count === deletionThreshold ? 'at' : 'above';
    const title = `${count.toLocaleString('en')} deletes for Entra ID, ${reach} the deletion threshold of ${limit}: nothing is exported`;
    return [{ rule: THRESHOLD, key: '', title, objects: this.#deletes }];
  }

  #reCreated(): WholeExportAnswer[] {
    const { objects, deletes, adds } = this.#addresses.conclude();
    if (objects.length === 0) return [];
    const title = `${plural(deletes, 'delete')} and ${plural(adds, 'add')} share an address: a changed anchor`;
    return [{ rule: RE_CREATED, key: '', title, objects }];
  }

  #massChanges({ massPercent, massAtLeast }: Limits): WholeExportAnswer[] {
    return Array.from(this.#changed).flatMap(([key, { type, attribute, objects }]) => {
      const all = this.#ofType.get(type) ?? 0;
      if (objects.length < massAtLeast || (objects.length / all) * 100 <= massPercent) return [];
      const ofAll = countedObjects(all, kindOf(new Set([type])));
      const title = `${attribute} changes on ${objects.length.toLocaleString('en')} of ${ofAll} in the export`;
      return [{ rule: MASS_CHANGE, key, title, objects }];
    });
  }
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
