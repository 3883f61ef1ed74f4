import type { Row } from './article-sentences.ts';

const STAGING_MODE: readonly Row[] = [
  ['tells', 'what the article is about', ''],
  ['tells', 'there are several uses of staging mode', 'item:say-purpose', /staging/],
  ['tells', 'use: availability', 'item:say-purpose', /Availability/],
  ['tells', 'use: trying a configuration', 'item:say-purpose', /Trial: a change of configuration/],
  ['tells', 'use: new server in, old one retired', 'item:say-purpose', /old one is retired/],
  ['tells', 'configuration can be changed and previewed first', 'item:make-trial-change', /previewed before/],
  [
    'tells',
    'full import and full sync show what will change',
    'item:say-rules-changed',
    /Full Synchronization/,
  ],
  [
    'asks',
    'staging mode is selected during installation',
    'item:install-in-staging-mode',
    /select staging mode/,
  ],
  ['tells', 'it imports and synchronizes but does not export', 'step:prepare', /exports nothing/],
  [
    'warns',
    'no password sync or writeback while staging',
    'item:say-features',
    /neither password hash synchronization nor password writeback/,
  ],
  [
    'warns',
    'ending staging mode starts exports, password sync, writeback',
    'item:disable-staging-mode',
    /exports, synchronizes password hashes and writes passwords back/,
  ],
  [
    'warns',
    'an export can still be forced by hand',
    'item:no-export-by-hand item:no-export-ran',
    /Export|export/,
  ],
  ['tells', 'it keeps receiving changes', 'item:keep-the-spare', /keeps receiving the changes/],
  ['tells', 'always up to date, takes over fast', 'item:keep-standby', /latest changes and takes over fast/],
  [
    'warns',
    'changes on the primary must be repeated by you',
    'item:repeat-custom-changes',
    /your responsibility/,
  ],
  ['tells', 'it has its own SQL database', 'item:install-in-staging-mode', /its own SQL database/],
  ['tells', 'so it may stand in another data centre', 'item:install-in-staging-mode', /another data centre/],
];

const VERIFY_A_SERVER: readonly Row[] = [
  [
    'asks',
    'follow these steps',
    'step:prepare step:configuration step:import-and-synchronize step:verify step:switch',
  ],
  ['asks', 'step: prepare', 'step:prepare'],
  ['asks', 'step: configuration', 'step:configuration'],
  ['asks', 'step: import and synchronize', 'step:import-and-synchronize'],
  ['asks', 'step: verify', 'step:verify'],
  ['asks', 'step: switch', 'step:switch'],
];

const PREPARE: readonly Row[] = [
  [
    'asks',
    'install, staging mode on, start of sync off',
    'item:install-in-staging-mode',
    /unselect the start of the synchronization/,
  ],
  [
    'tells',
    'this way the engine is run by hand',
    'item:install-in-staging-mode',
    /run the sync engine by hand/,
  ],
  ['asks', 'sign off and on', 'item:sign-off-and-on', /Sign off.*sign on again/s],
  ['asks', 'open Synchronization Service', 'item:open-synchronization-service', /start menu/],
];

const CONFIGURATION: readonly Row[] = [
  [
    'asks',
    'compare custom changes with the documenter',
    'item:compare-configuration',
    /AADConnectConfigDocumenter/,
  ],
];

const IMPORT_AND_SYNCHRONIZE: readonly Row[] = [
  ['asks', 'Connectors, the first AD connector', 'item:full-import-ad-*', /tab Connectors/],
  ['asks', 'Run, Full Import, OK', 'item:full-import-ad-*', /Run\.\.\..*Full Import.*OK/s],
  ['asks', 'for every AD connector', 'item:full-import-ad-*', /Run 1 of/],
  ['asks', 'select the Azure AD connector', 'item:full-import-aad', /tab Connectors, select/],
  ['asks', 'Run, Full Import, OK', 'item:full-import-aad', /Run\.\.\..*Full Import.*OK/s],
  ['asks', 'still the tab Connectors', 'item:delta-synchronization-ad-*', /tab Connectors/],
  [
    'asks',
    'every AD connector: Delta Synchronization',
    'item:delta-synchronization-ad-*',
    /Run\.\.\..*Delta Synchronization.*OK/s,
  ],
  ['asks', 'select the Azure AD connector', 'item:delta-synchronization-aad', /tab Connectors, select/],
  [
    'asks',
    'Run, Delta Synchronization, OK',
    'item:delta-synchronization-aad',
    /Run\.\.\..*Delta Synchronization.*OK/s,
  ],
  [
    'tells',
    'exports are now staged, to the cloud and to AD',
    'step:import-and-synchronize',
    /staged, to Microsoft Entra ID and, with Exchange hybrid, to Active Directory/,
  ],
  [
    'tells',
    'the next steps show them before they leave',
    'step:verify',
    /Nothing leaves this server before you have looked/,
  ],
];

const VERIFY: readonly Row[] = [
  [
    'asks',
    'cmd prompt, folder of csexport',
    'item:csexport-aad',
    /cmd prompt.*cd \/d "%ProgramFiles%\\Microsoft Azure AD Sync\\Bin"/s,
  ],
  ['asks', 'run csexport /f:x', 'item:csexport-aad item:csexport-ad-*', /csexport ".*" ".*" \/f:x/],
  [
    'tells',
    'the name stands in Synchronization Service',
    'item:csexport-aad',
    /name of the connector stands in Synchronization Service/,
  ],
  ['tells', 'it looks like "contoso.com – AAD"', 'item:csexport-aad', /contoso\.com – AAD/],
  ['asks', 'copy the script into a file', 'item:open-table', /csanalyzer\.ps1/],
  ['asks', 'open PowerShell in its folder', 'item:open-table', /PowerShell/],
  [
    'asks',
    'run it on the export',
    'item:open-table',
    /-xmltoimport.*stagewalk triage|stagewalk triage.*-xmltoimport/s,
  ],
  ['tells', 'a CSV to look at in Excel', 'item:open-table', /processedusers1\.csv in Excel/],
  ['tells', 'all staged changes are in it', 'item:open-table', /All changes that are staged/],
  [
    'asks',
    'correct and repeat until all is expected',
    'item:decide',
    /Repeat until every change that is about to be exported is expected/,
  ],
];

const SWITCH: readonly Row[] = [
  [
    'asks',
    'stop the active server: turn off, or staging mode',
    'item:stop-active-connect item:stop-active-azure-ad-sync item:stop-active-dirsync item:stop-active-fim',
    /staging mode/,
  ],
  [
    'asks',
    'wizard on the staging server, staging mode off',
    'item:disable-staging-mode',
    /wizard.*unselect staging mode/s,
  ],
];

/** From staging mode to the switch, in reading order. */
export const SWITCHING: readonly Row[] = [
  ...STAGING_MODE,
  ...VERIFY_A_SERVER,
  ...PREPARE,
  ...CONFIGURATION,
  ...IMPORT_AND_SYNCHRONIZE,
  ...VERIFY,
  ...SWITCH,
];
