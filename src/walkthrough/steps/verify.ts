import {
  connectorNameProblem,
  csexportCommand,
  exportFile,
  fileArgument,
  GO_TO_CSEXPORT,
} from '../commands.ts';
import { aadConnector, adConnectors, type NamedConnector } from '../connectors.ts';
import { cmd, item, powershell } from '../item.ts';
import { stagingServer } from '../servers.ts';
import type { Facts, Item, Pass, Step } from '../walkthrough.ts';

interface ExportOfConnector {
  readonly directory: 'aad' | 'ad';
  readonly connector: NamedConnector;
  readonly file: string;
}

/** Verify: csexport of every connector into fresh files, the table, and the decision. */
export function verify(facts: Facts, pass: Pass): Step {
  const exports = exportsOfRound(facts, pass);
  return {
    id: 'verify',
    title: 'Verify',
    purpose:
      'csexport writes what each connector is about to export into a file; the table shows it object by object. Nothing leaves this server before you have looked.',
    items: [
      noExportRan(facts),
      ...exports.map((one) => exportItem(facts, one)),
      openTable(exports),
      explainDeletes(facts),
      explainUpdates,
      explainActiveDirectory,
      decide,
    ],
  };
}

/** The files that this round's csexport commands write, whole paths, the AAD connector's first. */
export function exportFilesOfRound(facts: Facts, pass: Pass): readonly string[] {
  return exportsOfRound(facts, pass).map((one) => one.file);
}

function exportsOfRound(facts: Facts, pass: Pass): readonly ExportOfConnector[] {
  const aad = aadConnector(facts);
  return [
    { directory: 'aad', connector: aad, file: exportFile(facts, pass, 'aad') },
    ...adConnectors(facts).map(
      (connector): ExportOfConnector => ({
        directory: 'ad',
        connector,
        file: exportFile(facts, pass, `ad-${connector.slug}`),
      }),
    ),
  ];
}

function noExportRan(facts: Facts): Item {
  return item({
    id: 'no-export-ran',
    title: 'See in the run history that no export was run by hand',
    todo: [
      `On ${stagingServer(facts)}: run the command, or look through the tab Operations.`,
      'A line with an export since this server is in staging mode: someone ran it by hand. Find out who and what before you go on.',
    ],
    commands: powershell(
      "Get-ADSyncRunProfileResult | Where-Object { $_.RunProfileName -like '*export*' } | Format-Table StartDate, ConnectorName, RunProfileName, Result, Username -AutoSize",
    ),
    clicks: [
      'Synchronization Service, tab Operations: column Profile Name; a click on the column sorts by it',
    ],
    why: 'An export can be forced in staging mode. What it wrote is in the directory already and no longer shows among the pending exports.',
    worked: 'The command shows no line, or only lines from before staging mode.',
    wrong: [
      'The history is kept for 7 days as a rule (PurgeRunHistoryInterval of Get-ADSyncScheduler): an older export no longer shows.',
      'A run profile of another name can export too: in Operations, select the run and look at its step type.',
    ],
    everyRound: true,
  });
}

function exportItem(facts: Facts, { directory, connector, file }: ExportOfConnector): Item {
  const isAad = directory === 'aad';
  return item({
    id: isAad ? 'csexport-aad' : `csexport-ad-${connector.slug}`,
    title: `Write the pending exports of ${connector.spoken} into a file`,
    todo: [
      `On ${stagingServer(facts)}: open a cmd prompt (not PowerShell) and run the commands one after the other.`,
      ...beforeTyping(connector.name),
      'The file has a name of its own in each round.',
    ],
    commands: cmd(GO_TO_CSEXPORT, csexportCommand(connector.name, file), `dir ${fileArgument(file)}`),
    clicks: ['The name of the connector stands in Synchronization Service, tab Connectors, column Name'],
    why: isAad
      ? 'It holds every change that is staged for Microsoft Entra ID, with the values before and after.'
      : 'Changes can be staged for Active Directory too: with Exchange hybrid, with writeback, with the source anchor.',
    worked:
      'csexport counts up to the end, [n/n], and dir shows the file with the time of now. Zero objects: nothing is staged for this connector.',
    wrong: [
      `csexport never overwrites. The time of the file is not now? It is an old one: del ${fileArgument(file)}, then run csexport again.`,
      'csexport is not found: its folder is there only after the wizard has run to its end.',
      'The connector is not found: the name differs by a letter or by the dash. Copy it from Synchronization Service.',
    ],
    formerly: isAad
      ? 'The article of 2017 exports this connector only, to %temp%\\export.xml. Its example name, "contoso.com – AAD", has a long dash; the real one has a plain hyphen by default.'
      : 'The article of 2017 says that changes are staged for Active Directory, but exports only the file for Azure AD.',
    everyRound: true,
  });
}

function beforeTyping(name: string | null): string[] {
  if (name === null) return ['Enter the names of the connectors first: step Prepare.'];
  const problem = connectorNameProblem(name);
  return problem === null ? [] : [problem];
}

function openTable(exports: readonly ExportOfConnector[]): Item {
  const files = exports.map((one) => fileArgument(one.file)).join(' ');
  return item({
    id: 'open-table',
    title: 'Open the table',
    todo: [
      'Open the files of this round here in stagewalk (key t), or run the command.',
      'Read the strip on top first: adds, updates, renames, deletes.',
      'For a file per 1,000 objects as the old script wrote it, for Excel: stagewalk analyze FILE.',
    ],
    commands: cmd(`stagewalk triage ${files}`),
    why: 'All changes that are staged are in these files: each object, each attribute, before and after.',
    worked:
      'The number of objects in the table is the number that csexport counted, and nothing is marked partial.',
    wrong: [
      'Marked partial: the file is cut off or broken. Run csexport again into a fresh file.',
      'The file is not one of csexport /f:x: stagewalk says what it is instead.',
    ],
    formerly:
      'The article of 2017 copies a script, csanalyzer.ps1, runs it with -xmltoimport in PowerShell and opens processedusers1.csv in Excel: no changed values, deletes without names. Today the product brings CSExportAnalyzer. stagewalk reads the same file, and analyze writes the same CSV.',
    everyRound: true,
  });
}

function explainDeletes(facts: Facts): Item {
  return item({
    id: 'explain-deletes',
    title: 'Explain every delete',
    todo: [
      'Filter by op:delete. For each: does the object still exist in Active Directory? Then it must not be deleted.',
      `More than a few, or near ${facts.deletionThreshold}: stop and find the OU or the rule.`,
    ],
    why: `A delete takes a person's sign-in, mailbox and licences. With ${facts.deletionThreshold} deletes or more the whole export stops: adds and updates as well.`,
    worked: 'No delete is left that you could not explain to the person.',
    wrong: [
      'All from one OU: the filter here lacks it. Step Configuration, OU filter; then a new round.',
      'All devices: the attribute userCertificate is missing or was cleared.',
    ],
    everyRound: true,
  });
}

const explainUpdates = item({
  id: 'explain-updates',
  title: 'Explain what people would notice',
  todo: [
    'sourceAnchor: must not change, ever.',
    'userPrincipalName: people sign in with it. accountEnabled: false locks out, true lets leavers in.',
    'proxyAddresses, mail, targetAddress: mail goes elsewhere. member: a group that loses its members closes doors.',
    'Many updates of one attribute: a rule or a feature differs between the two servers.',
  ],
  why: 'With the same configuration on both servers nearly nothing is pending. Every large number has one cause; find it.',
  worked: 'Each group of changes has a cause that you know and want.',
  wrong: ['Renames and changed suffixes hide among harmless updates: filter by attr:userPrincipalName.'],
  everyRound: true,
});

const explainActiveDirectory = item({
  id: 'explain-active-directory',
  title: 'Explain what would be written to Active Directory',
  todo: [
    'Expected with Exchange hybrid: msExch... attributes, msDS-ExternalDirectoryObjectID, publicDelegates, proxyAddresses of the kind x500.',
    'Expected once on a first run: mS-DS-ConsistencyGuid for many users.',
    'Anything else, and any delete, needs an explanation.',
  ],
  why: 'The server writes to your own directory as well, and few people look there.',
  worked: 'Nothing is left unexplained, or nothing is staged.',
  wrong: ['Writeback is selected here and not on the active server: step Configuration, optional features.'],
  everyRound: true,
});

const decide = item({
  id: 'decide',
  title: 'Decide: all changes are expected, or another round',
  todo: [
    'All expected: tick this, and go to Switch.',
    'Not all: change the data in Active Directory or the configuration here, and begin a new round (key r): Import and synchronize, Verify.',
    'Repeat until every change that is about to be exported is expected.',
  ],
  why: 'This is the last look before the directories change. What is exported cannot be taken back.',
  worked: 'You would sign for every line of the table.',
  wrong: [
    'The imports are hours old: begin a new round before the switch. What has changed since is not in this table.',
  ],
  everyRound: true,
});
