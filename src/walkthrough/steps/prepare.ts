import { item, powershell } from '../item.ts';
import { activeServer, stagingServer } from '../servers.ts';
import type { Facts, Item, Step } from '../walkthrough.ts';
import { exportFolderItems } from './export-folder.ts';

/** Prepare: a server that imports and synchronizes but does not export, and the facts that every later step uses. */
export function prepare(facts: Facts): Step {
  return {
    id: 'prepare',
    title: 'Prepare',
    purpose:
      'A server in staging mode imports and synchronizes, and exports nothing. Here it is installed so, and stagewalk learns the names that every later command carries.',
    items: [
      sayPurpose,
      nameServers,
      install(facts),
      signOffAndOn,
      openSynchronizationService,
      nameConnectors,
      ...exportFolderItems(facts),
      sayFeatures,
      checkStagingMode(facts),
      noExportByHand,
    ],
  };
}

const sayPurpose = item({
  id: 'say-purpose',
  title: 'Say what the staging server is for',
  todo: [
    'Availability: a spare that can take over fast when the active server is lost.',
    'Trial: a change of configuration, previewed here before it reaches production.',
    'Replacement: a new server takes over and the old one is retired.',
  ],
  why: 'The last steps differ: a spare stays in staging mode, a trial ends on both servers, a replacement ends with the retirement of the old server.',
  worked: 'This item is ticked by itself.',
  wrong: [
    'Two active servers are not a purpose: Microsoft Entra Connect has no active-active mode. One server exports, all others stage.',
  ],
  formerly:
    'The article of 2017 calls the first purpose high availability; today it is called fault tolerance.',
  asks: ['purpose'],
});

const nameServers = item({
  id: 'name-servers',
  title: 'Name the staging server and the active server',
  todo: [
    'Enter the name of the server in staging mode: the one that you verify.',
    'Enter the name of the server that exports today, and what runs on it.',
  ],
  why: 'Every instruction says on which of the two servers it is done, and the name of the staging server opens the way to Switch.',
  worked:
    'This item is ticked by itself. The hostname command on each server shows the name that you entered.',
  wrong: ['The two are mixed up. Run hostname on each server before you enter its name.'],
  asks: ['stagingServer', 'activeServerKind', 'activeServer'],
});

function install(facts: Facts): Item {
  const here = stagingServer(facts);
  return item({
    id: 'install-in-staging-mode',
    title: 'Install in staging mode, without starting the synchronization',
    todo: [
      `On ${here}: run the installation wizard of Microsoft Entra Connect Sync (Azure AD Connect).`,
      'Choose the same options as on the active server: sign-in, directories, OU filter, source anchor, optional features.',
      'On the last page select staging mode and unselect the start of the synchronization.',
      'It is installed already? Then look that it is in staging mode: the item "See that staging mode is on", below.',
    ],
    clicks: [
      'Wizard, page Ready to configure: unselect "Start the synchronization process when configuration completes."',
      'Same page: select "Enable staging mode: When selected, synchronization will not export any data to AD or Azure AD."',
      'Install',
    ],
    why: 'With the synchronization left off you run the sync engine by hand, one run profile after the other, and look at the result of each. The staging server has its own SQL database, so it may stand in another data centre.',
    worked: 'The wizard ends with "Configuration complete" and says that staging mode is enabled.',
    wrong: [
      'Staging mode was not selected: the server exports as soon as it synchronizes. Run the wizard again at once: Configure staging mode.',
      'csexport is missing: only the MSI was installed. Its folder is filled when the wizard has run to its end.',
    ],
    formerly:
      'The article of 2017 selects staging mode during installation. Today the wizard can also do it later: Configure staging mode.',
    danger:
      facts.activeServerKind === 'none'
        ? 'Without staging mode this server exports before anyone has looked at what it will export.'
        : `Without staging mode this server exports beside ${activeServer(facts)}. Never two active servers.`,
  });
}

const signOffAndOn = item({
  id: 'sign-off-and-on',
  title: 'Sign off and on again',
  todo: [
    'Sign off from Windows (do not only close the RDP window) and sign on again.',
    'Start stagewalk again: it goes on here.',
  ],
  clicks: ['Start, your picture, Sign out', 'Connect again and sign in with the same account'],
  why: 'The installation put you into the group ADSyncAdmins. Windows applies a group only at the next sign-in.',
  worked: 'The command shows a line with ADSyncAdmins.',
  commands: [{ shell: 'cmd', text: 'whoami /groups | find "ADSyncAdmins"' }],
  wrong: [
    'Synchronization Service says that it cannot connect, or cmdlets say access denied: you are still in the old session. Sign out, not Disconnect.',
    'No line, and you did sign out: other groups were chosen in the installation. Look for their names in whoami /groups.',
    'Files in %TEMP% are gone after the sign-off: an RDP session may have a TEMP folder of its own that is deleted. Keep nothing there.',
  ],
});

const openSynchronizationService = item({
  id: 'open-synchronization-service',
  title: 'Open Synchronization Service',
  todo: ['Open Synchronization Service from the start menu and choose the tab Connectors.'],
  clicks: [
    'Start menu, Azure AD Connect (or Microsoft Entra Connect), Synchronization Service',
    'Tab Connectors',
  ],
  why: 'Here the run profiles are run, and here the names of the connectors stand.',
  worked: 'The window lists the connectors, with name, type and state.',
  wrong: [
    'It does not open: the service Microsoft Azure AD Sync (ADSync) is stopped, or you have not signed off and on.',
    'The wizard is still open: while it is, the scheduler is suspended. Close the wizard.',
  ],
});

const nameConnectors = item({
  id: 'name-connectors',
  title: 'Enter the names of the connectors',
  todo: [
    'Enter each connector of type Active Directory Domain Services.',
    'Enter the one of type Windows Azure Active Directory (Microsoft).',
    'Copy the names; do not type them. The command lists them.',
  ],
  commands: powershell(
    'Import-Module ADSync',
    'Get-ADSyncConnector | Format-List Name, Type, Subtype, Identifier',
  ),
  clicks: ['Synchronization Service, tab Connectors: column Name, column Type'],
  why: 'Every command of the later steps carries these names, quoted. Without them it shows a placeholder and cannot be run.',
  worked: 'Each name in the list is entered, letter for letter; then this item is ticked by itself.',
  wrong: [
    'The dash: by default the name is "contoso.onmicrosoft.com - AAD" with a plain hyphen, while documents print a long dash. Copy it from the server.',
    'Not sure which one is the Azure AD connector? It is the one with the identifier b891884f-051e-4a83-95af-2544101c9083, whatever its name.',
  ],
  formerly:
    'The article of 2017 calls the type Azure Active Directory (Microsoft) and gives "contoso.com – AAD" as an example of the name.',
  asks: ['adConnectors', 'aadConnector'],
});

const sayFeatures = item({
  id: 'say-features',
  title: 'Say which sign-in features are in use',
  todo: [
    'Password hash synchronization: yes or no.',
    'Password writeback: yes or no.',
    'Pass-through authentication: yes or no.',
  ],
  clicks: ['On the active server: wizard, View or export current configuration'],
  why: 'In staging mode a server runs neither password hash synchronization nor password writeback, even where you selected them. Both begin when staging mode is disabled, so Switch has to look after them.',
  worked: 'The three answers are given as the wizard on the active server shows them.',
  wrong: [
    'Not known? Leave it open: stagewalk then shows the items of the feature, and you skip what does not apply.',
  ],
  required: false,
  asks: ['passwordHashSync', 'passwordWriteback', 'passThroughAuthentication'],
});

function checkStagingMode(facts: Facts): Item {
  return item({
    id: 'see-staging-mode',
    title: 'See that staging mode is on, and whether the scheduler runs',
    todo: [
      `On ${stagingServer(facts)}: run the commands and read three lines.`,
      'StagingModeEnabled must be True, and SyncCycleInProgress False.',
      'SyncCycleEnabled is False after an installation that did not start the synchronization. On a server that was a spare already it is True: leave it so, and do not switch it off.',
      ...(facts.activeServerKind === 'connect'
        ? [`On ${activeServer(facts)}, run them too: SyncCycleEnabled must still be True there.`]
        : []),
    ],
    commands: powershell('Import-Module ADSync', 'Get-ADSyncScheduler'),
    why: 'While the scheduler is off, no cycle runs between your runs. It must be on again at the end: a server has to synchronize at least every 7 days, a staging server too, or it needs a full synchronization to catch up.',
    worked: 'StagingModeEnabled : True, SyncCycleInProgress : False, and you know which SyncCycleEnabled is.',
    danger:
      'StagingModeEnabled : False means that this server exports. Do nothing else before it is in staging mode.',
    wrong: [
      'StagingModeEnabled : False: stop here. Run the wizard, Configure staging mode. Only the wizard may change it; by cmdlet it is not supported.',
      'SyncCycleEnabled : True: a cycle may run between your steps. It exports nothing in staging mode; wait until SyncCycleInProgress is False before each run. Settings of the scheduler are kept in Microsoft Entra ID: switched off here, it can go off on the active server too, and then nothing is exported any more. There it is switched on again with: Set-ADSyncScheduler -SyncCycleEnabled $true',
      'SchedulerSuspended : True: the wizard is open. Close it.',
    ],
    formerly:
      'The article of 2017 does not name the scheduler. Its seven-day limit holds for staging servers as well.',
  });
}

const noExportByHand = item({
  id: 'no-export-by-hand',
  title: 'Agree that nobody runs an export by hand',
  todo: [
    'Tell everyone with access to this server: in Synchronization Service the run profile Export really exports, in staging mode too.',
    'Verify shows how to see in the run history whether one was run.',
  ],
  why: 'Staging mode stops the scheduler from exporting. It does not stop a person from choosing Export in the list of run profiles.',
  worked: 'Everyone who signs on to this server knows it.',
  wrong: ['The list of run profiles opens with the last one used. Read the name before OK, each time.'],
  danger: 'An export can still be forced by hand in staging mode. What is exported cannot be taken back.',
});
