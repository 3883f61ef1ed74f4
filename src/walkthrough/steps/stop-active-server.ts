import { item, powershell } from '../item.ts';
import { ACTIVE_SERVER_NAMES, activeServer } from '../servers.ts';
import type { ActiveServerKind, Facts, Item } from '../walkthrough.ts';

const OLDER_ARTICLE =
  'The article of 2017 says only: turn off the server. These products are no longer supported; their names below are from their own time.';
const DANGER = 'Until this is done the other server must not leave staging mode. Never two active servers.';

/** How the server that exports today is stopped from exporting: one way for each kind. */
export function stopActiveServer(facts: Facts): Item {
  const kind = facts.activeServerKind;
  return kind === null ? sayActiveServer : STOP[kind](activeServer(facts));
}

const sayActiveServer = item({
  id: 'say-active-server-kind',
  title: 'Say what runs on the active server',
  todo: ['Enter it (key f): each kind is stopped from exporting in its own way.'],
  why: 'The active server must stop exporting before this one starts.',
  worked: 'The instruction for its kind stands here.',
  danger: DANGER,
  asks: ['activeServerKind'],
});

const STOP: Readonly<Record<ActiveServerKind, (there: string) => Item>> = {
  connect: (there) =>
    item({
      id: 'stop-active-connect',
      title: `Put ${there} into staging mode`,
      todo: [
        `On ${there}: wait until no cycle runs (SyncCycleInProgress False), then run the wizard.`,
        'Sign in as Hybrid Identity Administrator, select staging mode, leave the start of the synchronization selected.',
        'Then run the command there: StagingModeEnabled must be True.',
      ],
      commands: powershell('Import-Module ADSync', 'Get-ADSyncScheduler'),
      clicks: [
        'Desktop, Azure AD Connect (Microsoft Entra Connect Sync), Configure',
        'Additional tasks, Configure staging mode, Next',
        'Sign in to Microsoft Entra ID, Next',
        'Select Enable staging mode, Next, Configure, Exit',
      ],
      why: 'It keeps importing and synchronizing, so it is the spare from now on, and exports nothing.',
      worked: 'StagingModeEnabled : True on this server, and no Export in Operations after this moment.',
      wrong: [
        'By cmdlet it is not supported: only the wizard.',
        'The server cannot be reached or the wizard does not open: take it off the network, and see that it cannot come back by itself. A pass-through authentication agent on it stops with it.',
      ],
      formerly:
        'The article of 2017 gives this one line. Today: first active to staging, with a look at StagingModeEnabled; only then staging to active.',
      danger: DANGER,
    }),
  'azure-ad-sync': (there) =>
    item({
      id: 'stop-active-azure-ad-sync',
      title: `Turn off ${there} (${ACTIVE_SERVER_NAMES['azure-ad-sync']})`,
      todo: [
        'Azure AD Sync has no staging mode: the server is turned off.',
        `On ${there}: in Task Scheduler disable the task Azure AD Sync Scheduler; wait until no run is left in Synchronization Service.`,
        'Set the service Microsoft Azure AD Sync to Disabled, then shut the server down.',
      ],
      clicks: [
        'Task Scheduler, Task Scheduler Library, Azure AD Sync Scheduler, Disable',
        'services.msc, Microsoft Azure AD Sync, Properties, Startup type Disabled, Stop',
      ],
      why: 'A server that is only shut down exports again when somebody starts it.',
      worked: 'The server does not answer, and would not export if it were started.',
      wrong: [
        'Somebody starts the virtual machine again next week. Disabled task and service keep it quiet.',
      ],
      formerly: OLDER_ARTICLE,
      danger: DANGER,
    }),
  dirsync: (there) =>
    item({
      id: 'stop-active-dirsync',
      title: `Turn off ${there} (${ACTIVE_SERVER_NAMES.dirsync})`,
      todo: [
        'DirSync has no staging mode: the server is turned off.',
        `On ${there}: set the services Windows Azure Active Directory Sync Service and Forefront Identity Manager Synchronization Service to Disabled and stop them.`,
        'Shut the server down.',
      ],
      clicks: [
        'services.msc, Windows Azure Active Directory Sync Service, Properties, Startup type Disabled, Stop',
        'services.msc, Forefront Identity Manager Synchronization Service: the same',
      ],
      why: 'DirSync exports every three hours by itself. A server that is only shut down does so again when somebody starts it.',
      worked: 'The server does not answer, and its services are disabled.',
      wrong: [
        'Do not switch off directory synchronization in the tenant instead: it turns every synchronized object into a cloud object, and takes up to 72 hours.',
      ],
      formerly: OLDER_ARTICLE,
      danger: DANGER,
    }),
  fim: (there) =>
    item({
      id: 'stop-active-fim',
      title: `Stop ${there} (${ACTIVE_SERVER_NAMES.fim}) from exporting to the cloud`,
      todo: [
        'FIM and MIM have no staging mode. Does the server synchronize other systems too? Then ask their owners before you turn it off.',
        `On ${there}: disable the scheduled tasks or scripts that run its run profiles, at least those of the management agent for Azure AD.`,
        'Nothing else on it is needed? Set the service Forefront Identity Manager Synchronization Service to Disabled and shut the server down.',
      ],
      clicks: [
        'Task Scheduler: the tasks that run the run profiles, Disable',
        'Synchronization Service Manager, Management Agents, the agent for Azure AD: no run profile that exports is left in use',
      ],
      why: 'Its run profiles are started by your own tasks or scripts. Every one of them that exports to the cloud must stop.',
      worked: 'Operations of that server shows no export to Azure AD after this moment.',
      wrong: [
        'A second script on another server starts the same run profile over WMI. Look who ran the last exports.',
      ],
      formerly: OLDER_ARTICLE,
      danger: DANGER,
    }),
  none: () =>
    item({
      id: 'see-old-server-gone',
      title: 'See that the old server cannot come back',
      todo: [
        'The old server is gone: nothing exports today. Make sure that it stays so.',
        'Take its network away, its virtual machine out of automatic start, and tell who restores backups.',
      ],
      why: 'An old server that comes back from a backup or a failed host begins to export at once, with its old data.',
      worked: 'Nobody can start it with a network.',
      wrong: [
        'It is only unreachable for you and still runs: it still exports. Isolate it before you go on.',
        'Its pass-through authentication agent is gone as well: see the item on agents.',
      ],
      danger: 'Never two active servers: a lost server that wakes up is the second one.',
    }),
};
