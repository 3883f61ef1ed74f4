import { existsSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute } from 'node:path';
import Conf from 'conf';
import { readWalkthrough } from './saved-walkthrough.ts';
import type { Walkthrough } from './walkthrough.ts';

/** What was found at the start. */
interface Loaded {
  /** Where the operator left it; null where there is nothing to resume. */
  readonly walkthrough: Walkthrough | null;
  /** One sentence for the operator where a state file could not be used; null otherwise. */
  readonly setAside: string | null;
}

/** Where walkthroughs are kept between two starts: the real one, and a training's beside it. */
export interface Store {
  /** The folder of the state files; null where this system has none that can be used. */
  readonly folder: string | null;
  /** What was saved last: the real walkthrough, or the one of this training scenario. Never throws. */
  readonly load: (training?: string | null) => Loaded;
  /**
   * Renames the file of what was saved, before another walkthrough of its kind takes its place. `said` is one sentence:
   * where it is kept, or why it cannot be. Never throws.
   */
  readonly keepBeside: (walkthrough: Walkthrough) => { readonly ok: boolean; readonly said: string };
  /** Saves it whole or not at all. `said` is one sentence: that it is saved, or why not. Never throws. */
  readonly save: (walkthrough: Walkthrough) => { readonly ok: boolean; readonly said: string };
}

/** The real walkthrough's, the first scenario's training, or that of another scenario. */
type StateFile = 'walkthrough' | 'training' | `training-${string}`;

function savedThing(name: StateFile): string {
  return name === 'walkthrough' ? 'saved walkthrough' : 'saved training';
}

/**
 * Opens the store in `folder`, or where this system keeps the settings of a user's programs. Real walkthrough and
 * each scenario's training have a file each, readable by its owner alone (on Windows it takes the rights of the folder, which lies in
 * the user's profile).
 */
export function openStore(folder?: string): Store {
  // What could not be read and could not be moved away either is not written over.
  const kept = new Set<StateFile>();
  return {
    folder: folder ?? defaultFolder(),
    load: (training = null) => {
      const name = fileOf({ training });
      const loaded = load(folder, name, kept);
      // Another scenario's training is of no use to this one, and no damage.
      return loaded.walkthrough && loaded.walkthrough.training !== training
        ? { ...loaded, walkthrough: null }
        : loaded;
    },
    keepBeside: (walkthrough) => keepBeside(folder, fileOf(walkthrough)),
    save: (walkthrough) => save(folder, fileOf(walkthrough), walkthrough, kept),
  };
}

/** The one scenario of the first version: its file has no scenario in its name. */
const FIRST_SCENARIO = 'contoso';

function fileOf({ training }: Pick<Walkthrough, 'training'>): StateFile {
  if (training === null) return 'walkthrough';
  // A training of one scenario does not take the place of another's.
  return training === FIRST_SCENARIO ? 'training' : `training-${training.replace(/[^a-z0-9-]/g, '-')}`;
}

function keepBeside(folder: string | undefined, name: StateFile): { ok: boolean; said: string } {
  try {
    const { path } = stateFile(folder, name);
    if (!existsSync(path)) return { ok: true, said: 'Nothing was saved before.' };
    const beside = besidePath(path, 'until');
    renameSync(path, beside);
    return { ok: true, said: `What was saved before is kept as ${beside}` };
  } catch (error) {
    return {
      ok: false,
      said: `What was saved before cannot be kept beside (${reason(error)}): nothing was changed.`,
    };
  }
}

function besidePath(path: string, word: 'damaged' | 'until'): string {
  const stamp = new Date().toISOString().replace(/[-:.]/g, '');
  return path.replace(/\.json$/, `-${word}-${stamp}.json`);
}

function defaultFolder(): string | null {
  try {
    return dirname(stateFile(undefined, 'walkthrough').path);
  } catch {
    return null;
  }
}

function load(folder: string | undefined, name: StateFile, kept: Set<StateFile>): Loaded {
  try {
    const file = stateFile(folder, name);
    if (!existsSync(file.path)) return { walkthrough: null, setAside: null };
    const read = readWalkthrough(file.store);
    if ('walkthrough' in read && (read.walkthrough.training === null) === (name === 'walkthrough')) {
      return { walkthrough: read.walkthrough, setAside: null };
    }
    const why = 'misfit' in read ? read.misfit : 'it belongs to a training';
    return { walkthrough: null, setAside: setAside(file.path, name, why, kept) };
  } catch (error) {
    kept.add(name);
    return {
      walkthrough: null,
      setAside: `The ${savedThing(name)} cannot be opened: ${reason(error)}. A new one begins and is not saved.`,
    };
  }
}

function setAside(path: string, name: StateFile, why: string, kept: Set<StateFile>): string {
  const beside = besidePath(path, 'damaged');
  try {
    renameSync(path, beside);
    return `The ${savedThing(name)} cannot be used (${why}): it is kept as ${beside}, and a new one begins.`;
  } catch (error) {
    kept.add(name);
    return `The ${savedThing(name)} in ${path} cannot be used (${why}) and cannot be set aside: ${reason(error)}. A new one begins and is not saved.`;
  }
}

function save(
  folder: string | undefined,
  name: StateFile,
  walkthrough: Walkthrough,
  kept: ReadonlySet<StateFile>,
): { ok: boolean; said: string } {
  if (kept.has(name)) {
    return { ok: false, said: 'Not saved: what was saved before cannot be read, and is not written over.' };
  }
  try {
    stateFile(folder, name).store = { ...walkthrough };
    return { ok: true, said: 'Saved.' };
  } catch (error) {
    return { ok: false, said: `Not saved: ${reason(error)}. stagewalk goes on, but cannot resume here.` };
  }
}

function stateFile(folder: string | undefined, name: StateFile): Conf<Record<string, unknown>> {
  // Without a home the folder of the settings would be one below the current folder.
  if (folder === undefined && !isAbsolute(homedir())) {
    throw new Error('this account has no home folder; name one with --state');
  }
  return new Conf<Record<string, unknown>>({
    projectName: 'stagewalk',
    projectSuffix: '',
    configName: name,
    configFileMode: 0o600,
    // An item's id is a name, not a path into the file.
    accessPropertiesByDotNotation: false,
    // Damaged text is an empty store here, found and set aside by load.
    deserialize: parseOrNothing,
    ...(folder === undefined ? {} : { cwd: folder }),
  });
}

function parseOrNothing(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return {};
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? error.message) : String(error);
}
