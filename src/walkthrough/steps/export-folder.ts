import { exportFolder, fileArgument } from '../commands.ts';
import { isKnown } from '../facts.ts';
import { cmd, item } from '../item.ts';
import { activeServer, stagingServer } from '../servers.ts';
import type { Facts, Item } from '../walkthrough.ts';

/** A folder for everything that is written: made once, on both servers where both run today's product. */
export function exportFolderItems(facts: Facts): Item[] {
  return [...(isKnown(facts, 'exportFolder') ? [] : [sayExportFolder]), makeExportFolder(facts)];
}

const sayExportFolder = item({
  id: 'say-export-folder',
  title: 'Say where the export files go',
  todo: ['Enter a whole path, from a drive or a share, without %variables% and quotes.'],
  why: 'The commands carry it. Without it they show a placeholder and cannot be run.',
  worked: 'The commands name the folder.',
  asks: ['exportFolder'],
});

function makeExportFolder(facts: Facts): Item {
  const folder = fileArgument(exportFolder(facts));
  const here = stagingServer(facts);
  return item({
    id: 'make-export-folder',
    title: `Make a folder that stays: ${exportFolder(facts)}`,
    todo: [
      `On ${here}${facts.activeServerKind === 'connect' ? `, and the same on ${activeServer(facts)}` : ''}: make the folder, and let only yourself and administrators in.`,
      'Another folder? Press f on the list of items and change it: a whole path, from a drive or a share, without %variables%.',
    ],
    commands: cmd(
      `md ${folder}`,
      `icacls ${folder} /inheritance:r /grant:r "%USERDOMAIN%\\%USERNAME%:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F"`,
    ),
    why: 'The files hold names, addresses and group members of the whole company, and you need them after the next sign-off.',
    worked: 'icacls says: Successfully processed 1 files; Failed processing 0 files.',
    wrong: [
      'Files in %TEMP% can be gone: in an RDP session it is a folder of that session and may be deleted at sign-off.',
      'The folder is there already: md says so. If it is yours alone, that is fine. If anything else uses it, choose another one: icacls takes the inherited rights away.',
    ],
    formerly: 'The article of 2017 writes its files to %temp%.',
  });
}
