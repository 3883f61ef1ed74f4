import { cmd, item, powershell } from '../../walkthrough/item.ts';
import type { Facts, Item } from '../../walkthrough/walkthrough.ts';

/** What a strategy keeps ready, all the time. */
export function preparationOf(strategy: string, facts: Facts): Item[] {
  if (strategy === 'staging') return [keepStandby(facts)];
  if (strategy === 'virtual-machine') return [keepMachine(facts)];
  return [keepRebuild(facts)];
}

function keepStandby(facts: Facts): Item {
  const standby = facts.stagingServer;
  return item({
    id: 'keep-standby-ready',
    title: `Keep ${standby} ready: look weekly, switch over twice a year`,
    todo: [
      `On ${standby}: run the commands. It must be in staging mode, with its scheduler on.`,
      `Repeat every change of configuration on both servers, the same day: ${facts.activeServer} and ${standby}.`,
      'Switch over on purpose twice a year: password hashes then catch up in hours, not in a night.',
    ],
    commands: powershell(
      'Import-Module ADSync',
      'Get-ADSyncScheduler',
      'Get-ADSyncRunProfileResult -NumberRequested 10 | Format-Table StartDate, ConnectorName, RunProfileName, Result -AutoSize',
    ),
    why: 'A server that did not synchronize within 7 days must do so in full before it can take over.',
    worked: 'StagingModeEnabled : True, SyncCycleEnabled : True, and runs of today with success.',
    wrong: [
      'SyncCycleEnabled : False: Set-ADSyncScheduler -SyncCycleEnabled $true',
      'SchedulerSuspended : True: the wizard is open there. Close it.',
    ],
  });
}

function keepMachine(facts: Facts): Item {
  return item({
    id: 'keep-machine-ready',
    title: `Keep the virtual machine ${facts.activeServer} movable: try it twice a year`,
    todo: [
      'Move the machine to another host on purpose, and see that the next cycle succeeds.',
      'Where it is restored from backups instead: restore it once without a network, and see that Windows starts.',
      'Set the rule in the backup: a restored machine starts without a network.',
    ],
    commands: powershell('Import-Module ADSync', 'Get-ADSyncScheduler', 'Get-ADSyncConnectorRunStatus'),
    why: 'A move that was never tried fails on the first night it is needed. Never move or save the machine while a run is under way.',
    worked: 'The same server runs on another host, and Operations show success.',
    wrong: [
      'The machine does not move: storage or network is missing on the other host. Ask who runs the hypervisor.',
    ],
    danger: 'An old snapshot beside the running machine is a second active server.',
  });
}

function keepRebuild(facts: Facts): Item {
  return item({
    id: 'keep-rebuild-ready',
    title: `Keep the rebuild of ${facts.activeServer} ready: look every three months`,
    todo: [
      'Name the machine: a spare server, or a virtual machine that can be made in an hour. None? A domain controller can host the sync engine for a time.',
      'Keep the installer of the version that runs today beside the saved configuration.',
      'Write down the version; the command shows it.',
    ],
    commands: powershell(
      '(Get-Item -Path "$env:ProgramFiles\\Microsoft Azure AD Sync\\Bin\\miiserver.exe").VersionInfo.ProductVersion',
    ),
    why: 'A newer version brings other default rules: on the day that is a difference nobody can explain.',
    worked: 'Machine, installer and configuration can be reached without the lost server.',
    wrong: ['The installer of that version is gone: upgrade now, and keep the installer that you used.'],
  });
}

/** How the server that takes over comes to be there, in staging mode. `there`: its name, for sentences. */
export function takeOverSteps(strategy: string, facts: Facts, there: string): Item[] {
  if (strategy === 'staging') return [seeStandby(there)];
  if (strategy === 'virtual-machine') return [moveOrRestore(facts), intoStagingMode(there)];
  return [installAgain(facts, there), applyConfiguration(facts, there), seeStandby(there)];
}

function seeStandby(there: string): Item {
  return item({
    id: 'see-staging-mode-on',
    title: `See that ${there} is in staging mode`,
    todo: [`On ${there}: run the commands. Nothing may run, and staging mode must be on.`],
    commands: powershell(
      'hostname',
      'Import-Module ADSync',
      'Get-ADSyncScheduler',
      'Get-ADSyncConnectorRunStatus',
    ),
    why: 'Staging mode imports and synchronizes, and exports nothing: only so can it be looked at first.',
    worked: 'StagingModeEnabled : True, and the last command shows nothing.',
    wrong: [
      'StagingModeEnabled : False: it exports already. Run the wizard at once: Configure staging mode, select it.',
      'The cmdlets are unknown: the wizard has not run to its end on this server.',
      'It last synchronized more than 7 days ago: the runs below do it in full, so go on; reckon with hours.',
    ],
  });
}

function moveOrRestore(facts: Facts): Item {
  return item({
    id: 'move-or-restore-machine',
    title: `Bring the machine ${facts.activeServer} back`,
    todo: [
      'Did it move to another host by itself? Then see that one copy runs, and that the next cycle succeeds. Go to the step "See that the exports run".',
      'Else restore the newest backup, without a network.',
      'Without a network: set the service Microsoft Azure AD Sync to Manual and stop it. Only then connect the network.',
      'Start the service and the wizard one after the other: the open wizard suspends the scheduler.',
    ],
    commands: powershell(
      "Set-Service -Name 'ADSync' -StartupType Manual",
      "Stop-Service -Name 'ADSync'",
      "Get-Service -Name 'ADSync' | Format-List Name, Status, StartType",
    ),
    why: 'A machine from a backup is active, with old data: with a network and a running service it exports that.',
    worked: 'One copy of the machine exists, the service is stopped, and the network is connected last.',
    wrong: [
      'The backup does not start: rebuild, with the part Before: what to save. It is the same runbook from "Import and synchronize" on.',
      'It exported already: look at Operations, and tell who decides. Go on with staging mode at once.',
    ],
    danger: 'Never start the restored machine with a network first.',
  });
}

function intoStagingMode(there: string): Item {
  return item({
    id: 'into-staging-mode',
    title: `Put ${there} into staging mode`,
    todo: [
      'Start the service, then the wizard: Configure staging mode, select Enable staging mode, and unselect the start of the synchronization.',
      'Set the service to start by itself again, and look.',
    ],
    clicks: [
      'Desktop, Azure AD Connect, Configure',
      'Configure staging mode, sign in, select Enable staging mode, Configure',
    ],
    commands: powershell(
      "Set-Service -Name 'ADSync' -StartupType Automatic",
      "Start-Service -Name 'ADSync'",
      'Import-Module ADSync',
      'Get-ADSyncScheduler',
    ),
    why: 'What it knows of the directories is as old as the backup. It imports in full, and is looked at, before it exports.',
    worked: 'StagingModeEnabled : True.',
    wrong: ['The wizard does not open: keep the network off, and rebuild instead.'],
  });
}

function installAgain(facts: Facts, there: string): Item {
  return item({
    id: 'install-again',
    title: `Install on ${there}, in staging mode, without starting the synchronization`,
    todo: [
      'Run the installer that was kept: Customize, Import synchronization settings, and choose the saved JSON file.',
      'The same source anchor as before; the same sign-in; the AD connector accounts by name from the list.',
      `The directories: ${facts.adConnectors.join(', ')}.`,
      'On the last page: Enable staging mode is selected, Start the synchronization process is not.',
      'Sign out from Windows and sign in again: the installation put you into the group ADSyncAdmins.',
    ],
    clicks: [
      'Express settings: Customize. Install required components: Import synchronization settings',
      'Ready to configure: unselect Start the synchronization process, select Enable staging mode, Install',
    ],
    commands: cmd('whoami /groups | find "ADSyncAdmins"'),
    why: 'The server kept no state about objects: the database is built again from both directories, and sourceAnchor joins what belongs together.',
    worked:
      'The wizard ends with Configuration complete, and says that staging mode is on; after the new sign-in the command shows a line.',
    wrong: [
      'No spare server: a domain controller can host it for a time.',
      'Staging mode was not selected: run the wizard at once, Configure staging mode, before anything is synchronized.',
      'The settings file is refused: install by hand with the saved lists of filters, rules and accounts.',
    ],
    danger: 'Another source anchor means adds for everybody: do not export, install again.',
  });
}

function applyConfiguration(facts: Facts, there: string): Item {
  return item({
    id: 'apply-configuration',
    title: 'Apply filters and custom rules BEFORE the first synchronization',
    todo: [
      `On ${there}: compare OUs, rules and features with what was saved, one connector after the other.`,
      'Add what the settings file does not carry: custom run profiles, chosen attributes, device writeback.',
      `Give the connectors the same names: ${[...facts.adConnectors, facts.aadConnector].join(', ')}. The commands below carry them.`,
    ],
    commands: powershell(
      'Import-Module ADSync',
      'Get-ADSyncConnector | Format-List Name, Type, Subtype, Identifier',
      'Get-ADSyncRule | Where-Object { [string]$_.ImmutableTag -notlike "Microsoft.*" } | Format-Table Name, Direction, Precedence, Disabled -AutoSize',
    ),
    why: 'Without the filters everybody whom they kept out is added; without the rules everybody is changed.',
    worked: 'Each list is the same as the saved one.',
    wrong: [
      'A connector has another name: rename it in Synchronization Service, Properties.',
      'It has synchronized already, with default rules: go on, and look at every line in Verify; nothing is exported in staging mode.',
    ],
    danger: 'Custom configuration comes first, the first synchronization second.',
  });
}
