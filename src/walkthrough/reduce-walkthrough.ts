import { NO_FACTS, normalizeFacts } from './facts.ts';
import { confirmsSwitch, openBeforeSwitch } from './progress.ts';
import type { ComparedConfigurations, Facts, Plan, ScreenId, Walkthrough } from './walkthrough.ts';

/** Everything that changes a walkthrough. `at` is the moment it happens. */
export type WalkthroughAction = { readonly at: Date } & (
  | { readonly type: 'go'; readonly screen: ScreenId }
  | { readonly type: 'set-facts'; readonly facts: Partial<Facts> }
  /** `key` is the item's, as `itemKey` gives it. */
  | { readonly type: 'tick'; readonly key: string }
  | { readonly type: 'untick'; readonly key: string }
  | { readonly type: 'next-round' }
  /** An answer of the disaster-recovery questions. */
  | { readonly type: 'answer'; readonly question: string; readonly option: string }
  /** The configurations were compared. `matters` are the keys of the differences that matter. */
  | ({ readonly type: 'compared' } & Pick<
      ComparedConfigurations,
      'active' | 'staging' | 'complete' | 'matters'
    >)
  /** A difference that matters may stay, and why; an empty reason takes that back. */
  | { readonly type: 'waive'; readonly key: string; readonly why: string }
  /** The recovery plan was made, or made again. */
  | { readonly type: 'keep-plan'; readonly plan: Plan }
  | { readonly type: 'open-exports'; readonly files: readonly string[] }
  /** Past the guard with points open. Nothing happens unless `typed` is the staging server's name. */
  | { readonly type: 'pass-guard'; readonly typed: string }
  /** From the beginning, with these facts. */
  | { readonly type: 'restart'; readonly facts: Facts }
);

/** A walkthrough at its beginning, on the home screen. `training` names the scenario, or is null on a real server. */
export function newWalkthrough(now: Date, training: string | null, facts: Facts = NO_FACTS): Walkthrough {
  const at = now.toISOString();
  return {
    version: 1,
    training,
    startedAt: at,
    changedAt: at,
    screen: 'home',
    facts: normalizeFacts(facts),
    done: {},
    round: 1,
    answers: {},
    plan: null,
    exportFiles: [],
    comparison: null,
    switchedWith: null,
  };
}

/** The walkthrough after an action. The very same object where the action changes nothing. */
export function reduceWalkthrough(state: Walkthrough, action: WalkthroughAction): Walkthrough {
  const next = changed(state, action);
  return next === state ? state : { ...next, changedAt: action.at.toISOString() };
}

function changed(state: Walkthrough, action: WalkthroughAction): Walkthrough {
  switch (action.type) {
    case 'go':
      return state.screen === action.screen ? state : { ...state, screen: action.screen };
    case 'set-facts':
      return withFacts(state, action.facts);
    case 'tick':
      // The first tick's time stands: it is the record of when the thing was done.
      return Object.hasOwn(state.done, action.key)
        ? state
        : { ...state, done: { ...state.done, [action.key]: { at: action.at.toISOString() } } };
    case 'untick':
      return withoutTick(state, action.key);
    case 'next-round':
      return nextRound(state);
    case 'answer':
      return state.answers[action.question] === action.option
        ? state
        : { ...state, answers: { ...state.answers, [action.question]: action.option } };
    case 'compared':
      return { ...state, comparison: comparedNow(state, action, action.at) };
    case 'waive':
      return waived(state, action.key, action.why.trim(), action.at);
    case 'keep-plan':
      return { ...state, plan: action.plan };
    case 'open-exports':
      return { ...state, exportFiles: [...new Set(action.files)] };
    case 'pass-guard':
      return passGuard(state, action.typed, action.at);
    case 'restart':
      // The recovery plan is of the organization, not of one walkthrough.
      return {
        ...newWalkthrough(action.at, state.training, action.facts),
        answers: state.answers,
        plan: state.plan,
      };
    default:
      return action satisfies never;
  }
}

function withFacts(state: Walkthrough, said: Partial<Facts>): Walkthrough {
  const facts = normalizeFacts({ ...state.facts, ...said });
  return JSON.stringify(facts) === JSON.stringify(state.facts) ? state : { ...state, facts };
}

function withoutTick(state: Walkthrough, key: string): Walkthrough {
  if (!Object.hasOwn(state.done, key)) return state;
  return { ...state, done: Object.fromEntries(Object.entries(state.done).filter(([id]) => id !== key)) };
}

// A new round follows a change: whether it needs a full synchronization is asked again, and the files of the last
// round are no longer what will be exported.
function nextRound(state: Walkthrough): Walkthrough {
  return { ...state, round: state.round + 1, facts: forgetRules(state.facts), exportFiles: [] };
}

/** Facts as a new round has them: whether rules changed is asked again. */
export function forgetRules(facts: Facts): Facts {
  return { ...facts, rulesChanged: null };
}

function comparedNow(
  state: Walkthrough,
  {
    active,
    staging,
    complete,
    matters,
  }: Pick<ComparedConfigurations, 'active' | 'staging' | 'complete' | 'matters'>,
  at: Date,
): ComparedConfigurations {
  const former = state.comparison?.waived ?? {};
  return { at: at.toISOString(), active, staging, complete, matters: [...new Set(matters)], waived: former };
}

function waived(state: Walkthrough, key: string, why: string, at: Date): Walkthrough {
  const { comparison } = state;
  if (comparison === null || (comparison.waived[key]?.why ?? '') === why) return state;
  const others = Object.fromEntries(Object.entries(comparison.waived).filter(([one]) => one !== key));
  const changedTo = why === '' ? others : { ...others, [key]: { at: at.toISOString(), why } };
  return { ...state, comparison: { ...comparison, waived: changedTo } };
}

function passGuard(state: Walkthrough, typed: string, at: Date): Walkthrough {
  if (!confirmsSwitch(state, typed)) return state;
  const open = openBeforeSwitch(state).map((point) => point.key);
  return { ...state, switchedWith: { at: at.toISOString(), open } };
}
