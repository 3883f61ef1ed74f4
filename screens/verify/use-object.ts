import { useEffect, useState } from 'react';
import type { ByteRange } from '../../src/csexport/cs-object.ts';
import type { FileIdentity } from '../../src/csexport/export-reader.ts';
import { type InputFault, InputFaultError } from '../../src/csexport/input-fault.ts';
import { type ObjectDetails, objectDetails } from '../../src/pending-exports/object-details.ts';
import type { Services } from '../services.ts';

/** One object on its way from its file. */
export type ReadingObject =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly details: ObjectDetails }
  | { readonly kind: 'fault'; readonly fault: InputFault };

/** Where an object stands. */
export interface ObjectSource {
  readonly file: FileIdentity;
  readonly range: ByteRange;
}

const READING: ReadingObject = { kind: 'reading' };

/** Reads an object again, in full. What comes late for an object that was left is dropped. */
export function useObject(readObject: Services['readObject'], source: ObjectSource | null): ReadingObject {
  const [read, setRead] = useState<{ source: ObjectSource | null; result: ReadingObject }>({
    source: null,
    result: READING,
  });
  useEffect(() => {
    if (source === null) return;
    let left = false;
    const found = (result: ReadingObject): void => {
      if (!left) setRead({ source, result });
    };
    readObject(source.file, source.range)
      .then((object) => found({ kind: 'read', details: objectDetails(object) }))
      .catch((error: unknown) => found({ kind: 'fault', fault: faultOf(error, source.file) }));
    return () => {
      left = true;
    };
  }, [readObject, source]);
  return read.source === source ? read.result : READING;
}

function faultOf(error: unknown, file: FileIdentity): InputFault {
  if (error instanceof InputFaultError) return error.fault;
  return {
    kind: 'unreadable',
    file: file.path,
    place: null,
    what: `The object cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    next: 'Read the files again.',
  };
}
