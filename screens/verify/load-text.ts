import { printable } from '../../src/terminal/printable.ts';
import { type FileLoad, type LoadState, objectsRead } from './load-state.ts';

/** A whole number as people read it: `1,200`. Not by Intl, which takes long to load, and long for each number. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 object`, `1,200 objects`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}

/** The file's own name, without its folder, safe to print. */
export function fileName(path: string): string {
  return printable(path.split(/[\\/]/).at(-1) ?? path);
}

/** The progress line while the files are read: percent of bytes, objects, seconds left. null once they are read. */
export function progressText(load: LoadState): string | null {
  if (load.done) return null;
  const index = load.files.findIndex((file) => file.end === null);
  const file = load.files[index];
  if (file === undefined) return null;
  const which = load.files.length > 1 ? ` file ${index + 1} of ${load.files.length}` : '';
  const left = file.secondsLeft === null ? '' : `, ${duration(file.secondsLeft)} left`;
  return `Reading${which} ${percent(file)} %, ${counted(objectsRead(load), 'object')}${left}. Esc stops.`;
}

function duration(seconds: number): string {
  return seconds < 100 ? `${grouped(Math.ceil(seconds))} s` : `${grouped(Math.ceil(seconds / 60))} min`;
}

function percent(file: FileLoad): number {
  if (file.totalBytes === 0) return 0;
  return Math.min(100, Math.floor((file.bytes / file.totalBytes) * 100));
}

/**
 * What to say of files that were not read to their end: for each, what is wrong and where, then what to do next.
 * Empty where every file was read whole.
 */
export function partialTexts(load: LoadState, shown: number): readonly PartialText[] {
  return load.files.flatMap((file) => {
    const end = file.end;
    if (end === null || (!end.stopped && end.fault === null)) return [];
    const kept = `${counted(file.objects, 'object')} of it read, ${counted(shown, 'row')} in the table.`;
    if (end.fault === null) {
      return [
        {
          what: `PARTIAL: you stopped the reading of ${fileName(file.path)} at ${percent(file)} %.`,
          next: `${kept} Go back and open it again to read all of it.`,
        },
      ];
    }
    const { place } = end.fault;
    const where = place === null ? '' : `, line ${grouped(place.line)}, byte ${grouped(place.byte)}`;
    return [
      {
        what: `PARTIAL: ${fileName(file.path)}${where}: ${printable(end.fault.what)}`,
        next: `${kept} ${printable(end.fault.next)}`,
      },
    ];
  });
}

/** One file that is not in the table whole. */
export interface PartialText {
  readonly what: string;
  readonly next: string;
}
