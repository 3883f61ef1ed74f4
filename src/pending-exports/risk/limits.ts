/** The numbers from which on something is a risk, or large enough to be named by itself. */
export interface Limits {
  /** Deletes for Entra ID at which it may stop the whole export. */
  readonly deletionThreshold: number;
  /** A finding of so many deletes is critical. */
  readonly manyDeletes: number;
  /** Per cent of its members above which a group's loss is a finding. */
  readonly membersLostPercent: number;
  /** Per cent of all objects of a type above which one attribute's change is a mass change. */
  readonly massPercent: number;
  /** Objects below which a change is never a mass change, whatever the share. */
  readonly massAtLeast: number;
  /** Objects from which on a shared suffix, attribute or OU is a finding of its own where there are many. */
  readonly sharedAtLeast: number;
  /** Findings that one rule is split into at most; what is left over is one more. */
  readonly findingsOfRule: number;
}

/** What holds where no rules file says otherwise. 500 is the default of Entra Connect Sync. */
export const DEFAULT_LIMITS: Limits = {
  deletionThreshold: 500,
  manyDeletes: 25,
  membersLostPercent: 25,
  massPercent: 30,
  massAtLeast: 25,
  sharedAtLeast: 5,
  findingsOfRule: 5,
};

/** The limits by their names in a rules file, with the smallest and the largest value that makes sense. */
export const LIMIT_NAMES: Readonly<
  Record<string, readonly [limit: keyof Limits, least: number, most: number]>
> = {
  'deletion-threshold': ['deletionThreshold', 1, 1_000_000_000],
  'many-deletes': ['manyDeletes', 1, 1_000_000_000],
  'members-lost-percent': ['membersLostPercent', 0, 100],
  'mass-percent': ['massPercent', 0, 100],
  'mass-at-least': ['massAtLeast', 1, 1_000_000_000],
  'shared-at-least': ['sharedAtLeast', 2, 1_000_000_000],
  'findings-of-rule': ['findingsOfRule', 1, 1000],
};
