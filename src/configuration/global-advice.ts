import { type Advice, IGNORED, IMPORT_AGAIN, type SettingCase } from './advice.ts';

const FEATURES = 'Wizard on the staging server, Customize synchronization options, page Optional features';
const STARTS_AT_SWITCH = 'It does nothing in staging mode, and starts or stops at the moment of the switch.';

function matters(title: string, effect: string, remedy: string): Advice {
  return { heading: 'matters', title, effect, remedy: `${remedy}.` };
}

function expected(title: string, effect: string, remedy = 'Nothing to do.'): Advice {
  return { heading: 'expected', title, effect, remedy };
}

const THRESHOLD =
  'See it with Get-ADSyncExportDeletionThreshold; set it with Enable-ADSyncExportDeletionThreshold -DeletionThreshold NUMBER';
const SCHEDULER = 'See it with Get-ADSyncScheduler; set it with Set-ADSyncScheduler';
const WRITEBACK = 'Objects are written to another place on-premises, or none are.';
const EXTENSIONS = `${FEATURES}, Directory extension attribute sync. ${IMPORT_AGAIN.replace(/\.$/, '')}`;
const AAD_FILTER = `${FEATURES}, Azure AD app and attribute filtering. ${IMPORT_AGAIN.replace(/\.$/, '')}`;

// By the end of the parameter's name, without "Microsoft.".
const KNOWN: readonly (readonly [name: RegExp, advice: Advice])[] = [
  [/^server name$/, expected('Server name', 'None: these are two servers.')],
  [/^export-date$/, IGNORED],
  [/\.NextStartTime$/, IGNORED],
  [
    /\.StagingMode$/,
    expected(
      'Staging mode',
      'This is what makes one server active and the other one not.',
      'Nothing to do before the switch. Only the wizard may change it.',
    ),
  ],
  [
    /\.SchedulerSuspended$/,
    expected(
      'Scheduler suspended',
      'An open wizard suspends the scheduler for as long as it is open.',
      'Close the wizard on both servers.',
    ),
  ],
  [
    /\.AutoUpgradeState$/,
    expected(
      'Automatic upgrade',
      'None on exports. A server that upgrades itself may get another build than the other one.',
      'See it with Get-ADSyncAutoUpgrade.',
    ),
  ],
  [/^Microsoft\.SystemInformation\./, expected('System information', 'None.')],
  [
    /\.ServerConfigurationVersion$/,
    {
      heading: 'versionNoise',
      title: 'Build',
      effect: 'The builds differ: default rules differ with them.',
      remedy: 'Bring both servers to the same build, or look at the custom rules first.',
    },
  ],
  [
    /\.SynchronizationRuleImmutableTag$/,
    {
      heading: 'versionNoise',
      title: 'Version of the default rules',
      effect: 'Default rules differ with it.',
      remedy: 'Bring both servers to the same build.',
    },
  ],
  [
    /\.ExportDeletionThresholdValue$/,
    matters(
      'Deletion threshold',
      'With this many deletes or more in one export nothing at all is exported to Entra ID: a lower number stops more, a higher one lets more deletes through.',
      THRESHOLD,
    ),
  ],
  [
    /\.ExportDeletionThreshold$/,
    matters(
      'Deletion threshold on or off',
      'Switched off, no number of deletes stops an export to Entra ID.',
      THRESHOLD,
    ),
  ],
  [
    /\.AnchorAttribute$/,
    matters(
      'Source anchor',
      'Every object fails to join its object in the cloud: errors, or deletes and adds of everything.',
      'It cannot be changed: uninstall the staging server and install it with the source anchor of the active one',
    ),
  ],
  [
    /\.UPNAttribute$/,
    matters(
      'Attribute of the user principal name',
      'Sign-in names of all users change in the cloud.',
      'It is chosen at the installation: install the staging server again with the attribute of the active one',
    ),
  ],
  [
    /\.JoinCriteria$/,
    matters(
      'How users of several forests are joined',
      'People with accounts in several forests become one object here and several there: adds and deletes.',
      'It is chosen at the installation (Uniquely identifying your users): install the staging server again',
    ),
  ],
  [
    /\.PasswordHashSync$/,
    matters('Password hash synchronization', STARTS_AT_SWITCH, `${FEATURES}, Password hash synchronization`),
  ],
  [
    /\.PasswordWriteback$/i,
    matters('Password writeback', STARTS_AT_SWITCH, `${FEATURES}, Password writeback`),
  ],
  [
    /\.HybridExchange$/,
    matters(
      'Exchange hybrid',
      'Exchange attributes are written back to on-premises AD by one server only, and its rules are there or missing.',
      `${FEATURES}, Exchange hybrid deployment`,
    ),
  ],
  [/GroupWriteBack(?:\.|$)/i, matters('Group writeback', WRITEBACK, `${FEATURES}, Group writeback`)],
  [
    /DeviceWrite(?:Back|Up)(?:\.|$)/i,
    matters('Device writeback', WRITEBACK, 'Wizard on the staging server, Configure device options'),
  ],
  [/UserWriteBack(?:\.|$)/i, matters('User writeback', WRITEBACK, FEATURES)],
  [
    /DirectoryExtension|\.CustomAttribute$/i,
    matters(
      'Directory extensions',
      'The extension attributes of all users and groups are filled or emptied in the cloud.',
      EXTENSIONS,
    ),
  ],
  [
    /AADFilter\.|\.FilterAAD$/,
    matters(
      'Azure AD app and attribute filtering',
      'Attributes are exported, or are not: updates of every object that has them.',
      AAD_FILTER,
    ),
  ],
  [
    /\.GroupFiltering$/,
    matters(
      'Filtering by a group',
      'Objects that are not in the group are staged as deletes, or as adds.',
      'It is chosen at the installation (Filter users and devices)',
    ),
  ],
  [
    /\.SynchronizationSchedule$/,
    matters(
      'Scheduler on or off',
      'Switched off, nothing is synchronized after the switch until somebody starts it.',
      `${SCHEDULER} -SyncCycleEnabled $true`,
    ),
  ],
  [
    /\.TimeInterval$/,
    matters(
      'Time between two cycles',
      'None on what is exported; it is exported at another pace.',
      `${SCHEDULER} -CustomizedSyncCycleInterval 00:30:00`,
    ),
  ],
  [
    /\.MaintenanceEnabled$/,
    matters(
      'Maintenance',
      'None on exports: old run history stays.',
      `${SCHEDULER} -MaintenanceEnabled $true`,
    ),
  ],
  [
    /\.RunHistoryPurgeInterval$/,
    matters(
      'How long the run history is kept',
      'None on exports.',
      `${SCHEDULER} -PurgeRunHistoryInterval 7.00:00:00`,
    ),
  ],
  [
    /\.SynchronizationPolicy$/,
    matters(
      'Kind of the next cycle',
      'The next cycle is a full one on one server: it takes hours rather than minutes.',
      `${SCHEDULER} -NextSyncCyclePolicyType Delta`,
    ),
  ],
];

const UNKNOWN_FEATURE: Omit<Advice, 'heading'> = {
  effect: 'Not known to this program: find out what it does before the switch.',
  remedy: 'See it with Get-ADSyncGlobalSettings, and in the wizard: View or export current configuration.',
};

/** What it means that a global setting differs. */
export function globalAdvice(found: SettingCase): Advice {
  const name = found.fact.item;
  const known = KNOWN.find(([pattern]) => pattern.test(name))?.[1];
  if (known !== undefined) return onlyOfOneBuild(found) ? newerBuild(known.title) : known;
  if (onlyOfOneBuild(found)) return newerBuild(undefined);
  return { heading: 'matters', ...UNKNOWN_FEATURE };
}

/** A setting that one build does not have yet, and that is off in the other one. */
function onlyOfOneBuild({ active, staging, sameBuild }: SettingCase): boolean {
  if (sameBuild || (active !== null && staging !== null)) return false;
  return /^(?:false|0|)$/i.test(active ?? staging ?? '');
}

function newerBuild(title: string | undefined): Advice {
  return {
    heading: 'versionNoise',
    effect: 'One build has this setting, the other one does not, and it is off.',
    remedy: 'Nothing to do.',
    ...(title === undefined ? {} : { title }),
  };
}
