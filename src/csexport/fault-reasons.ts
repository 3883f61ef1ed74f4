import type { FaultReason } from './fault-reason.ts';
import type { FaultKind } from './input-fault.ts';
import { inMebibytes } from './limits.ts';

const RUN_AGAIN =
  'Run csexport again into a new file (it never overwrites one) and open that; what was read before this place stays usable.';

const SHOWN_NAME = 60;

/** A name from the input, short enough for a message. */
export function shortened(name: string): string {
  return name.length > SHOWN_NAME ? `${name.slice(0, SHOWN_NAME)}…` : name;
}

function reason(kind: FaultKind, what: string, next: string): FaultReason {
  return { kind, what, next };
}

export function missing(): FaultReason {
  return reason(
    'missing',
    'There is no such file.',
    'Check the path; csexport writes "NAME.xml" into the folder where it was started unless it is given a file.',
  );
}

export function folder(): FaultReason {
  return reason('folder', 'This is a folder, not a file.', 'Name the export file inside it.');
}

export function noPermission(): FaultReason {
  return reason(
    'no-permission',
    'You are not allowed to read this file.',
    'Open it as the user who ran csexport, or copy it to a folder of your own.',
  );
}

export function unreadable(cause: string): FaultReason {
  return reason(
    'unreadable',
    `The file could not be read (${cause}).`,
    'Check the disk or the network share, and copy the file to a local folder.',
  );
}

export function noOrdinaryFile(): FaultReason {
  return reason(
    'unreadable',
    'This is no ordinary file: a device or a pipe cannot be read twice.',
    'Write its content to a file first, and open that.',
  );
}

export function empty(): FaultReason {
  return reason(
    'empty',
    'The file is empty: csexport did not write anything, not even its first element.',
    'Check what csexport said, and run it again into a new file.',
  );
}

export function foreignEncoding(label: string): FaultReason {
  return reason(
    'encoding',
    `The file's text is written as ${shortened(label)}; only UTF-8 and UTF-16 can be read.`,
    'Open the file as csexport wrote it, or save it again as UTF-8.',
  );
}

export function badBytes(bytes: Buffer, encoding: string): FaultReason {
  return reason(
    'bad-bytes',
    `There is a byte that is no ${encoding.toUpperCase()} text: 0x${bytes.toString('hex').toUpperCase()}.`,
    `The file was damaged or saved again in another encoding. ${RUN_AGAIN}`,
  );
}

export function badCharacter(code: number): FaultReason {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return reason(
    'bad-character',
    code === 0
      ? 'There is a NUL character, which XML forbids: the file was not written whole, or it is no text.'
      : `There is a character that XML forbids, ${name}.`,
    RUN_AGAIN,
  );
}

export function badReference(text: string): FaultReason {
  return reason('bad-character', `&${shortened(text)}; stands for a character that XML forbids.`, RUN_AGAIN);
}

export function notXml(looksLike: string | null): FaultReason {
  return reason(
    'not-xml',
    looksLike === null
      ? 'This is no XML: it does not begin with "<".'
      : `This is no XML: it looks like ${looksLike}.`,
    'Name the file that csexport wrote: csexport "NAME" FILE /f:x',
  );
}

export function doctype(): FaultReason {
  return reason(
    'doctype',
    'The file has a DOCTYPE. An export has none, and one can make a reader open other files or fill the memory.',
    'Nothing of it was followed. Use the file as csexport wrote it.',
  );
}

export function dropFile(): FaultReason {
  return reason(
    'drop-file',
    'This is the drop file (audit log) of a run profile (<mmsml>), not an export of the connector space.',
    'Run csexport instead, and open what it writes: csexport "NAME" FILE /f:x',
  );
}

export function configurationFile(root: string): FaultReason {
  return reason(
    'configuration-file',
    `This is a part of a server's configuration (<${root}>), not an export of the connector space.`,
    'Compare configurations with: stagewalk configuration A B',
  );
}

export function otherRoot(root: string): FaultReason {
  return reason(
    'other-root',
    `The first element is <${shortened(root)}>; an export of csexport begins with <cs-objects>.`,
    'Name the file that csexport wrote: csexport "NAME" FILE /f:x',
  );
}

/** `where` the text stops, as in "The file ends …", and how many objects came before. */
export function cutOff(where: string, objects: number): FaultReason {
  const read = objects === 1 ? '1 object was' : `${objects} objects were`;
  return reason(
    'cut-off',
    `The file ends ${where}: it was not written whole. ${read} read before.`,
    'csexport may still be running, or the disk is full, or a copy was stopped. Wait for its end, or run it again into a new file.',
  );
}

export function broken(what: string): FaultReason {
  return reason('broken', `The XML is broken: ${what}.`, RUN_AGAIN);
}

export function tooDeep(limit: number): FaultReason {
  return reason(
    'too-deep',
    `Elements are nested more than ${limit} deep, which is the limit.`,
    'No export is nested so. Use the file as csexport wrote it.',
  );
}

export function valueTooLong(limit: number): FaultReason {
  return tooLong(`One value, attribute or comment is longer than ${inMebibytes(limit)}, which is the limit.`);
}

export function objectTooLong(limit: number): FaultReason {
  return tooLong(`One cs-object is longer than ${inMebibytes(limit)}, which is the limit.`);
}

export function objectTooFull(limit: number): FaultReason {
  return tooLong(`One cs-object holds more than ${limit} elements, which is the limit.`);
}

export function nameTooLong(limit: number): FaultReason {
  return tooLong(
    `One name of an element or attribute is longer than ${limit} characters, which is the limit.`,
  );
}

function tooLong(what: string): FaultReason {
  return reason('too-long', what, `An end tag or a quote is probably missing. ${RUN_AGAIN}`);
}

export function changedWhileRead(): FaultReason {
  return reason(
    'changed',
    'The file changed while it was read.',
    'csexport may still be writing it. Wait for its end, then load the file again.',
  );
}

export function changedSinceRead(): FaultReason {
  return reason('changed', 'The file has changed since it was read.', 'Load the file again.');
}
