import { setFlagsFromString } from 'node:v8';

/**
 * Makes V8 collect what is no longer used before it takes more memory. Left alone it lets the heap grow to four times
 * of what is in use while large files stream through: two configurations of 70 MB took 580 MB, and take 280 MB so, for a
 * fifth more of processor time. It holds for the rest of the process.
 */
export function growHeapSlowly(): void {
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString('--semi-space-growth-factor=1');
}
