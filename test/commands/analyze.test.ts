import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { ANA, ExportFolder, UNCONFIRMED } from './export-folder.ts';
import { attr, deletes, exportXml } from './export-xml.ts';
import { type TestIo, testIo } from './test-io.ts';

let folder: ExportFolder;
let io: TestIo;
beforeEach(() => {
  folder = new ExportFolder();
  io = testIo(folder.path);
});
afterEach(() => folder.remove());

const analyze = (...args: readonly string[]) => run(['analyze', ...args], io);

describe('standard output', () => {
  test('csv has byte order mark and CR LF there too', async () => {
    expect(await analyze(await folder.give(deletes(1)), '--format', 'csv')).toBe(0);
    expect(io.stdout.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(io.stdout.text.split('\r\n')).toHaveLength(3);
    expect(io.stderr.text).toBe('');
    expect(await folder.outputs()).toEqual([]);
  });

  test('ndjson is one object a line, in the order of the file', async () => {
    expect(await analyze(await folder.give([ANA, UNCONFIRMED, ...deletes(1)]), '--format', 'ndjson')).toBe(0);
    const records = io.stdout.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ id, state, operation }) => [id, state, operation])).toEqual([
      ['{ana}', 'unapplied', 'add'],
      ['{sent}', 'unconfirmed', 'update'],
      ['{d1}', 'unapplied', 'delete'],
    ]);
  });

  test('json is an array, also of nothing, and nothing is said so beside it', async () => {
    expect(await analyze(await folder.give([]), '--format', 'json')).toBe(0);
    expect(JSON.parse(io.stdout.text)).toEqual([]);
    expect(io.stderr.text).toContain('Nothing is staged');
  });

  test.each(['csv', 'ndjson', 'json'])(
    '%s of a broken file has the objects before the fault',
    async (format) => {
      expect(await analyze(await folder.giveBroken(deletes(2)), '--format', format)).toBe(3);
      const { text } = io.stdout;
      const count =
        format === 'csv'
          ? parse(text, { bom: true, columns: true }).length
          : format === 'json'
            ? JSON.parse(text).length
            : text.trimEnd().split('\n').length;
      expect(count).toBe(2);
      const end = exportXml(deletes(2)).length - '</cs-objects>'.length;
      expect(io.stderr.text).toContain(`2 objects before that were read, up to byte ${end}.`);
      expect(io.stderr.text).toMatch(/broken\.xml, line 1, byte \d+: /);
      expect(io.stderr.text).toContain('PARTIAL');
    },
  );

  test('control characters of the input never reach a terminal', async () => {
    const evil = { ...ANA, after: attr('displayName', 'a\u009b31mb\u202ec\u0085') };
    for (const format of ['csv', 'ndjson']) {
      io = testIo(folder.path, { tty: true });
      await analyze(await folder.give([evil]), '--format', format);
      expect(io.stdout.text).not.toMatch(/[\u0080-\u009f\u202e\ufeff]/);
      expect(io.stdout.text).toContain('31mb\\u202ec');
    }
    expect(JSON.parse(io.stdout.text).name).toBe('a\u009b31mb\u202ec\u0085');
  });

  test('a reader that goes away ends it quietly, but a limit is still checked', async () => {
    const file = await folder.give(deletes(2000));
    for (const [args, code] of [
      [[], 0],
      [['--fail-on', 'op:delete>1999'], 1],
    ] as const) {
      io = testIo(folder.path);
      io.stdout._write = (_chunk, _encoding, done) =>
        done(Object.assign(new Error('gone'), { code: 'EPIPE' }));
      io.stdout.on('error', () => undefined);
      expect(await analyze(file, '--format', 'ndjson', ...args)).toBe(code);
      expect(io.stderr.text).toMatch(code === 0 ? /^$/ : /^Above the limit: 2,000 pending exports .*\n$/);
    }
  });
});

describe('input of which no object can be read', () => {
  test.each(['csv', 'ndjson', 'json'])(
    'gives no %s: an empty one would say that nothing is staged',
    async (format) => {
      await writeFile(join(folder.path, 'drop.xml'), '<mmsml/>');
      expect(await analyze('drop.xml', '--format', format)).toBe(3);
      expect(io.stdout.text).toBe('');
      expect(await analyze('drop.xml', '--format', format, '--out', 'a', '--partial')).toBe(3);
      expect(await folder.outputs()).toEqual([]);
      expect(io.stderr.text.match(/No object was read before that; nothing was written\./g)).toHaveLength(2);
    },
  );
});

test.skipIf(process.platform === 'win32')('a line end in a file name begins no line', async () => {
  const name = 'a\nWrote \u001b[31mb.xml';
  await writeFile(join(folder.path, name), '<cs-objects/>');
  expect(await analyze(name, '--format', 'json')).toBe(0);
  await writeFile(join(folder.path, name), '<cs-objects>');
  expect(await analyze(name, '--format', 'json')).toBe(3);
  expect(io.stderr.text).toContain('a\\x0aWrote \\x1b[31mb.xml');
  expect(io.stderr.text).not.toMatch(/^Wrote/m);
});

describe('--out', () => {
  test('- is standard output', async () => {
    expect(await analyze(await folder.give([ANA]), '--format', 'json', '--out', '-')).toBe(0);
    expect(JSON.parse(io.stdout.text)).toHaveLength(1);
    expect(await folder.outputs()).toEqual([]);
  });

  test('writes one file and says how much', async () => {
    expect(await analyze(await folder.give([ANA]), '--format', 'csv', '--out', 'a.csv')).toBe(0);
    expect(await folder.outputs()).toEqual(['a.csv']);
    expect(io.stdout.text).toBe(`Wrote ${join(folder.path, 'a.csv')}: 1 pending export.\n`);
  });

  test.each([
    ['csv', 'a.csv'],
    ['json', 'a.json'],
    ['csanalyzer', 'out'],
  ])('%s of a broken file writes nothing', async (format, out) => {
    expect(await analyze(await folder.giveBroken(deletes(2)), '--format', format, '--out', out)).toBe(3);
    expect(await folder.outputs()).toEqual([]);
    expect(io.stderr.text).toContain('Nothing was written; with --partial the part that was read is.');
  });

  test.each([
    ['csv', 'a.csv', 'a.partial.csv'],
    ['json', 'a', 'a.partial'],
    ['csanalyzer', 'out', 'out/processedusers1.partial.csv'],
  ])('with partial, %s of a broken file has partial in its name', async (format, out, written) => {
    const file = await folder.giveBroken(deletes(2));
    expect(await analyze(file, '--format', format, '--out', out, '--partial')).toBe(3);
    const content = await folder.text(written);
    if (format === 'json') expect(JSON.parse(content)).toHaveLength(2);
    else expect(parse(content, { bom: true, columns: true })).toHaveLength(2);
    expect(io.stderr.text).toContain('PARTIAL: Wrote ');
    const all = await readdir(folder.path, { recursive: true });
    expect(all.filter((name) => name.includes('processedusers') || /^a(\.|$)/.test(name))).toEqual([written]);
  });

  test('an empty array, an empty file and a lone header are written for nothing staged', async () => {
    const file = await folder.give([]);
    for (const format of ['csv', 'ndjson', 'json']) {
      expect(await analyze(file, '--format', format, '--out', `a.${format}`)).toBe(0);
    }
    expect(await folder.text('a.json')).toBe('[]\n');
    expect(await folder.text('a.ndjson')).toBe('');
    expect(parse(await folder.text('a.csv'), { bom: true })).toHaveLength(1);
  });

  test('the input is never replaced', async () => {
    const file = await folder.give([ANA]);
    expect(await analyze(file, '--format', 'json', '--out', file, '--force')).toBe(2);
    expect(io.stderr.text).toContain('is the file to be read');
    expect(await folder.text(file)).toBe(exportXml([ANA]));
  });

  test('an interrupt leaves nothing behind', async () => {
    const file = await folder.give(deletes(3000));
    const show = io.stdout._write.bind(io.stdout);
    // Pulled while the first objects are named: the reading is under way.
    io.stdout._write = (chunk, encoding, done) => {
      io.interrupt();
      show(chunk, encoding, done);
    };
    expect(await analyze(file, '--out', 'out', '-showOutput', 'true')).toBe(130);
    expect(io.stderr.text).toMatch(/Stopped after [\d,]+ objects\. Nothing was written\./);
    expect(await folder.outputs()).toEqual([]);
  });
});

test('a file that cannot be read ends with 3, says why, and writes nothing', async () => {
  await writeFile(join(folder.path, 'empty.xml'), '');
  for (const name of ['missing.xml', 'empty.xml', '.']) {
    expect(await analyze(name, '--format', 'json')).toBe(3);
  }
  expect(io.stdout.text).toBe('');
  expect(io.stderr.text).toContain(join(folder.path, 'missing.xml'));
  expect(io.stderr.text).not.toMatch(/^ +at /m);
});

test('progress is one line on a terminal, rewritten, and gone at the end', async () => {
  let time = 0;
  const now = () => {
    time += 300;
    return new Date(time);
  };
  io = testIo(folder.path, { tty: true, now });
  await analyze(await folder.give(deletes(2000)), '--out', 'out');
  expect(io.stderr.text).toMatch(/\r\d+ %, [\d,]+ objects?/);
  expect(io.stderr.text).not.toContain('\n');
  expect(io.stderr.text.endsWith('\r\x1b[K')).toBe(true);
});
