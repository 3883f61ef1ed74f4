import type { Query } from '../query.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { Rule } from './rule.ts';

/** A pattern that the operator knows and expects: what fits it is found apart. */
export interface ExpectedPattern {
  /** Its name in the rules file. */
  readonly id: string;
  readonly query: Query;
  readonly why: string;
  /** The only rule that it is about; null: all that look at one object, and the mass patterns. */
  readonly rule: string | null;
}

/** What the operator sets: limits, rules beside stagewalk's own, and expected patterns. */
export interface RiskRules {
  readonly limits: Limits;
  readonly rules: readonly Rule[];
  readonly expected: readonly ExpectedPattern[];
}

/** What holds without a rules file. */
export const NO_RULES_FILE: RiskRules = { limits: DEFAULT_LIMITS, rules: [], expected: [] };
