import { createHash } from 'node:crypto';
import type { CsObject } from '../../csexport/cs-object.ts';
import type { ExportRow } from '../export-row.ts';
import { matches } from '../query.ts';
import { splitByPlace } from './by-place.ts';
import { countedObjects, inNumber, kindOf } from './counted-objects.ts';
import { Groups } from './grouping.ts';
import { objectChange } from './object-change.ts';
import { ownText } from './own-text.ts';
import { type Place, Places } from './places.ts';
import { type ExpectedPattern, NO_RULES_FILE, type RiskRules } from './risk-rules.ts';
import { type Rule, SEVERITIES, type Severity } from './rule.ts';
import { OBJECT_RULES } from './rules.ts';
import { WholeExport } from './whole-export.ts';

/** An object of a finding. */
interface FoundObject {
  /** As in the file: braces and a GUID. */
  readonly id: string;
  readonly name: string;
}

/** Something that an operator should look at: a rule, and the pending exports that it found to belong together. */
export interface Finding {
  /** Made of the rule and what the objects have in common: the same in the next export of the same thing. */
  readonly id: string;
  /** The id of a rule, or the name of an expected pattern. */
  readonly rule: string;
  readonly severity: Severity;
  /** One line. May hold text from the file: print it through `printable`. */
  readonly title: string;
  readonly why: string;
  /** By name, then by id. */
  readonly objects: readonly FoundObject[];
}

interface KeptObject extends FoundObject {
  readonly type: string;
  readonly place: Place;
}

/**
 * Finds what is dangerous in the objects that it is given, one after the other. Their order makes no difference. Keeps
 * of each pending export its id, name, type and place, and which rules it hit; `conclude` is for the end.
 */
export class RiskFinder {
  readonly #limits: RiskRules['limits'];
  readonly #rules: readonly Rule[];
  readonly #expected: readonly ExpectedPattern[];
  readonly #groups: readonly Groups[];
  readonly #expectedObjects = new Map<ExpectedPattern, Set<number>>();
  readonly #objects: KeptObject[] = [];
  readonly #places = new Places();
  readonly #whole = new WholeExport();

  constructor({ limits, rules, expected }: RiskRules = NO_RULES_FILE) {
    this.#limits = limits;
    this.#rules = [...OBJECT_RULES, ...rules];
    this.#expected = expected;
    this.#groups = this.#rules.map(() => new Groups());
  }

  /** Takes one object. `row` is its unapplied row; undefined where nothing unapplied is pending for it. */
  add(object: CsObject, row: ExportRow | undefined): void {
    this.#whole.count(object.type);
    if (row === undefined) return;
    const change = objectChange(object, row);
    const [onPremisesDn = ''] = change.values('onPremisesDistinguishedName');
    const place = this.#places.enter(change.target === 'ad' ? change.dn : onPremisesDn);
    const { id, name, type } = change;
    const kept = { id: ownText(id), name: ownText(name), type: ownText(type), place };
    const index = this.#objects.push(kept) - 1;
    const isExpected = this.#expectation(row, index);
    for (const [at, rule] of this.#rules.entries()) {
      const hits = rule.test(change, this.#limits);
      if (hits.length === 0 || isExpected(rule.id)) continue;
      for (const { key, words } of hits) this.#groups[at]?.add(key, words, index);
    }
    this.#whole.note(index, change, isExpected);
  }

  /** What was found: the worst first, then what more objects share. */
  conclude(): Finding[] {
    const findings = [
      ...this.#rules.flatMap((rule, at) => this.#findingsOf(rule, this.#groups[at] ?? new Groups())),
      ...this.#whole
        .conclude(this.#limits)
        .map(({ rule, key, title, objects }) => this.#finding(rule, rule.severity, [key], title, objects)),
      ...Array.from(this.#expectedObjects, ([{ id, why }, objects]) => {
        const title = `${this.#counted([...objects])} expected: ${id}`;
        return this.#finding({ id, why }, 'expected', [], title, [...objects]);
      }),
    ];
    return findings.sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.objects.length - a.objects.length ||
        compare(a.rule, b.rule) ||
        compare(a.title, b.title) ||
        compare(a.id, b.id),
    );
  }

  #findingsOf(rule: Rule, groups: Groups): Finding[] {
    return groups.settled(this.#limits).flatMap(({ key, words, objects }) => {
      const placed =
        rule.place === 'split'
          ? splitByPlace(objects, (object) => this.#placeOf(object), this.#places, this.#limits)
          : [{ objects, where: '', key: '' }];
      return placed.map((part) => {
        const count = part.objects.length;
        const kind = this.#kind(part.objects);
        const parts = {
          count,
          objects: countedObjects(count, kind),
          kind: inNumber(count, kind),
          words,
          where: part.where,
        };
        const severity =
          rule.worse !== undefined && count >= this.#limits[rule.worse.from]
            ? rule.worse.severity
            : rule.severity;
        return this.#finding(rule, severity, [key, part.key], rule.title(parts, this.#limits), part.objects);
      });
    });
  }

  #finding(
    { id: rule, why }: Pick<Rule, 'id' | 'why'>,
    severity: Severity,
    key: readonly string[],
    title: string,
    objects: readonly number[],
  ): Finding {
    const hash = createHash('sha256').update(JSON.stringify([rule, ...key]));
    return {
      id: `${rule}-${hash.digest('hex').slice(0, 10)}`,
      rule,
      severity,
      title,
      why,
      objects: objects
        .flatMap((object) => this.#objects[object] ?? [])
        .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
        .map(({ id, name }) => ({ id, name })),
    };
  }

  /** Says of a rule whether the operator expects its finding of this object, and takes note of it. */
  #expectation(row: ExportRow, object: number): (rule: string) => boolean {
    const patterns = this.#expected.filter(({ query }) => matches(query, row));
    return (rule) => {
      const pattern = patterns.find((one) => one.rule === null || one.rule === rule);
      if (pattern === undefined) return false;
      const objects = this.#expectedObjects.get(pattern) ?? new Set();
      this.#expectedObjects.set(pattern, objects.add(object));
      return true;
    };
  }

  #placeOf(object: number): Place {
    return this.#objects[object]?.place ?? this.#places.root;
  }

  #kind(objects: readonly number[]): string {
    return kindOf(new Set(objects.flatMap((object) => this.#objects[object]?.type ?? [])));
  }

  #counted(objects: readonly number[]): string {
    return countedObjects(objects.length, this.#kind(objects));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
