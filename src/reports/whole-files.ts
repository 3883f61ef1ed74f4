import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, realpath, rmdir, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode, OutputProblem, outputProblem } from './output-problem.ts';
import { type PlacedFile, place } from './place-file.ts';

/** One file of a set, while it is written. */
export interface WholeFile {
  /** Where it will stand: a whole path. */
  readonly path: string;
  /** Adds text, in UTF-8. Rejects with an {@link OutputProblem}. */
  readonly write: (text: string) => Promise<void>;
}

interface OpenFile extends WholeFile {
  readonly temporary: string;
  readonly finish: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Files that appear together, whole, or not at all: each is written under another name in the same folder, readable by
 * its owner alone, and gets its own name at the end. Nothing that is there is replaced unless `force` says so.
 * Every method rejects with an {@link OutputProblem} that says what to do; after that `discard` leaves nothing behind.
 */
export class WholeFiles {
  readonly #force: boolean;
  readonly #inputs: readonly string[];
  readonly #files: OpenFile[] = [];
  readonly #madeFolders: string[] = [];

  /** `inputs`: whole paths of the files that are read; none of them is ever written. */
  constructor(force: boolean, inputs: readonly string[]) {
    this.#force = force;
    this.#inputs = inputs;
  }

  /** Rejects where this path could not be written now: see {@link open}. Looks only, and changes nothing. */
  async check(path: string): Promise<void> {
    await this.#target(path);
  }

  /** Creates a folder, and those above it, where it is missing. `discard` removes what was created. */
  async makeFolder(folder: string): Promise<void> {
    try {
      const first = await mkdir(folder, { recursive: true });
      for (let made = folder; first !== undefined && made.length >= first.length; made = dirname(made)) {
        this.#madeFolders.push(made);
      }
    } catch (error) {
      if (errorCode(error) === 'EEXIST') throw new OutputProblem(`${folder}: is a file. Give a folder.`);
      throw outputProblem(error, folder);
    }
  }

  /** Begins one more file of the set. */
  async open(path: string): Promise<WholeFile> {
    const target = await this.#target(path);
    const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      const handle = await open(temporary, 'wx', 0o600);
      const guarded = async (step: () => Promise<void>) => {
        try {
          await step();
        } catch (error) {
          throw outputProblem(error, target);
        }
      };
      const file: OpenFile = {
        path: target,
        temporary,
        write: (text) => guarded(() => handle.appendFile(text)),
        finish: () => guarded(() => handle.sync().finally(() => handle.close())),
        close: () => handle.close(),
      };
      this.#files.push(file);
      return file;
    } catch (error) {
      throw outputProblem(error, target);
    }
  }

  /**
   * Gives every file its name, or none where one of them cannot have it. Takes a function for the last word on each
   * path (a partial result says so in its name); gives the paths as they are now. Rejects also where another run has
   * replaced one of them meanwhile: then the files that are there are not all of this set.
   */
  async commit(nameFor: (path: string) => string = (path) => path): Promise<string[]> {
    for (const file of this.#files) await file.finish();
    const placed: PlacedFile[] = [];
    const standing: string[] = [];
    try {
      for (const file of this.#files) {
        const target = await this.#target(nameFor(file.path));
        const made = await place(file.temporary, target, this.#force);
        placed.push(made);
        standing.push(await numberOf(made.path));
      }
    } catch (error) {
      for (const file of placed.reverse()) await file.undo();
      throw error;
    }
    for (const file of placed) await file.keep();
    this.#files.length = 0;
    this.#madeFolders.length = 0;
    for (const [index, { path }] of placed.entries()) {
      if ((await numberOf(path)) !== standing[index]) {
        throw new OutputProblem(`${path}: another run wrote here at the same time. Run this again, alone.`);
      }
    }
    return placed.map(({ path }) => path);
  }

  /** Removes everything that was written. Does nothing after a commit. */
  async discard(): Promise<void> {
    for (const file of this.#files.splice(0)) {
      // A file that is closed already, or gone, is as good as removed.
      await file.close().catch(() => undefined);
      await unlink(file.temporary).catch(() => undefined);
    }
    // Deepest first. One that somebody has put a file into stays.
    for (const folder of this.#madeFolders.splice(0)) await rmdir(folder).catch(() => undefined);
  }

  /** The path behind a symbolic link, after making sure that a file may be written there. */
  async #target(path: string): Promise<string> {
    const existing = await lstat(path).catch(() => null);
    if (existing === null) return path;
    const target = existing.isSymbolicLink() ? await realpath(path).catch(() => path) : path;
    const found = await stat(target, { bigint: true }).catch(() => null);
    if (found?.isDirectory()) throw new OutputProblem(`${path}: is a folder. Give the name of a file.`);
    if (found !== null && !found.isFile()) {
      throw new OutputProblem(`${path}: is not an ordinary file. Give the name of a file.`);
    }
    if (found !== null && (await this.#isInput(found))) {
      throw new OutputProblem(`${path}: is the file to be read. Choose another place.`);
    }
    if (!this.#force) throw outputProblem(Object.assign(new Error('exists'), { code: 'EEXIST' }), path);
    return target;
  }

  async #isInput(found: { dev: bigint; ino: bigint }): Promise<boolean> {
    for (const input of this.#inputs) {
      const read = await stat(input, { bigint: true }).catch(() => null);
      if (read !== null && read.dev === found.dev && read.ino === found.ino) return true;
    }
    return false;
  }
}

/** What tells a file from another one of the same name. */
async function numberOf(path: string): Promise<string> {
  const found = await lstat(path, { bigint: true }).catch(() => null);
  return found === null ? 'gone' : `${found.dev} ${found.ino}`;
}
