import { type FaultReason, faultOf } from '../csexport/fault-reason.ts';
import type { FaultKind, InputFault, Place } from '../csexport/input-fault.ts';

const WRITE_AGAIN =
  'Write the configuration again into an empty folder, and compare that: Get-ADSyncServerConfiguration -Path FOLDER';

// The reader of XML speaks of exports; these are the same faults of a part of a configuration.
const WORDS: Readonly<Partial<Record<FaultKind, { readonly what?: string; readonly next: string }>>> = {
  missing: {
    what: 'There is no such file or folder.',
    next: 'Check the path; it is the folder that was given to Get-ADSyncServerConfiguration -Path.',
  },
  'no-permission': {
    what: 'You are not allowed to read this.',
    next: 'Open it as the user who wrote it, or copy it to a folder of your own.',
  },
  empty: { what: 'The file is empty.', next: WRITE_AGAIN },
  'not-xml': { what: 'This is no XML.', next: WRITE_AGAIN },
  doctype: {
    what: 'The file has a DOCTYPE. A configuration has none, and one can make a reader open other files or fill the memory.',
    next: 'Nothing of it was followed. Use the file as the server wrote it.',
  },
  'cut-off': {
    what: 'The file ends in the middle: it was not written whole.',
    next: WRITE_AGAIN,
  },
  changed: { next: 'Wait until the file is written, then compare again.' },
  unreadable: { next: 'Check the disk or the network share, and copy the folder to a local one.' },
};

/** A fault of a part of a configuration, in words about configurations. */
export function partFault(reason: FaultReason, file: string, place: Place | null): InputFault {
  const words = WORDS[reason.kind] ?? { next: WRITE_AGAIN };
  return faultOf({ ...reason, what: words.what ?? reason.what, next: words.next }, file, place);
}

/** The same fault, from a reader of exports, in words about configurations. */
export function asPartFault(fault: InputFault): InputFault {
  return partFault(fault, fault.file, fault.place);
}

/** A fault that only configurations have. */
export function configurationFault(
  kind: FaultKind,
  file: string,
  what: string,
  next: string = WRITE_AGAIN,
): InputFault {
  return { kind, file, place: null, what, next };
}
