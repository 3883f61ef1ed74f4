import { KEYS, keyLabel } from '../keys.ts';

/** The key that does this, as people read it: the first of its binding, so that no text names a key that has moved. */
export function keyOf(id: string): string {
  const key = KEYS.find((binding) => binding.id === id)?.keys[0];
  return key === undefined ? '' : keyLabel(key);
}
