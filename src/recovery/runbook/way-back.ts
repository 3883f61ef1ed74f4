import { item, powershell } from '../../walkthrough/item.ts';
import type { Facts } from '../../walkthrough/walkthrough.ts';
import type { Recommendation } from '../recommend.ts';
import type { RunbookPart } from './runbook.ts';
import { takesOver } from './the-day.ts';

/** How things come back to what they were, in daylight. */
export function wayBack(facts: Facts, recommendation: Recommendation): RunbookPart {
  const there = takesOver(facts, recommendation);
  const lost = facts.activeServer;
  const same = there === lost;
  return {
    title: 'The way back',
    purpose: 'In daylight, when exports have run for a day or two without errors. Nothing here is urgent.',
    steps: [
      item({
        id: 'never-as-it-was',
        title: same ? `Delete every other copy of ${lost}` : `Never start ${lost} again as it was`,
        todo: [
          same
            ? 'Copies and snapshots of the machine that are older than today: delete them, or mark them as never to be started with a network.'
            : `Repaired, ${lost} still believes that it is the active server. Install it anew, or start it without a network and put it into staging mode before the network is connected.`,
          'Its old account in the cloud, if you turned it off: leave it so until the server is installed anew.',
        ],
        why: 'The most frequent second disaster is the first server coming back.',
        worked: 'No machine can start that believes to be the active server, but the one that is.',
        wrong: [
          `It was started with a network: on ${there} look at Operations and at the audit log of the cloud for exports of the other one, isolate it, and verify again.`,
        ],
        danger: 'Never two active servers.',
      }),
      item({
        id: 'have-a-spare-again',
        title: 'Have what the plan rests on again',
        todo: recommendation.recommended.startsWith('staging')
          ? [
              `Install ${lost} in staging mode, with the walkthrough (stagewalk, Prepare to Verify): it is the standby now.`,
              `Switch back only on purpose, in a change window: first ${there} to staging mode by the wizard, see StagingModeEnabled : True, then disable it on ${lost}.`,
            ]
          : [
              'Save the configuration again, from the server that is active now: the part Before, from its first step.',
              'Is the sync engine on a domain controller? Move it to a server of its own, with the walkthrough and the purpose replacement.',
            ],
        commands: powershell('hostname', 'Import-Module ADSync', 'Get-ADSyncScheduler'),
        why: 'Until then the next loss has no plan.',
        worked: 'One server shows StagingModeEnabled : False, every other one True, and none less than one.',
        wrong: ['Two show False: isolate one at once, then find out which of them exported last.'],
      }),
      item({
        id: 'close-the-day',
        title: 'Close it: times, lessons, plan',
        todo: [
          'Write down which step took how long, what was left out and what was done in another order.',
          'Tell the service desk that changes and passwords flow again.',
          'Answer the questions again in stagewalk recover, and write this runbook anew: servers have changed.',
        ],
        why: 'The plan rests on names that are no longer true.',
        worked: 'A runbook of this week lies where the old one lay.',
        wrong: [
          'The times were longer than the business can bear: the strategy is another one. Answer with the times measured.',
        ],
      }),
    ],
  };
}
