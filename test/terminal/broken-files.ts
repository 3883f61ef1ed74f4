import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WHOLE =
  '<cs-object cs-dn="CN={41}" id="{6F4C0A6E-53B1-4C1C-9E59-5B4C6A0D6E11}" object-type="user"><unapplied-export>' +
  '<delta operation="add" dn="CN={41}"><attr name="displayName" type="string" multivalued="false">' +
  '<value>Ana Adler</value></attr></delta></unapplied-export>' +
  '<ma-id>{B891884F-051E-4A83-95AF-2544101C9083}</ma-id><ma-name>contoso.onmicrosoft.com - AAD</ma-name></cs-object>';
const HALF = WHOLE.slice(0, 240);

/** A file that cannot be read to its end, and what the operator is told of it. */
export interface BrokenFile {
  readonly name: string;
  /** Makes the file at a path; one that is missing makes nothing. */
  readonly make: (path: string) => void;
  readonly says: RegExp;
  /** True where an object stands before the fault: it must be in the table. */
  readonly partial: boolean;
}

/** Every kind of input that an operator may name by mistake, or that a disk may leave behind. */
export const BROKEN_FILES: readonly BrokenFile[] = [
  { name: 'missing.xml', make: () => undefined, says: /no such file/, partial: false },
  { name: 'folder.xml', make: (path) => mkdirSync(path), says: /is a folder/, partial: false },
  holding('empty.xml', '', /file is empty/),
  holding('picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /no UTF-8 text/),
  holding('notes.txt', 'Call the helpdesk.\n', /no XML/),
  holding(
    'drop.xml',
    Buffer.from(
      '\ufeff<?xml version="1.0" encoding="UTF-16" ?><mmsml xmlns="http://www.microsoft.com/mms/mmsml/v2" step-type="export"><directory-entries/></mmsml>',
      'utf16le',
    ),
    /drop file/,
  ),
  holding('connector.xml', '<saved-ma-configuration version-number="1"/>', /configuration/),
  holding('other.xml', '<html><body/></html>', /<html>/),
  holding('doctype.xml', '<!DOCTYPE a [<!ENTITY b "c">]><cs-objects/>', /DOCTYPE/),
  holding('latin1.xml', '<?xml version="1.0" encoding="iso-8859-1"?><cs-objects/>', /UTF-8 and UTF-16/i),
  faultyAfterOne('cut-off.xml', HALF, /ends in the middle/),
  faultyAfterOne('broken.xml', `${HALF}</cs-objects>`, /XML is broken/),
  faultyAfterOne('two-roots.xml', '</cs-objects><cs-objects></cs-objects>', /XML is broken/),
  faultyAfterOne('nul.xml', '\0\0\0\0', /NUL/),
  faultyAfterOne('control.xml', '<cs-object>\x1b[2J</cs-object></cs-objects>', /U\+001B/),
  faultyAfterOne('bad-bytes.xml', Buffer.from([0xc3, 0x28]), /no UTF-8 text/),
  faultyAfterOne('deep.xml', `<cs-object>${'<a>'.repeat(100_000)}`, /nested/),
];

function holding(name: string, content: string | Buffer, says: RegExp): BrokenFile {
  return { name, make: (path) => writeFileSync(path, content), says, partial: false };
}

function faultyAfterOne(name: string, rest: string | Buffer, says: RegExp): BrokenFile {
  const content = Buffer.concat([Buffer.from(`<cs-objects>${WHOLE}`), Buffer.from(rest)]);
  return { name, make: (path) => writeFileSync(path, content), says, partial: true };
}

/** Makes a broken file in a folder, and gives its path. */
export function makeBroken(file: BrokenFile, folder: string): string {
  const path = join(folder, file.name);
  file.make(path);
  return path;
}
