import { type Advice, IGNORED, type SettingCase } from './advice.ts';
import { compareFacts } from './compare-facts.ts';
import { type Comparison, countsOf, inOrder } from './difference.ts';
import type { Policy } from './read-policy.ts';
import { namesAccount } from './secrets.ts';

const ALWAYS_DIFFERS =
  /^(?:id|.*identifier|.*guid|internalId)$|Id$|time$|timestamp$|date$|cookie|water-?mark|password$|^description$/i;
const SERVER = /(?:server|machine|host|computer)-?(?:name)?$/i;
const STAGING = /staging-?mode/i;
const BUILD = /version$|build$|immutable-?tag$/i;

/** What differs between two settings files of the wizard, the first one of the active server. */
export function comparePolicies(active: Policy, staging: Policy): Comparison {
  const differences = inOrder(
    compareFacts(active.facts, staging.facts, {
      connector: null,
      around: { sameBuild: true, toCloud: false, knownOnBoth: () => true },
      advise: (found) => policyAdvice(found, active, staging),
    }),
  );
  return {
    active: { path: active.path, server: null, build: null },
    staging: { path: staging.path, server: null, build: null },
    counts: countsOf(differences),
    differences,
    faults: [],
    notCompared: [
      'Changes made by PowerShell, in Synchronization Service or in the rules editor are not in these files until the wizard writes them again.',
    ],
  };
}

function policyAdvice({ fact }: SettingCase, active: Policy, staging: Policy): Advice {
  const name = fact.setting.split('/').at(-1) ?? '';
  if (STAGING.test(name)) return expected('This is what makes one server active and the other one not.');
  if (BUILD.test(name)) return OF_A_BUILD;
  if (ALWAYS_DIFFERS.test(name)) return IGNORED;
  if (SERVER.test(name) || namesAccount(name)) return expected('None: each server has its own.');
  return ofDefaultRule(fact.item, name, active, staging) ? OF_A_BUILD : MATTERS;
}

/** True for what the product itself has changed in one of its rules. */
function ofDefaultRule(item: string, name: string, active: Policy, staging: Policy): boolean {
  const tagOf = ({ tags }: Policy): string | undefined =>
    [...tags].find(([rule]) => item === rule || item.startsWith(`${rule} / `))?.[1];
  const [one, other] = [tagOf(active), tagOf(staging)];
  if (!(one ?? other ?? '').startsWith('Microsoft.') || /^(?:disabled|enabled)$/i.test(name)) return false;
  return /^precedence$/i.test(name) || one !== other;
}

function expected(effect: string): Advice {
  return { heading: 'expected', effect, remedy: 'Nothing to do.' };
}

const OF_A_BUILD: Advice = {
  heading: 'versionNoise',
  effect: 'The builds, or the versions of a default rule, differ.',
  remedy: 'Bring both servers to the same build.',
};

const MATTERS: Advice = {
  heading: 'matters',
  effect:
    'The servers are set up differently. The file has no public description: find out what this setting does.',
  remedy:
    'Wizard on the staging server, View or export current configuration; change it on the page of this setting.',
};
