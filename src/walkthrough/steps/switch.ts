import { item, powershell } from '../item.ts';
import { activeServer, stagingServer } from '../servers.ts';
import type { Facts, Item, Step } from '../walkthrough.ts';
import { afterSwitch, schedulerOn } from './after-switch.ts';
import { stopActiveServer } from './stop-active-server.ts';

/** Switch: the active server stops exporting, the staging server starts, and the purpose's own last steps. */
export function switchActiveServer(facts: Facts): Step {
  return {
    id: 'switch',
    title: 'Switch active server',
    purpose: purposeOf(facts),
    items: [
      readyToSwitch(facts),
      ...(facts.passThroughAuthentication === false || facts.activeServerKind === 'connect'
        ? []
        : [passThroughBeforeTurnOff]),
      stopActiveServer(facts),
      disableStagingMode(facts),
      seeActive(facts),
      seeExports(facts),
      ...(facts.passwordHashSync === false ? [] : [hashSyncCatchesUp]),
      ...(facts.passwordWriteback === false ? [] : [tryWriteback]),
      ...afterSwitch(facts),
      schedulerOn(facts),
    ],
  };
}

function purposeOf(facts: Facts): string {
  const order = 'First the active server stops exporting, then this one starts. Never the other way round.';
  switch (facts.purpose) {
    case 'availability':
      return `${order} For a spare: switch only when the active server is lost or on purpose; otherwise do the last item and leave the rest.`;
    case 'trial':
      return `${order} For a trial you may also leave this server in staging mode, and do the last two items only.`;
    case 'replacement':
    case null:
      return order;
    default:
      return facts.purpose satisfies never;
  }
}

function readyToSwitch(facts: Facts): Item {
  return item({
    id: 'ready-to-switch',
    title: 'See that everything is ready for the switch',
    todo: [
      'Verify is done in this round, and nothing was changed since.',
      `${stagingServer(facts)} has imported and synchronized today. Run the commands there: StagingModeEnabled is True, and no run is under way.`,
      `The deletion threshold is on (${facts.deletionThreshold}), and the Connect Health agent is up to date.`,
      'You have the password of a Hybrid Identity Administrator, and a change window.',
    ],
    commands: powershell('Import-Module ADSync', 'Get-ADSyncScheduler', 'Get-ADSyncConnectorRunStatus'),
    why: 'Between the two halves of the switch nothing is exported. The pause is short only when nothing has to be looked for.',
    worked: 'Every line is true; the last command shows nothing.',
    wrong: ['The last round is from yesterday: begin a new one. What came since would be exported unseen.'],
    formerly: 'The article of 2017 has no such list; today one comes before the switch.',
  });
}

const passThroughBeforeTurnOff = item({
  id: 'pass-through-agents',
  title: 'See that pass-through authentication does not hang on the old server',
  todo: [
    'Is pass-through authentication in use? Then at least two other servers must show an active agent before the old server is off.',
    'Not in use: tick this, or press f on the list of items and say so.',
  ],
  clicks: [
    'Microsoft Entra admin center, Microsoft Entra Connect, Connect Sync, Pass-through authentication: the list of agents',
  ],
  why: 'The agent on a server stops when the server is turned off. It has nothing to do with staging mode.',
  worked: 'Agents on servers that stay are Active.',
  wrong: ['The only agent is on the old server: install others first, or nobody signs in.'],
  danger: 'Without one active agent nobody who uses pass-through authentication can sign in.',
});

function disableStagingMode(facts: Facts): Item {
  const here = stagingServer(facts);
  return item({
    id: 'disable-staging-mode',
    title: `Disable staging mode on ${here}`,
    todo: [
      `On ${here}, run hostname first: it must be this server.`,
      'Run the wizard, sign in as Hybrid Identity Administrator, unselect staging mode.',
      'On the last page select the start of the synchronization.',
    ],
    commands: [{ shell: 'cmd', text: 'hostname' }],
    clicks: [
      'Desktop, Azure AD Connect (Microsoft Entra Connect Sync), Configure',
      'Additional tasks, Configure staging mode, Next',
      'Sign in to Microsoft Entra ID, Next',
      'Unselect Enable staging mode, Next',
      'Select Start the synchronization process when configuration completes, Configure, Exit',
    ],
    why: 'From here on the server exports, synchronizes password hashes and writes passwords back.',
    worked: 'The wizard ends without an error, and a cycle starts within minutes.',
    wrong: [
      'By cmdlet it is not supported: only the wizard.',
      'The start of the synchronization was not selected: nothing happens. See the item on the scheduler, at the end.',
    ],
    formerly:
      "The article of 2017 gives one line; the sign-in and the page are as today's wizard shows them.",
    danger:
      facts.passwordWriteback === false
        ? `Not before ${activeServer(facts)} has stopped exporting. From here on changes leave this server.`
        : `Not before ${activeServer(facts)} has stopped exporting. From here on changes leave this server. Two active servers with password writeback break each other's channel to the cloud.`,
  });
}

function seeActive(facts: Facts): Item {
  return item({
    id: 'see-active',
    title: 'See that this server is the active one',
    todo: [`On ${stagingServer(facts)}: run the commands. StagingModeEnabled must be False now.`],
    commands: powershell('Import-Module ADSync', 'Get-ADSyncScheduler'),
    why: 'The wizard can end without having changed it, if it was left too early.',
    worked: 'StagingModeEnabled : False, SyncCycleEnabled : True.',
    wrong: ['Still True: run the wizard once more, to its end.'],
    formerly: 'The article of 2017 does not check it.',
  });
}

function seeExports(facts: Facts): Item {
  return item({
    id: 'see-exports',
    title: 'See that the exports run, and succeed',
    todo: [
      'Watch the first cycle in Operations: an Export line for the Azure AD connector and for each AD connector.',
      'Compare the counts with the table of Verify.',
    ],
    clicks: ['Synchronization Service, tab Operations: select the Export line, Export Statistics'],
    why: 'The proof of the switch: what you verified is what is written.',
    worked: 'Status success, and Adds, Updates, Deletes as in Verify.',
    wrong: [
      `stopped-deletion-threshold-exceeded (Application event 116): too many deletes, threshold ${facts.deletionThreshold}. Nothing was exported at all. Do not raise the threshold before each delete is explained.`,
      'completed-export-errors: single objects failed. Click the number, read the error; the others were exported.',
      'No Export line: the cycle has not come to it yet, or staging mode is still on.',
    ],
    formerly: 'The article of 2017 ends with the wizard.',
  });
}

const hashSyncCatchesUp = item({
  id: 'hash-sync-catches-up',
  title: 'Let password hash synchronization catch up',
  todo: [
    'Leave the service alone. The server goes on from where it stopped: after a long time in staging mode that takes hours.',
    'Watch the Application log: events 654 and 656 for batches, 657 for each user.',
    'Tell the service desk: until it is done, people who changed their password lately sign in to the cloud with the old one.',
  ],
  clicks: ['Event Viewer, Windows Logs, Application, Filter Current Log: 654,656,657'],
  why: 'In staging mode no password hash was synchronized. All changes since then are sent now.',
  worked: 'The events come closer to the time of now; a test user signs in to the cloud with a new password.',
  wrong: [
    'The service was restarted because it seemed to hang: the catching up begins again. Wait.',
    'Not in use? Press f on the list of items and say so: this item goes.',
  ],
  formerly:
    'The article of 2017 says only that password synchronization starts when staging mode is disabled.',
  danger: 'Do not restart the service or the server while it catches up.',
});

const tryWriteback = item({
  id: 'try-password-writeback',
  title: 'Try password writeback',
  todo: ['Reset the password of a test user in the cloud, and sign in on-premises with the new one.'],
  clicks: ['Browser: https://passwordreset.microsoftonline.com, as the test user'],
  why: 'Writeback was off in staging mode and starts now. It works in real time: nobody sees that it fails until a person needs it.',
  worked: 'The new password works on-premises within a minute.',
  wrong: [
    'It fails: another server with writeback was active at the same time. See that only one is, then switch writeback off and on in the wizard.',
    'Not in use? Press f on the list of items and say so: this item goes.',
  ],
  formerly: 'The article of 2017 says only that writeback starts when staging mode is disabled.',
});
