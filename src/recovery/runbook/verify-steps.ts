import { win32 } from 'node:path';
import { csexportCommand, fileArgument, GO_TO_CSEXPORT } from '../../walkthrough/commands.ts';
import { aadConnector, adConnectors, type NamedConnector } from '../../walkthrough/connectors.ts';
import { cmd, item, powershell } from '../../walkthrough/item.ts';
import { verify } from '../../walkthrough/steps/verify.ts';
import type { Facts, Item } from '../../walkthrough/walkthrough.ts';

interface Written {
  readonly connector: NamedConnector;
  readonly file: string;
}

/** Verify on the day: the pending exports of every connector, read with this program, before anything is exported. */
export function verifySteps(facts: Facts): Item[] {
  const written: readonly Written[] = [
    { connector: aadConnector(facts), file: fileOf(facts, 'aad') },
    ...adConnectors(facts).map((connector) => ({ connector, file: fileOf(facts, `ad-${connector.slug}`) })),
  ];
  // The pass does not matter to the items that are taken over: they name no file.
  const said = verify(facts, { round: 1, startedAt: '' }).items;
  return [
    threshold(facts),
    makeFolder(facts),
    ...written.map((one) => exportOf(facts, one)),
    look(facts, written),
    ...said.filter(({ id }) => TAKEN_OVER.has(id)),
    decide(facts),
  ];
}

const TAKEN_OVER: ReadonlySet<string> = new Set([
  'explain-deletes',
  'explain-updates',
  'explain-active-directory',
]);

function fileOf(facts: Facts, part: string): string {
  return win32.join(facts.exportFolder, `recovery-${part}.xml`);
}

function threshold(facts: Facts): Item {
  return item({
    id: 'see-deletion-threshold',
    title: `See that accidental deletes are stopped: ${facts.deletionThreshold}`,
    todo: [
      `On ${facts.stagingServer}: run the commands, and sign in as Hybrid Identity Administrator where it asks.`,
    ],
    commands: powershell(
      'Import-Module ADSync',
      "Get-ADSyncExportDeletionThreshold -AADUserName (Read-Host -Prompt 'User principal name')",
    ),
    why: 'It is the last net under a filter that is missing: with as many deletes nothing at all is exported.',
    worked: `It is enabled, with ${facts.deletionThreshold}.`,
    wrong: [
      `It is off: Enable-ADSyncExportDeletionThreshold -DeletionThreshold ${facts.deletionThreshold} -AADUserName (Read-Host -Prompt 'User principal name')`,
    ],
  });
}

function makeFolder(facts: Facts): Item {
  const folder = fileArgument(facts.exportFolder);
  return item({
    id: 'make-folder',
    title: `Make the folder ${facts.exportFolder}`,
    todo: [`On ${facts.stagingServer}: open a cmd prompt as administrator and run the commands.`],
    commands: cmd(
      `if not exist ${folder} md ${folder}`,
      `icacls ${folder} /inheritance:r /grant:r "%USERDOMAIN%\\%USERNAME%:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F"`,
    ),
    why: 'The files hold names, addresses and group members of the whole company.',
    worked: 'icacls says that no file failed.',
    wrong: ['Access denied: the prompt was not opened as administrator.'],
  });
}

function exportOf(facts: Facts, { connector, file }: Written): Item {
  const argument = fileArgument(file);
  return item({
    id: `csexport-${connector.slug}`,
    title: `Write the pending exports of ${connector.spoken} into a file`,
    todo: [
      `On ${facts.stagingServer}: at a cmd prompt (not PowerShell), one line after the other.`,
      'csexport never overwrites: the second line takes a file of a rehearsal away.',
    ],
    commands: cmd(
      GO_TO_CSEXPORT,
      `if exist ${argument} del ${argument}`,
      csexportCommand(connector.name, file),
      `dir ${argument}`,
    ),
    why: 'It holds each change that is staged for this connector, with the values before and after.',
    worked: 'csexport counts up to the end, and dir shows the file with the time of now.',
    wrong: [
      'csexport is not found: the wizard has not run to its end on this server.',
      'The connector is not found: copy its name from Synchronization Service, tab Connectors.',
    ],
  });
}

function look(facts: Facts, written: readonly Written[]): Item {
  const list = win32.join(facts.exportFolder, 'recovery-aad.csv');
  const files = written.map(({ file }) => fileArgument(file)).join(' ');
  return item({
    id: 'look-at-exports',
    title: 'Look at all of it in stagewalk',
    todo: [
      'Open the table, and read the strip on top first: adds, updates, renames, deletes.',
      'The second command writes the changes into a file for the record, and ends with 1 where a delete is among them.',
    ],
    commands: cmd(
      `stagewalk triage ${files}`,
      `stagewalk analyze ${fileArgument(written[0]?.file ?? '')} --format csv --out ${fileArgument(list)} --force --fail-on "op:delete>0"`,
    ),
    why: 'A server that matches the lost one has nearly nothing to export: each large number has one cause.',
    worked: 'The table shows as many objects as csexport counted, and nothing is marked partial.',
    wrong: [
      'Adds for everybody: the source anchor is another one. Do not go on; install again.',
      'Deletes or updates for many: a filter or a rule is missing. Apply it, import and synchronize again.',
    ],
  });
}

function decide(facts: Facts): Item {
  return item({
    id: 'decide-on-the-day',
    title: 'Decide: everything is expected, or import and synchronize again',
    todo: [
      'All expected: write down who says so, and when. Go on.',
      `Not all: change the data or the configuration on ${facts.stagingServer}, and do Import and synchronize and Verify again.`,
    ],
    why: 'What is exported cannot be taken back. A late recovery is better than a wrong one.',
    worked: 'You would sign for every line of the table.',
    wrong: ['Nobody dares to decide: call who decides, and read the deletes to them by name.'],
    danger: 'This is the last look before the directories change.',
  });
}
