import { item, powershell } from '../item.ts';
import { activeServer, stagingServer } from '../servers.ts';
import type { Facts, Item } from '../walkthrough.ts';

/** What each purpose ends with, once this server is the active one; all three where the purpose is not said. */
export function afterSwitch(facts: Facts): Item[] {
  switch (facts.purpose) {
    case 'availability':
      return [keepTheSpare(facts)];
    case 'trial':
      return [repeatChange(facts)];
    case 'replacement':
      return retireOldServer(facts);
    case null:
      return [sayPurposeForEnd];
    default:
      return facts.purpose satisfies never;
  }
}

const sayPurposeForEnd = item({
  id: 'say-purpose-for-the-end',
  title: 'Say what the staging server is for',
  todo: ['Enter the purpose (key f): the last steps follow from it.'],
  why: 'A spare stays, a trial ends on both servers, a replaced server is retired.',
  worked: 'The last steps stand here.',
  asks: ['purpose'],
});

function keepTheSpare(facts: Facts): Item {
  return item({
    id: 'keep-the-spare',
    title: 'Keep one server in staging mode as the spare',
    todo: [
      facts.activeServerKind === 'connect'
        ? `${activeServer(facts)} is the spare now. Leave it in staging mode with its scheduler on.`
        : 'The old server cannot be the spare: install a second server in staging mode.',
      'Repeat every change of configuration on both servers, the same day.',
      'Switch over on purpose now and then: the spare is then known to work, and its password hashes are not years behind.',
    ],
    why: 'A server in staging mode keeps receiving the changes of both directories and can take over fast. The configuration is not copied: that is your responsibility.',
    worked: 'Its Operations show an import and a synchronization every cycle, and no export.',
    wrong: [
      'It was switched off for more than 7 days: it needs a full import and a full synchronization before it can take over.',
    ],
  });
}

function repeatChange(facts: Facts): Item {
  return item({
    id: 'repeat-change-on-the-other',
    title: 'Make the same change on the other server',
    todo: [
      `Repeat the change on ${activeServer(facts)}, from what you wrote down, and run full synchronization there.`,
      'Not switched? Then this is the moment it reaches production: once that server exports, it exports what you have verified here.',
      'Compare both configurations once more.',
    ],
    why: 'From now on both servers must give the same result, or the next switch undoes the change.',
    worked: 'The two configurations are the same, and the table of the staging server is nearly empty.',
    wrong: [
      'The change is forgotten on the other server: weeks later a switch takes it back, as hundreds of updates.',
    ],
  });
}

function retireOldServer(facts: Facts): Item[] {
  const old = facts.activeServer === '' ? 'the old server' : facts.activeServer;
  const here = stagingServer(facts);
  return [
    item({
      id: 'wait-before-retirement',
      title: `Wait some days before ${old} goes`,
      todo: [
        `Leave ${old} as it is, in staging mode or turned off, until ${here} has exported without errors for some days.`,
        'Look for people who cannot sign in, writeback that fails, groups that stay old.',
      ],
      why: 'It is the way back while something can still show itself.',
      worked: `Operations of ${here} show exports with success on several days.`,
      wrong: ['A server that was off for more than 7 days is no way back without a full synchronization.'],
    }),
    ...(facts.passThroughAuthentication === false ? [] : [movePassThroughAgents(old)]),
    ...goneForGood(facts, old, here),
    cleanUp(old),
  ];
}

function movePassThroughAgents(old: string): Item {
  return item({
    id: 'move-pass-through-agents',
    title: `Put pass-through authentication agents elsewhere before ${old} goes`,
    todo: [
      'Install the agent on at least two, better three, other servers.',
      `Only then turn off or uninstall ${old}: the agent on it stops with it.`,
    ],
    clicks: [
      'Microsoft Entra admin center, Microsoft Entra Connect, Connect Sync, Pass-through authentication: the list of agents',
    ],
    why: 'The agent has nothing to do with staging mode: it works on a staging server too, and stops for good when its server goes.',
    worked: `The list shows the new agents as Active, also while ${old} is off.`,
    wrong: [
      'The only agent was on the old server: nobody with pass-through authentication signs in. Start the server again, then install agents.',
    ],
    danger: 'Without one active agent nobody who uses pass-through authentication can sign in.',
  });
}

function goneForGood(facts: Facts, old: string, here: string): Item[] {
  switch (facts.activeServerKind) {
    case 'connect':
      return [uninstallOld(old, here)];
    case 'azure-ad-sync':
    case 'dirsync':
    case 'fim':
      return [leaveTurnedOff(old)];
    case 'none':
    case null:
      return [];
    default:
      return facts.activeServerKind satisfies never;
  }
}

function leaveTurnedOff(old: string): Item {
  return item({
    id: 'leave-turned-off',
    title: `Never start ${old} again`,
    todo: [
      'It is turned off: leave it so, and do not start it to uninstall anything.',
      'Other systems still need it (FIM, MIM)? Then its run profiles to the cloud are deleted, not only unused.',
    ],
    clicks: ['Your virtualization console: no automatic start, network disconnected'],
    why: 'Started once with its services on, it exports its old data.',
    worked: 'Nobody can start it with a network.',
    wrong: ['Do not turn off directory synchronization in the tenant: it belongs to the new server now.'],
  });
}

function uninstallOld(old: string, here: string): Item {
  return item({
    id: 'uninstall-old-server',
    title: `Uninstall on ${old}`,
    todo: [
      `Run hostname first: you must be on ${old}, not on ${here}.`,
      'It is in staging mode. Uninstall Microsoft Entra Connect Sync (Azure AD Connect), with everything the dialog offers.',
      'Uninstall the agents left on it: Microsoft Entra Connect Health, pass-through authentication.',
    ],
    commands: [{ shell: 'cmd', text: 'hostname' }],
    clicks: ['Settings, Apps (or appwiz.cpl), the product, Uninstall'],
    why: 'Uninstalled, it cannot export again, whoever starts it.',
    worked: 'The product is gone from the list of apps, and the service ADSync from services.msc.',
    wrong: [
      'Do not turn off directory synchronization in the tenant: it belongs to the new server now.',
      `Uninstalled on ${here} by mistake: nothing exports any more. Turn the old server back on, or rebuild: Disaster recovery.`,
    ],
    danger: `On the wrong server this removes the one that exports. Read the name: ${old}.`,
  });
}

function cleanUp(old: string): Item {
  return item({
    id: 'clean-up-after-old-server',
    title: `Clean up what ${old} leaves behind`,
    todo: [
      'In this order: agents, product, accounts, database, computer account, machine.',
      'Accounts: the account of the old server in the cloud, Sync_<old server>_<id> (newer versions: an application named after the server), and its AD connector account (MSOL_<id>): only if no other server uses it.',
      'Its database ADSync, if it was on a SQL Server of your own. Its computer account in Active Directory. At last the machine and its backups.',
      'Microsoft Entra Connect Health: delete the old server from the portal.',
    ],
    clicks: [
      'Wizard on the new server, View or export current configuration: line ACCOUNT names the account that is still in use',
    ],
    why: 'Accounts with the right to read every password hash should not stay when nobody uses them.',
    worked:
      'No object named after the old server is left, and the new server still synchronizes the next day.',
    wrong: [
      'The AD connector account was shared by both servers: deleted, the new one stops with no-start-credentials.',
    ],
  });
}

/** The scheduler, at the very end and for every purpose: Prepare left it off. */
export function schedulerOn(facts: Facts): Item {
  return item({
    id: 'scheduler-on',
    title: 'See that the scheduler is on again, on both servers',
    todo: [
      `On ${stagingServer(facts)}, switched or not: SyncCycleEnabled must be True. If it is False, run the last command.`,
      ...(facts.activeServerKind === 'connect' ? [`On ${activeServer(facts)}: look at it too.`] : []),
    ],
    commands: powershell(
      'Import-Module ADSync',
      'Get-ADSyncScheduler',
      'Set-ADSyncScheduler -SyncCycleEnabled $true',
    ),
    why: 'Prepare left the synchronization off. A server that does not synchronize within 7 days needs a full synchronization to catch up; a staging server too.',
    worked:
      'SyncCycleEnabled : True, SchedulerSuspended : False, and NextSyncCycleStartTimeInUTC less than an hour ahead.',
    wrong: [
      'SchedulerSuspended : True: the wizard is open on this server. Close it.',
      'On again here but off on the other server: the settings are kept in Microsoft Entra ID and reach the other server later. Look again.',
    ],
    formerly:
      'The article of 2017 unselects the start of the synchronization and never says to turn it on again.',
    danger: 'Left off, nothing reaches the cloud any more, and nobody is told.',
  });
}
