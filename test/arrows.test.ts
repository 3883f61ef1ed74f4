import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Import {
  readonly file: string;
  readonly from: string;
}

function importsUnder(room: string): Import[] {
  return readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(ROOT, room, name), 'utf8');
      const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
      return Array.from(found, (match) => ({
        file: `${room}/${name.replaceAll('\\', '/')}`,
        from: match[1] ?? '',
      }));
    });
}

function breaking(room: string, forbidden: RegExp): string[] {
  return importsUnder(room)
    .filter(({ from }) => forbidden.test(from))
    .map(({ file, from }) => `${file} imports ${from}`);
}

describe('the arrows between the rooms', () => {
  it('finds imports at all', () => {
    expect(importsUnder('screens').some(({ from }) => from === 'ink')).toBe(true);
    expect(importsUnder('src').some(({ from }) => from === 'sax')).toBe(true);
  });

  it('keeps ink and react out of the engine', () => {
    expect(breaking('src', /^(ink|react)([-/].*)?$/)).toEqual([]);
  });

  it('keeps files, processes and XML out of the screens', () => {
    expect(
      breaking(
        'screens',
        /^(node:)?(fs|child_process|worker_threads|net|http|https)(\/.*)?$|^(sax|conf|execa)$/,
      ),
    ).toEqual([]);
  });

  it('lets only the commands open the screens', () => {
    const opening = importsUnder('src').filter(({ from }) => from.includes('/screens/'));
    expect(opening.filter(({ file }) => !file.startsWith('src/commands/'))).toEqual([]);
  });

  it('lets the reader know nothing of what is made of its objects', () => {
    expect(breaking('src/csexport', /pending-exports|walkthrough|reports|commands|recovery/)).toEqual([]);
  });

  it('opens no network connection anywhere', () => {
    expect(breaking('src', /^(node:)?(net|http|https|http2|dgram|tls)$/)).toEqual([]);
  });
});
