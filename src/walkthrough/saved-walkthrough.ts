import { normalizeFacts } from './facts.ts';
import {
  type ComparedConfigurations,
  type Facts,
  type Plan,
  STEP_IDS,
  type Tick,
  type Walkthrough,
} from './walkthrough.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTextOrNull: Check = (value) => value === null || isText(value);
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isTime: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
const isYesNoOrNull: Check = (value) => value === null || typeof value === 'boolean';
const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);
const eachOf =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check);
const isTick: Check = (value) => isRecord(value) && isTime(value['at']);

const isWaiver: Check = (value) => isTick(value) && isRecord(value) && isText(value['why']);

const COMPARISON: Readonly<Record<keyof ComparedConfigurations, Check>> = {
  at: isTime,
  active: isText,
  staging: isText,
  complete: (value) => typeof value === 'boolean',
  matters: isTexts,
  waived: eachOf(isWaiver),
};

const FACTS: Readonly<Record<keyof Facts, Check>> = {
  purpose: oneOf(null, 'availability', 'trial', 'replacement'),
  activeServerKind: oneOf(null, 'connect', 'azure-ad-sync', 'dirsync', 'fim', 'none'),
  activeServer: isText,
  stagingServer: isText,
  adConnectors: isTexts,
  aadConnector: isText,
  exportFolder: isText,
  rulesChanged: isYesNoOrNull,
  passwordHashSync: isYesNoOrNull,
  passwordWriteback: isYesNoOrNull,
  passThroughAuthentication: isYesNoOrNull,
  deletionThreshold: isCount,
};

const areFacts: Check = (value) => isRecord(value) && misfit(value, FACTS) === null;
const isPlan: Check = (value) =>
  isTick(value) &&
  isRecord(value) &&
  eachOf(isText)(value['answers']) &&
  areFacts(value['facts']) &&
  isText(value['recommended']);

const WALKTHROUGH: Readonly<Record<keyof Walkthrough, Check>> = {
  version: oneOf(1),
  training: isTextOrNull,
  startedAt: isTime,
  changedAt: isTime,
  screen: oneOf('home', ...STEP_IDS),
  facts: areFacts,
  done: eachOf(isTick),
  round: isCount,
  answers: eachOf(isText),
  // Added later: a file without it is as good.
  plan: (value) => value === undefined || value === null || isPlan(value),
  exportFiles: isTexts,
  comparison: (value) => value === null || (isRecord(value) && misfit(value, COMPARISON) === null),
  switchedWith: (value) => value === null || (isTick(value) && isRecord(value) && isTexts(value['open'])),
};

/**
 * A walkthrough from what a state file holds.
 * `misfit` names the first part that is not as this version writes it; then nothing of the file is used.
 */
export function readWalkthrough(
  saved: unknown,
): { readonly walkthrough: Walkthrough } | { readonly misfit: string } {
  if (!isRecord(saved)) return { misfit: 'it holds no walkthrough' };
  if (saved['version'] === undefined)
    return { misfit: 'it is cut off or damaged, or stagewalk did not write it' };
  if (saved['version'] !== 1) return { misfit: `its version is ${JSON.stringify(saved['version'])}, not 1` };
  // Files of earlier versions have no comparison yet.
  const wrong = misfit({ comparison: null, ...saved }, WALKTHROUGH);
  if (wrong !== null) return { misfit: `"${wrong}" is not as it was written` };
  const known = saved as unknown as Walkthrough;
  return {
    walkthrough: {
      version: 1,
      training: known.training,
      startedAt: known.startedAt,
      changedAt: known.changedAt,
      screen: known.screen,
      facts: normalizeFacts(onlyFacts(known.facts)),
      done: mapValues(known.done, ({ at }): Tick => ({ at })),
      round: known.round,
      answers: mapValues(known.answers, (option) => option),
      plan: known.plan ? planFrom(known.plan) : null,
      exportFiles: known.exportFiles,
      comparison: comparisonOf(known.comparison ?? null),
      switchedWith: known.switchedWith && { at: known.switchedWith.at, open: known.switchedWith.open },
    },
  };
}

function planFrom({ at, answers, facts, recommended }: Plan): Plan {
  return {
    at,
    answers: mapValues(answers, (option) => option),
    facts: normalizeFacts(onlyFacts(facts)),
    recommended,
  };
}

function misfit(value: Record<string, unknown>, checks: Readonly<Record<string, Check>>): string | null {
  const wrong = Object.entries(checks).find(
    ([key, check]) => !(Object.hasOwn(value, key) || key === 'plan') || !check(value[key]),
  );
  return wrong?.[0] ?? null;
}

function comparisonOf(known: ComparedConfigurations | null): ComparedConfigurations | null {
  if (known === null) return null;
  const { at, active, staging, complete, matters } = known;
  const waived = mapValues(known.waived, ({ at: since, why }) => ({ at: since, why }));
  return { at, active, staging, complete, matters, waived };
}

function onlyFacts(facts: Facts): Facts {
  const known = Object.keys(FACTS);
  return Object.fromEntries(Object.entries(facts).filter(([key]) => known.includes(key))) as unknown as Facts;
}

// fromEntries makes own properties of every key, `__proto__` too.
function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  to: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
