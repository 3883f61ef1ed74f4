import { item, powershell } from '../../walkthrough/item.ts';
import { powershellString } from '../../walkthrough/quoting.ts';
import { importAndSynchronize } from '../../walkthrough/steps/import-and-synchronize.ts';
import { switchActiveServer } from '../../walkthrough/steps/switch.ts';
import type { Facts, Item } from '../../walkthrough/walkthrough.ts';
import type { Recommendation } from '../recommend.ts';
import type { RunbookPart } from './runbook.ts';
import { takeOverSteps } from './strategy-steps.ts';
import { verifySteps } from './verify-steps.ts';

/** The server that takes over, for sentences. */
export function takesOver(facts: Facts, { recommended }: Recommendation): string {
  if (recommended.startsWith('staging')) return facts.stagingServer;
  return recommended.startsWith('virtual-machine') ? facts.activeServer : 'the new server';
}

/** From "the server is dead" to "exports run again", in order. */
export function theDay(facts: Facts, recommendation: Recommendation): RunbookPart[] {
  const there = takesOver(facts, recommendation);
  const [first = 'staging'] = recommendation.recommended.split('+');
  const lost = there === facts.activeServer ? `the lost copy of ${there}` : facts.activeServer;
  // On the day nothing exports. A standby that kept up needs a delta; any other one synchronizes in full.
  const onTheDay: Facts = {
    ...facts,
    purpose: 'availability',
    activeServerKind: 'none',
    activeServer: lost,
    stagingServer: there,
    rulesChanged: first !== 'staging',
  };
  return [
    {
      title: 'The day: the server is dead',
      purpose: 'Know that it is lost, and see to it that it stays lost: two servers must never be active.',
      steps: [
        noteTheLoss(facts),
        isolate(facts, lost),
        ...(facts.passThroughAuthentication === false ? [] : [seeAgents(facts)]),
      ],
    },
    {
      title: `Have ${there} in staging mode`,
      purpose: 'The server that takes over imports and synchronizes, and exports nothing yet.',
      steps: [...besideSteps(recommendation), ...takeOverSteps(first, facts, there)],
    },
    ...(recommendation.recommended === 'virtual-machine+rebuild' ? [rebuildInstead(facts)] : []),
    {
      title: 'Import and synchronize',
      purpose: 'Both directories are read anew, connector by connector, in this order. Never Export.',
      steps: onPaper(importAndSynchronize(onTheDay).items.filter(({ asks }) => asks.length === 0)),
    },
    {
      title: 'Verify before the first export',
      purpose: 'What is about to be exported is looked at, object by object, while nothing is exported yet.',
      steps: verifySteps(onTheDay),
    },
    {
      title: 'Make it active: exports run again',
      purpose:
        'Only the wizard disables staging mode. Not before the lost server is isolated, and Verify is done.',
      steps: onPaper(switchActiveServer(onTheDay).items.filter(({ id }) => ON_THE_DAY.has(id))),
    },
  ];
}

/** Behind a machine that moves: what is done when it does not come back. */
function rebuildInstead(facts: Facts): RunbookPart {
  return {
    title: `Only where ${facts.activeServer} does not come back: rebuild it`,
    purpose:
      'The host, the site and the backup are lost together. Did the machine come back? Then leave this part out. Below, the new server takes its place.',
    steps: takeOverSteps('rebuild', facts, 'the new server'),
  };
}

const ON_THE_DAY: ReadonlySet<string> = new Set([
  'disable-staging-mode',
  'see-active',
  'see-exports',
  'hash-sync-catches-up',
  'try-password-writeback',
  'scheduler-on',
]);

/** What the walkthrough says of its own keys has no place on paper. */
function onPaper(items: readonly Item[]): Item[] {
  const said = (text: string): boolean => !/\bpress [a-z]\b|\(key [a-z]\)/i.test(text);
  return items.map((one) => ({ ...one, todo: one.todo.filter(said), wrong: one.wrong.filter(said) }));
}

function noteTheLoss(facts: Facts): Item {
  const name = powershellString(facts.activeServer) ?? "''";
  return item({
    id: 'note-the-loss',
    title: `Say that ${facts.activeServer} is lost`,
    todo: [
      'Write the time down. Run the commands from another server.',
      'Ask who runs the host and the network whether it comes back by itself, and when.',
      'Longer than changes may wait? Then who decides says: the recovery begins. Call the others on the list.',
    ],
    commands: powershell(
      `Test-Connection -ComputerName ${name} -Count 4`,
      `Get-Service -ComputerName ${name} -Name 'ADSync'`,
    ),
    clicks: ['Microsoft Entra admin center, Microsoft Entra Connect, Connect Sync: Last sync'],
    why: 'A server that only you cannot reach still exports. The last synchronization in the portal tells.',
    worked: 'It does not answer, and the last synchronization is older than an hour.',
    wrong: [
      'It answers, and the service is stopped: start the service first. That may be all.',
      'The portal shows a synchronization of the last half hour: something still exports. Find it before you go on.',
    ],
  });
}

function isolate(facts: Facts, lost: string): Item {
  const name = powershellString(facts.activeServer) ?? "''";
  return item({
    id: 'isolate-lost-server',
    title: `Isolate ${lost}: two servers must never be active`,
    todo: [
      'Take its network away: the port of the switch, or the network card of the virtual machine.',
      'Take it out of automatic start, on the host and in the cluster. Tell who restores backups that nobody starts it.',
      'Can it still be reached? Then run the commands from another server first: its service is stopped, and does not start again.',
    ],
    commands: powershell(
      `Invoke-Command -ComputerName ${name} -ScriptBlock { Set-Service -Name 'ADSync' -StartupType Disabled; Stop-Service -Name 'ADSync' }`,
      `Test-Connection -ComputerName ${name} -Count 4`,
    ),
    why: 'A lost server that wakes up exports at once, with its old data, against the one that took over.',
    worked:
      'It does not answer, and nobody can start it with a network. Who took it off, and when, is written down.',
    wrong: [
      'Nobody can reach the host or the switch: do not disable staging mode anywhere until somebody has.',
      'It cannot be isolated for certain: turn off its account in the cloud (Sync_ and the name of the server) in the Microsoft Entra admin center. Then it cannot export.',
    ],
    danger: 'Nothing below is done before this step is ticked. Never two active servers.',
  });
}

function seeAgents(facts: Facts): Item {
  return item({
    id: 'see-agents',
    title: 'See that people can sign in: pass-through authentication',
    todo: [
      `The agent on ${facts.activeServer} is lost with it. See that agents on other servers are Active.`,
      'Pass-through authentication is not used? Then tick this.',
    ],
    clicks: [
      'Microsoft Entra admin center, Microsoft Entra Connect, Connect Sync, Pass-through authentication: the list of agents',
    ],
    why: 'The agent has nothing to do with staging mode, and everything with sign-in.',
    worked: 'Two agents or more are Active.',
    wrong: [
      'None is Active: install one now on any server that reaches a domain controller; it comes first.',
    ],
    danger: 'Without one active agent nobody who uses pass-through authentication can sign in.',
  });
}

function besideSteps({ recommended }: Recommendation): Item[] {
  if (recommended !== 'staging+virtual-machine') return [];
  return [
    item({
      id: 'wait-for-the-move',
      title: 'See first whether the machine moves by itself',
      todo: [
        'Before you switch: is the lost machine about to start on another host? Then let it, take nothing off the network, and stop here.',
        'It does not, or not within the time that changes may wait: isolate it as above, and go on.',
      ],
      why: 'A machine that moved is the active server as before: a standby made active beside it is the second one.',
      worked: 'It is certain which of the two it is: moved, or lost for good.',
      wrong: ['Nobody can say: isolate it. A standby takes over safely only from a server that is off.'],
      danger: 'Never both: the moved machine and the standby.',
    }),
  ];
}
