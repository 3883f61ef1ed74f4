import type { FlowsOf } from '../src/configuration/attribute-flows.ts';
import type { ComparedServers } from '../src/configuration/compare-servers.ts';
import type { ByteRange, CsObject } from '../src/csexport/cs-object.ts';
import type { FileIdentity } from '../src/csexport/export-reader.ts';
import type { Load, LoadEvent } from '../src/pending-exports/load-event.ts';
import type { Walkthrough } from '../src/walkthrough/walkthrough.ts';

/** What came of something that was tried; `said` is one line for the status line. */
export interface Outcome {
  readonly ok: boolean;
  readonly said: string;
  /** A file of that name is there, and nothing else stands in the way: writing over it would work. */
  readonly exists?: true;
}

/** Every effect that a screen can ask for. Handed in at the top; tests hand in fakes. */
export interface Services {
  /** Saves the walkthrough whole. `ok: false` says why it is not saved. */
  readonly save: (walkthrough: Walkthrough) => Outcome;
  /** Keeps what was saved of this walkthrough in a file beside, before another one takes its place. Never throws. */
  readonly keepBeside: (walkthrough: Walkthrough) => { readonly ok: boolean; readonly said: string };
  /** Reads export files one after the other, in a worker; the first rows come at once. */
  readonly loadExports: (files: readonly string[], listen: (event: LoadEvent) => void) => Load;
  /** Reads one object again, in full. Rejects with an InputFaultError where the file has changed. */
  readonly readObject: (file: FileIdentity, range: ByteRange) => Promise<CsObject>;
  /** Reads and compares two servers' configurations, named as they were typed. Rejects with what is wrong, in words. */
  readonly compareServers: (active: string, staging: string) => Promise<ComparedServers>;
  /** The flows of attributes on two servers that were compared; null where their files hold none. Rejects as above. */
  readonly flowsOf: (active: string, staging: string) => Promise<FlowsOf | null>;
  /** Puts a text on the clipboard, or into a file where there is none, and says which. */
  readonly copy: (text: string) => Promise<Outcome>;
  /** Writes the pending exports at these ranges, whole or not at all. The format follows the path: .csv, .ndjson or .json. */
  readonly exportShown: (
    shown: readonly { readonly file: FileIdentity; readonly range: ByteRange }[],
    path: string,
    force: boolean,
  ) => Promise<Outcome>;
  /** Where `exportShown` proposes to write: a whole path, new each time. */
  readonly proposeExportPath: () => string;
  /** The export files of a folder, newest first, for the field that asks for one. */
  readonly exportFilesIn: (folder: string) => Promise<readonly string[]>;
  /** Writes the runbook of this walkthrough's recovery plan, whole or not at all; the ending says the form: .md or .html. */
  readonly writeRunbook: (walkthrough: Walkthrough, path: string, force: boolean) => Promise<Outcome>;
  /** Now. */
  readonly now: () => Date;
}
