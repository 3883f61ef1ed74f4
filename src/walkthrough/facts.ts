import { DEFAULT_LIMITS } from '../pending-exports/risk/limits.ts';
import type { Facts } from './walkthrough.ts';

/** Outlives the RDP session, exists on every server, and the operator who takes over in the morning finds it. */
const PROPOSED_EXPORT_FOLDER = 'C:\\ProgramData\\stagewalk';

/** What is known before the operator has said anything. */
export const NO_FACTS: Facts = {
  purpose: null,
  activeServerKind: null,
  activeServer: '',
  stagingServer: '',
  adConnectors: [],
  aadConnector: '',
  exportFolder: PROPOSED_EXPORT_FOLDER,
  rulesChanged: null,
  passwordHashSync: null,
  passwordWriteback: null,
  passThroughAuthentication: null,
  deletionThreshold: DEFAULT_LIMITS.deletionThreshold,
};

// Control characters, what turns or hides text, halves of characters: a paste from a web page or a chat brings them.
const NOT_TEXT = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/**
 * The facts as they are kept: typed text without control characters and without spaces around it, no empty connector,
 * no connector twice (the sync engine does not tell names apart by case), no connector both AD and AAD, the folder
 * without a backslash at its end, the threshold a whole number of at least 1.
 */
export function normalizeFacts(facts: Facts): Facts {
  const aadConnector = cleanText(facts.aadConnector);
  return {
    ...facts,
    activeServer: cleanText(facts.activeServer),
    stagingServer: cleanText(facts.stagingServer),
    adConnectors: distinctNames(facts.adConnectors.map(cleanText), aadConnector),
    aadConnector,
    exportFolder: withoutEndingSlash(cleanText(facts.exportFolder)),
    deletionThreshold:
      Number.isSafeInteger(facts.deletionThreshold) && facts.deletionThreshold >= 1
        ? facts.deletionThreshold
        : DEFAULT_LIMITS.deletionThreshold,
  };
}

/** Whether the operator has said this fact. */
export function isKnown(facts: Facts, fact: keyof Facts): boolean {
  // A server that is gone needs no name.
  if (fact === 'activeServer' && facts.activeServerKind === 'none') return true;
  if (fact === 'exportFolder') return isWholeWindowsPath(facts.exportFolder);
  const value = facts[fact];
  return value !== null && value !== '' && (!Array.isArray(value) || value.length > 0);
}

/** Whether a text holds what no name has and nobody sees: it is left out when the text is kept. */
export function holdsInvisible(text: string): boolean {
  return text.search(NOT_TEXT) >= 0;
}

/** Why nothing can be written into this folder by the commands; null where it can. */
export function exportFolderProblem(folder: string): string | null {
  return isWholeWindowsPath(folder)
    ? null
    : 'A whole path is needed, from a drive or a share (C:\\Exports), without %variables%, quotes, slashes and wildcards: until then the commands show a placeholder.';
}

/** A path from a drive or a share, with no variable in it: stagewalk opens the files itself, and nothing expands it. */
function isWholeWindowsPath(folder: string): boolean {
  return /^([a-z]:\\|\\\\[^\\]+\\[^\\]+)/i.test(folder) && !/["<>|?*%/]/.test(folder);
}

function cleanText(text: string): string {
  return text.replace(NOT_TEXT, '').trim();
}

function distinctNames(names: readonly string[], taken: string): string[] {
  const seen = new Set(['', taken.toLowerCase()]);
  return names.filter((name) => {
    const folded = name.toLowerCase();
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

function withoutEndingSlash(folder: string): string {
  return /^[a-z]:\\+$/i.test(folder) ? folder : folder.replace(/\\+$/, '');
}
