import { connectorNameProblem } from '../../walkthrough/commands.ts';
import { isKnown } from '../../walkthrough/facts.ts';
import type { Facts, Item } from '../../walkthrough/walkthrough.ts';
import { PLAN_DAYS } from '../plan.ts';
import type { Answers } from '../questions.ts';
import { QUESTIONS } from '../questions.ts';
import { type Recommendation, recommend } from '../recommend.ts';
import { beforehand } from './beforehand.ts';
import { theDay } from './the-day.ts';
import { wayBack } from './way-back.ts';
import { type Contact, whoToCall } from './who-to-call.ts';

/** A part of the runbook: steps to tick, in order. */
export interface RunbookPart {
  readonly title: string;
  /** What this part is for, and when it is done. */
  readonly purpose: string;
  readonly steps: readonly Item[];
}

/** The plan for the loss of the server, written for this organization. */
export interface Runbook {
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** True where the names are those of a training scenario. */
  readonly training: boolean;
  /** What holds for the whole of it: a name and what it is, a line each. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly recommendation: Recommendation;
  readonly contacts: readonly Contact[];
  readonly parts: readonly RunbookPart[];
}

/** What a runbook is written from. */
export interface RunbookSource {
  readonly facts: Facts;
  readonly answers: Answers;
  readonly training: boolean;
  readonly now: Date;
}

/**
 * What must be entered before a runbook can be written, a sentence each; empty where nothing is missing. A runbook
 * with a placeholder in a command is none.
 */
export function missingForRunbook({ facts, answers }: Pick<RunbookSource, 'facts' | 'answers'>): string[] {
  const standby = recommend(answers).recommended.startsWith('staging');
  return [
    ...(facts.activeServer === ''
      ? ['The name of the active server: the one whose loss is planned for.']
      : []),
    ...(standby && facts.stagingServer === ''
      ? ['The name of the staging server: the one that takes over.']
      : []),
    ...(facts.adConnectors.length === 0
      ? ['The names of the connectors of type Active Directory Domain Services.']
      : []),
    ...(facts.aadConnector === ''
      ? ['The name of the connector of type Windows Azure Active Directory (Microsoft).']
      : []),
    ...(isKnown(facts, 'exportFolder') ? [] : ['The folder for the export files: a whole path.']),
    ...[...facts.adConnectors, facts.aadConnector].flatMap((name) => {
      const problem = name === '' ? null : connectorNameProblem(name);
      return problem === null ? [] : [`The connector ${name}: ${problem}`];
    }),
  ];
}

/** The runbook. Ask {@link missingForRunbook} first: where something is missing, its commands hold placeholders. */
export function runbookFor({ facts, answers, training, now }: RunbookSource): Runbook {
  const recommendation = recommend(answers);
  return {
    title: `Recovery of the synchronization server ${facts.activeServer}`,
    madeAt: now.toISOString(),
    training,
    facts: factLines(facts, answers, recommendation),
    recommendation,
    contacts: whoToCall(facts, answers, recommendation),
    parts: [
      beforehand(facts, recommendation),
      ...theDay(facts, recommendation),
      wayBack(facts, recommendation),
    ],
  };
}

function factLines(facts: Facts, answers: Answers, { title }: Recommendation): Runbook['facts'] {
  const lines: [string, string][] = [
    ['Strategy', title],
    ['Server that may be lost', facts.activeServer],
    ...(facts.stagingServer === '' ? [] : [['Staging server', facts.stagingServer] as [string, string]]),
    ['Connectors to Active Directory', facts.adConnectors.join(', ')],
    ['Connector to Microsoft Entra ID', facts.aadConnector],
    ['Folder for export files', facts.exportFolder],
    ['Deletion threshold', `${facts.deletionThreshold} deletes: with as many the whole export stops`],
    ['Password hash synchronization', yesNo(facts.passwordHashSync)],
    ['Password writeback', yesNo(facts.passwordWriteback)],
    ['Pass-through authentication', yesNo(facts.passThroughAuthentication)],
    ...QUESTIONS.map(({ id, question, options }): [string, string] => [
      question,
      options.find((option) => option.id === answers[id])?.label ?? "Don't know",
    ]),
    [
      'Look at this plan again',
      `after ${PLAN_DAYS} days, and whenever a server, a connector or a feature changes`,
    ],
  ];
  return lines.map(([name, value]) => ({ name, value }));
}

function yesNo(fact: boolean | null): string {
  if (fact === null) return 'not known: find out';
  return fact ? 'in use' : 'not in use';
}
