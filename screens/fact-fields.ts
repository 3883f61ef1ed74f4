import type { Facts } from '../src/walkthrough/walkthrough.ts';
import type { ChosenFact } from './app-state.ts';

/** One answer of a fact that has a few. `null` takes the answer back. */
export interface FactOption {
  readonly value: Facts[ChosenFact];
  readonly label: string;
}

/** One line of the form. */
export type FactRow = { readonly label: string; readonly value: string } & (
  | { readonly kind: 'text'; readonly fact: TypedFact }
  | { readonly kind: 'choice'; readonly fact: ChosenFact }
  /** One AD connector; `index` beyond the last is the line that adds. */
  | { readonly kind: 'connector'; readonly index: number }
);

export type TypedFact = keyof Pick<
  Facts,
  'stagingServer' | 'activeServer' | 'aadConnector' | 'exportFolder' | 'deletionThreshold'
>;

const YES_NO: readonly FactOption[] = [
  { value: true, label: 'Yes' },
  { value: false, label: 'No' },
  { value: null, label: 'Not said yet' },
];

const QUESTIONS: Readonly<
  Record<ChosenFact, { label: string; question: string; options: readonly FactOption[] }>
> = {
  purpose: {
    label: 'Purpose of staging mode',
    question: 'Why is this server in staging mode?',
    options: [
      { value: 'availability', label: 'Availability: it takes over when the active server is lost' },
      { value: 'trial', label: 'Trial: a new configuration is tried before it goes live' },
      { value: 'replacement', label: 'Replacement: a new server; the old one is retired' },
      { value: null, label: 'Not said yet' },
    ],
  },
  activeServerKind: {
    label: 'What exports today',
    question: 'What exports to Microsoft Entra ID today?',
    options: [
      { value: 'connect', label: 'Microsoft Entra Connect Sync (Azure AD Connect)' },
      { value: 'azure-ad-sync', label: 'Azure AD Sync' },
      { value: 'dirsync', label: 'DirSync' },
      { value: 'fim', label: 'FIM: Forefront Identity Manager with the connector for Azure AD' },
      { value: 'none', label: 'Nothing: the old server is gone' },
      { value: null, label: 'Not said yet' },
    ],
  },
  rulesChanged: {
    label: 'Rules, scope or filters changed',
    question: 'Did rules, scope or filters change since the last full synchronization?',
    options: YES_NO,
  },
  passwordHashSync: {
    label: 'Password hash sync',
    question: 'Is password hash synchronization used?',
    options: YES_NO,
  },
  passwordWriteback: {
    label: 'Password writeback',
    question: 'Is password writeback used?',
    options: YES_NO,
  },
  passThroughAuthentication: {
    label: 'Pass-through authentication',
    question: 'Do people sign in with pass-through authentication?',
    options: YES_NO,
  },
};

const TYPED: Readonly<Record<TypedFact, string>> = {
  stagingServer: 'Staging server',
  activeServer: 'Active server',
  aadConnector: 'AAD connector',
  exportFolder: 'Folder for export files',
  deletionThreshold: 'Deletion threshold',
};

const ORDER: readonly (ChosenFact | TypedFact | 'adConnectors')[] = [
  'purpose',
  'stagingServer',
  'activeServerKind',
  'activeServer',
  'adConnectors',
  'aadConnector',
  'exportFolder',
  'rulesChanged',
  'passwordHashSync',
  'passwordWriteback',
  'passThroughAuthentication',
  'deletionThreshold',
];

/** The lines of the form: of the facts `asked`, or of all where none are named. */
export function factRows(facts: Facts, asked: readonly (keyof Facts)[]): readonly FactRow[] {
  return ORDER.filter((fact) => asked.length === 0 || asked.includes(fact)).flatMap((fact) =>
    rowsOf(facts, fact),
  );
}

/** What a choice asks, and its answers. */
export function choiceOf(fact: ChosenFact): { question: string; options: readonly FactOption[] } {
  return QUESTIONS[fact];
}

function rowsOf(facts: Facts, fact: (typeof ORDER)[number]): FactRow[] {
  if (fact === 'adConnectors') return connectorRows(facts);
  if (isTyped(fact)) return [{ kind: 'text', fact, label: TYPED[fact], value: String(facts[fact]) }];
  const { label, options } = QUESTIONS[fact];
  const answer = options.find(({ value }) => value === facts[fact] && value !== null)?.label ?? '';
  // What follows explains the answer; the line has no room for it.
  const value = answer.split(/[:(]/)[0] ?? '';
  return [{ kind: 'choice', fact, label, value: value.trim() }];
}

function connectorRows({ adConnectors }: Facts): FactRow[] {
  const named = adConnectors.map(
    (value, index): FactRow => ({ kind: 'connector', index, label: `AD connector ${index + 1}`, value }),
  );
  const more = adConnectors.length === 0 ? 'AD connector 1' : 'One more AD connector';
  return [...named, { kind: 'connector', index: adConnectors.length, label: more, value: '' }];
}

function isTyped(fact: ChosenFact | TypedFact): fact is TypedFact {
  return Object.hasOwn(TYPED, fact);
}
