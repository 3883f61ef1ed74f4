import { readFile as bytesOf, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeFault, type FaultKind } from '../../src/csexport/input-fault.ts';
import { encode, fileInMemory, fixture, parseBytes, parseText, readFile } from './reading.ts';

interface Expected {
  readonly name: string;
  readonly kind: FaultKind;
  /** What stands in the file directly before the fault's place; null where it has no place. */
  readonly after: string | null;
  readonly line: number;
  readonly says: RegExp;
  readonly objects: number;
}

const fault = (
  name: string,
  kind: FaultKind,
  after: string | null,
  line: number,
  objects: number,
  says: RegExp,
): Expected => ({ name, kind, after, line, objects, says });

const END = '</cs-object>';

test.each([
  fault('bad-empty.xml', 'empty', null, 0, 0, /empty.*\n.*csexport/),
  fault('bad-white-space.xml', 'empty', null, 0, 0, /empty/),
  fault('bad-json.xml', 'not-xml', '', 1, 0, /JSON.*\n.*csexport "NAME" FILE \/f:x/),
  fault('bad-console-output.xml', 'not-xml', '', 1, 0, /prints on the screen/),
  fault('bad-configuration.xml', 'configuration-file', '', 1, 0, /<ma-data>.*\n.*stagewalk configuration/),
  fault('bad-other-root.xml', 'other-root', '', 1, 0, /<html>.*<cs-objects>/),
  fault('bad-bare-object.xml', 'other-root', '', 1, 0, /<cs-object>/),
  fault('bad-cut-off.xml', 'cut-off', '*', 3, 1, /inside <escrowed-export>.*1 object was read/),
  fault('bad-cut-off-in-character.xml', 'cut-off', '*', 1, 1, /ends in the middle/),
  fault('bad-end-tag.xml', 'broken', '<unapplied-export>', 3, 1, /<\/delta>.*<\/unapplied-export>/),
  fault('bad-bytes.xml', 'bad-bytes', 'CN=Zo', 3, 1, /no UTF-8 text: 0xEB/),
  fault('bad-character.xml', 'bad-character', '"a', 3, 1, /U\+001B/),
  fault('bad-nul.xml', 'bad-character', END, 1, 1, /NUL/),
  fault('bad-character-reference.xml', 'bad-character', '"a&#27', 1, 1, /&#27; /),
  fault('bad-entity.xml', 'broken', '"a&constructor', 1, 1, /&constructor; is no entity/),
  fault('bad-twice-the-attribute.xml', 'broken', 'id="b', 1, 1, /attribute id stands twice/),
  fault('bad-two-roots.xml', 'broken', '</cs-objects>', 1, 1, /another, <cs-objects>/),
  fault('bad-nested-object.xml', 'broken', '<cs-object>', 1, 1, /inside another element/),
  fault('bad-text-between.xml', 'broken', 'and then', 1, 1, /text between two objects/),
  fault('bad-doctype.xml', 'doctype', '?>\n', 2, 0, /DOCTYPE/),
  fault('bad-latin-1.xml', 'encoding', '', 1, 0, /iso-8859-1.*UTF-8/),
  fault('bad-depth.xml', 'too-deep', '<a>', 1, 1, /256/),
])('$name: $kind', async ({ name, kind, after, line, says, objects }) => {
  const path = fixture(name);
  const { fault: found, objects: read } = await readFile(path);
  expect(found).toMatchObject({ kind, file: path });
  expect(read).toHaveLength(objects);
  if (found === null) return;
  expect(describeFault(found)).toMatch(says);
  expect(describeFault(found).split('\n')).toHaveLength(2);
  if (after === null) {
    expect(found.place).toBeNull();
    return;
  }
  const bytes = await bytesOf(path);
  const byte = found.place?.byte ?? -1;
  if (after === '*') expect(byte).toBe(bytes.length);
  else expect(bytes.subarray(0, byte).toString('latin1')).toMatch(new RegExp(`${escaped(after)}$`));
  expect(found.place?.line).toBe(line);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

test('a drop file in UTF-16 gets the command to run instead', async () => {
  const { fault: found } = await readFile(fixture('bad-drop-file.xml'));
  expect(found).toMatchObject({ kind: 'drop-file', place: { byte: 82, line: 1 } });
  expect(found?.next).toContain('csexport "NAME" FILE /f:x');
});

test.each(['saved-mv-configuration', 'mv-data', 'synchronizationRule', 'saved-ma-configuration'])(
  '<%s> is a part of a configuration',
  (root) => {
    expect(parseText(`<${root}/>`).fault?.reason.kind).toBe('configuration-file');
  },
);

test('a missing file, a folder, a file in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stagewalk-'));
  try {
    expect((await readFile(join(folder, 'no.xml'))).fault).toMatchObject({ kind: 'missing', place: null });
    expect((await readFile(folder)).fault).toMatchObject({ kind: 'folder', place: null });
    expect((await readFile(join(fixture('add.xml'), 'x.xml'))).fault?.kind).toBe('missing');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each([
  ['EACCES', 'no-permission', /not allowed/],
  ['EPERM', 'no-permission', /not allowed/],
  ['EISDIR', 'folder', /folder/],
  ['EIO', 'unreadable', /EIO/],
  ['EBUSY', 'unreadable', /EBUSY/],
] as const)('what the system says at the opening, %s, is %s', async (code, kind, says) => {
  const refuse = async () => {
    throw Object.assign(new Error('refused'), { code });
  };
  const { fault: found } = await readFile('a.xml', refuse);
  expect(found).toMatchObject({ kind, file: 'a.xml', place: null });
  expect(found?.what).toMatch(says);
});

test('a device is refused', async () => {
  const device = { size: 0, mtimeMs: 1, isFile: () => false, isDirectory: () => false };
  const { fault: found } = await readFile(
    'a.xml',
    fileInMemory(Buffer.alloc(0), { stat: async () => device }),
  );
  expect(found).toMatchObject({ kind: 'unreadable', what: expect.stringContaining('no ordinary file') });
});

test.each([
  ['a ZIP archive', Buffer.from('504b030414000600', 'hex'), /ZIP/],
  ['a CSV file', Buffer.from('"ID","Type","DN"\r\n'), /CSV/],
  ['a CSV file with a mark', Buffer.from('\ufeffID,Type,DN\r\n'), /CSV/],
  ['a PowerShell prompt', Buffer.from('PS C:\\> csexport\r\n'), /PowerShell/],
  ['a table that PowerShell printed', Buffer.from('\r\n\r\nId   : 7\r\n'), /PowerShell/],
  ['anything else', Buffer.from('hello'), /does not begin with "<"/],
  ['text in UTF-16', encode('{ "a": 1 }', 'utf-16le', true), /JSON/],
])('%s is no XML', async (_, bytes, says) => {
  const { fault: found } = await readFile('a.xml', fileInMemory(bytes));
  expect(found?.kind).toBe('not-xml');
  expect(found?.what).toMatch(says);
});

test('the place of text that is no XML is where it begins', async () => {
  const { fault: found } = await readFile('a.xml', fileInMemory(encode('\r\n\r\n x', 'utf-16be', true)));
  expect(found?.place).toEqual({ byte: 12, line: 3 });
});

test.each([
  ['white space', Buffer.alloc(10_000, ' ')],
  ['white space in UTF-16', encode(' \r\n'.repeat(5_000), 'utf-16le', true)],
])('a long file of %s is empty', async (_, bytes) => {
  expect((await readFile('a.xml', fileInMemory(bytes))).fault?.kind).toBe('empty');
});

// Each fault, in every encoding, with CR LF before it: its byte and its line stay exact.
const PLACED: readonly (readonly [FaultKind, before: string, rest: string])[] = [
  ['broken', '<cs-objects>\r\n<ä b="🦉"/>\r\r\n<cs-object x="1" x="2', '"/></cs-objects>'],
  ['broken', '<cs-objects>\r\nä🦉\r\n', '</cs-objects>'],
  ['broken', '<cs-objects>\r\n<!--ä🦉-->\r\n<a>\r\n', '</b></a></cs-objects>'],
  ['bad-character', '<cs-objects>\r\n<a>ä🦉\r\n', '\u0001</a></cs-objects>'],
  ['bad-character', '<cs-objects>\r\n<a>ä🦉\r\n', '\uffff</a></cs-objects>'],
  ['doctype', '<!--\r\nä🦉-->\r\n', '<!DOCTYPE a>'],
  ['other-root', '<!--\r\nä🦉-->\r\n', '<a/>'],
  ['cut-off', '<cs-objects>\r\n<a>ä🦉\r\n', ''],
];

test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('places are exact in %s', (encoding) => {
  for (const [kind, before, rest] of PLACED) {
    for (const mark of [true, false]) {
      const bytes = encode(before + rest, encoding, mark);
      if (!mark && encoding !== 'utf-8' && !before.startsWith('<')) continue;
      const place = {
        byte: encode(before, encoding, mark).length,
        line: before.split(/\r\n?/).length,
      };
      expect(parseBytes(bytes).fault, before).toMatchObject({ reason: { kind }, place });
      expect(parseBytes(bytes, 1).fault, before).toMatchObject({ reason: { kind }, place });
    }
  }
});

test.each([
  ['a lone byte', 'utf-8', [0xff]],
  ['a surrogate in UTF-8', 'utf-8', [0xed, 0xa0, 0x80]],
  ['an overlong form', 'utf-8', [0xc0, 0xaf]],
  ['a tail without a head', 'utf-8', [0x80]],
  ['a lone high surrogate', 'utf-16le', [0x00, 0xd8, 0x41, 0x00]],
  ['a lone low surrogate', 'utf-16le', [0x00, 0xdc]],
  ['a lone low surrogate', 'utf-16be', [0xdc, 0x00]],
] as const)('%s in %s is found at its byte', (_, encoding, wrong) => {
  const before = encode('<cs-objects>\r\n<cs-object/>\ufffd\r\n', encoding, true);
  const after = encode('x</cs-objects>', encoding, false);
  const bytes = Buffer.concat([before, Buffer.from(wrong), after]);
  for (const length of [bytes.length, 1]) {
    const { objects, fault: found } = parseBytes(bytes, length);
    expect(objects).toHaveLength(1);
    expect(found).toMatchObject({ reason: { kind: 'bad-bytes' }, place: { byte: before.length, line: 3 } });
  }
});
