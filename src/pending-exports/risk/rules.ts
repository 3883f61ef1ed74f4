import type { Rule } from './rule.ts';
import { ACCESS_RULES } from './rules-access.ts';
import { ACTIVE_DIRECTORY_RULES } from './rules-active-directory.ts';
import { DELETE_RULES } from './rules-deletes.ts';
import { IDENTITY_RULES, RENAME_RULE } from './rules-identity.ts';
import { MAIL_RULES } from './rules-mail.ts';
import { OTHER_RULES } from './rules-other.ts';
import { WHOLE_EXPORT_RULES } from './whole-export.ts';

/** The rules about one object's change, each asked of every pending export. */
export const OBJECT_RULES: readonly Rule[] = [
  ...DELETE_RULES,
  ...IDENTITY_RULES,
  RENAME_RULE,
  ...ACCESS_RULES,
  ...MAIL_RULES,
  ...ACTIVE_DIRECTORY_RULES,
  ...OTHER_RULES,
];

/** The names of all rules that stagewalk has. */
export const RULE_IDS: readonly string[] = [...OBJECT_RULES, ...WHOLE_EXPORT_RULES].map(({ id }) => id);
