import { win32 } from 'node:path';
import { isKnown } from './facts.ts';
import { cmdArgument, powershellString } from './quoting.ts';
import type { Facts, Pass } from './walkthrough.ts';

// A placeholder stands in quotes where a name is missing: run by mistake, the command finds no such connector.
const NAME_MISSING = '<NAME OF THE CONNECTOR>';
const FOLDER_MISSING = '<EXPORT FOLDER>';

/** The run profiles that the walkthrough asks for. Never one that exports. */
export type RunProfile = 'Full Import' | 'Delta Synchronization' | 'Full Synchronization';

/** The PowerShell command that runs a profile and waits for its end. A null name or profile leaves a placeholder. */
export function runProfileCommand(connector: string | null, profile: RunProfile | null): string {
  const name = powershellString(connector ?? '') ?? `'${NAME_MISSING}'`;
  return `Invoke-ADSyncRunProfile -ConnectorName ${name} -RunProfileName '${profile ?? '<Delta Synchronization OR Full Synchronization>'}'`;
}

/** Into csexport's folder: no path is set for it. */
export const GO_TO_CSEXPORT = 'cd /d "%ProgramFiles%\\Microsoft Azure AD Sync\\Bin"';

/** csexport of a connector's pending exports, with everything it knows of them, into a file; typed at a cmd prompt. */
export function csexportCommand(connector: string | null, file: string): string {
  return `csexport ${connectorArgument(connector)} ${fileArgument(file)} /f:x`;
}

function connectorArgument(connector: string | null): string {
  return cmdArgument(connector ?? '') ?? `"${NAME_MISSING}"`;
}

/** A file or folder as an argument at a cmd prompt. */
export function fileArgument(path: string): string {
  return cmdArgument(path) ?? `"${FOLDER_MISSING}"`;
}

/** The folder for the export files, or a placeholder while there is none that can be used. */
export function exportFolder(facts: Facts): string {
  return isKnown(facts, 'exportFolder') ? facts.exportFolder : FOLDER_MISSING;
}

/**
 * The file of one connector in this round of this walkthrough: its name is fresh, since csexport never overwrites.
 * `part` tells the connectors apart: `aad`, or `ad-` and the connector's slug.
 */
export function exportFile(facts: Facts, pass: Pass, part: string): string {
  const started = pass.startedAt.slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  return win32.join(exportFolder(facts), `${started}-round${pass.round}-${part}.xml`);
}

/** The PowerShell lines that save a server's configuration into a fresh folder of XML files. */
export function saveConfigurationCommands(facts: Facts): string[] {
  const beginning = powershellString(win32.join(exportFolder(facts), 'configuration-'));
  return [
    'Import-Module ADSync',
    `$folder = ${beginning} + $env:COMPUTERNAME + '-' + (Get-Date -Format 'yyyyMMdd-HHmmss')`,
    'New-Item -ItemType Directory -Path $folder',
    'Get-ADSyncServerConfiguration -Path $folder',
  ];
}

/** Why a connector's name cannot be put into a command, or null where it can. */
export function connectorNameProblem(name: string): string | null {
  return cmdArgument(name) === null
    ? 'No name that holds a double quote can be typed safely at a cmd prompt: the command shows a placeholder. Rename the connector in Synchronization Service (Properties), and enter the new name.'
    : null;
}
