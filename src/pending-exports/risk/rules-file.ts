import { matches, parseQuery, type Query } from '../query.ts';
import { LIMIT_NAMES, type Limits } from './limits.ts';
import type { ExpectedPattern, RiskRules } from './risk-rules.ts';
import { HIT, NO_HIT, type Rule, SEVERITIES, type Severity } from './rule.ts';
import { RULE_IDS } from './rules.ts';
import { type FileMistake, type Section, type Setting, sectionsOf } from './rules-file-sections.ts';
import { THRESHOLD } from './whole-export.ts';

export type ParsedRulesFile =
  | { readonly ok: true; readonly rules: RiskRules }
  | { readonly ok: false; readonly mistakes: readonly FileMistake[] };

const ID = /^[a-z0-9][a-z0-9-]*$/;
const KINDS = '[limits], [rule NAME] and [expected NAME]';

/**
 * Reads an operator's rules file; the README says its form. `limits` hold where the file sets none. Gives every mistake,
 * in the order of the lines.
 */
export function parseRulesFile(text: string, limits: Limits): ParsedRulesFile {
  const { sections, mistakes } = sectionsOf(text);
  const reading = new RulesFileReading(limits, mistakes);
  for (const section of sections) reading.take(section);
  const rules = reading.conclude();
  if (mistakes.length === 0) return { ok: true, rules };
  return { ok: false, mistakes: mistakes.sort((a, b) => a.line - b.line) };
}

class RulesFileReading {
  readonly #limits: { -readonly [Name in keyof Limits]: Limits[Name] };
  readonly #rules: Rule[] = [];
  readonly #expected: (ExpectedPattern & { readonly ruleLine: number })[] = [];
  readonly #names = new Set(RULE_IDS);
  readonly #mistakes: FileMistake[];

  constructor(limits: Limits, mistakes: FileMistake[]) {
    this.#limits = { ...limits };
    this.#mistakes = mistakes;
  }

  take(section: Section): void {
    if (section.kind === 'limits') this.#takeLimits(section);
    else if (section.kind === 'rule') this.#takeRule(section);
    else if (section.kind === 'expected') this.#takeExpected(section);
    else this.#wrong(section.line, `[${section.kind}] is no section; there are ${KINDS}.`);
  }

  /** A pattern may name a rule that stands below it, so this is checked last. */
  conclude(): RiskRules {
    const known = new Set([...RULE_IDS, ...this.#rules.map(({ id }) => id)]);
    for (const { rule, ruleLine } of this.#expected) {
      if (rule === THRESHOLD.id) {
        this.#wrong(
          ruleLine,
          `${rule} cannot be expected: it stops the whole export. Set its limit instead.`,
        );
      } else if (rule !== null && !known.has(rule)) {
        this.#wrong(ruleLine, `There is no rule "${rule}"; rules are ${[...known].join(', ')}.`);
      }
    }
    const expected = this.#expected.map(({ ruleLine: _, ...pattern }) => pattern);
    return { limits: this.#limits, rules: this.#rules, expected };
  }

  #takeLimits({ settings, line, name }: Section): void {
    if (name !== '') this.#wrong(line, '[limits] has no name.');
    const seen = new Set<string>();
    for (const { line: at, name: setting, value } of settings) {
      const found = Object.hasOwn(LIMIT_NAMES, setting) ? LIMIT_NAMES[setting] : undefined;
      if (found === undefined) {
        this.#wrong(at, `${setting} is no limit; limits are ${Object.keys(LIMIT_NAMES).join(', ')}.`);
        continue;
      }
      const [limit, least, most] = found;
      const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
      if (seen.has(setting)) this.#wrong(at, `${setting} is set twice.`);
      else if (number >= least && number <= most) this.#limits[limit] = number;
      else {
        const range = `${least} to ${most.toLocaleString('en')}`;
        this.#wrong(at, `${setting} needs a whole number from ${range}, not "${value}".`);
      }
      seen.add(setting);
    }
  }

  #takeRule(section: Section): void {
    const settings = this.#named(section, ['severity', 'query', 'why']);
    const severity = this.#severity(settings.get('severity'));
    const query = this.#query(settings.get('query'));
    const why = settings.get('why')?.value;
    if (severity === null || query === null || why === undefined) return;
    const id = section.name;
    this.#rules.push({
      id,
      severity,
      why,
      source: 'the rules file',
      place: 'split',
      test: ({ row }) => (matches(query, row) ? HIT : NO_HIT),
      title: ({ objects, where }) => `${objects}${where}: ${id}`,
    });
  }

  #takeExpected(section: Section): void {
    const settings = this.#named(section, ['query', 'why'], ['rule']);
    const query = this.#query(settings.get('query'));
    const why = settings.get('why')?.value;
    const rule = settings.get('rule');
    if (query === null || why === undefined) return;
    const ruleLine = rule?.line ?? section.line;
    this.#expected.push({ id: section.name, query, why, rule: rule?.value ?? null, ruleLine });
  }

  /** The settings of a section with a name of its own, by name; what is missing or unknown is a mistake. */
  #named(
    { line, kind, name, settings }: Section,
    needed: readonly string[],
    also: readonly string[] = [],
  ): Map<string, Setting> {
    if (!ID.test(name)) {
      this.#wrong(line, `[${kind}] needs a name of small letters, digits and -: [${kind} board-accounts].`);
    } else if (this.#names.has(name)) {
      this.#wrong(line, `The name "${name}" is taken; choose another one.`);
    }
    this.#names.add(name);
    const found = new Map<string, Setting>();
    for (const setting of settings) {
      if (![...needed, ...also].includes(setting.name)) {
        const known = [...needed, ...also].join(', ');
        this.#wrong(setting.line, `${setting.name} is unknown in [${kind}]; known are ${known}.`);
      } else if (found.has(setting.name)) this.#wrong(setting.line, `${setting.name} is set twice.`);
      else if (setting.value === '') this.#wrong(setting.line, `${setting.name} has no value.`);
      found.set(setting.name, setting);
    }
    for (const one of needed) {
      if (!found.has(one)) this.#wrong(line, `[${kind} ${name}] needs ${one} = …`);
    }
    return found;
  }

  #severity(setting: Setting | undefined): Severity | null {
    if (setting === undefined || setting.value === '') return null;
    const severity = SEVERITIES.find((one) => one === setting.value.toLowerCase());
    if (severity !== undefined) return severity;
    this.#wrong(setting.line, `severity is one of ${SEVERITIES.join(', ')}, not "${setting.value}".`);
    return null;
  }

  #query(setting: Setting | undefined): Query | null {
    if (setting === undefined || setting.value === '') return null;
    const parsed = parseQuery(setting.value);
    if (parsed.ok) return parsed.query;
    const { at, message } = parsed.mistake;
    this.#wrong(setting.line, `query, character ${at + 1}: ${message}.`);
    return null;
  }

  #wrong(line: number, message: string): void {
    this.#mistakes.push({ line, message });
  }
}
