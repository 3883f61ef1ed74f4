import { useInput, usePaste } from 'ink';
import { createContext, useContext } from 'react';

/** True around screens that are kept but not shown: they must not act on keys that nobody sees them get. */
export const Hidden = createContext(false);

/** The keys of a screen while it is shown, and while `isActive`. */
export function useKeys(
  onKey: Parameters<typeof useInput>[0],
  { isActive = true }: { readonly isActive?: boolean } = {},
): void {
  const hidden = useContext(Hidden);
  useInput(onKey, { isActive: isActive && !hidden });
}

/** What is pasted into a screen while it is shown, and while `isActive`. */
export function usePasted(
  onPaste: (text: string) => void,
  { isActive = true }: { readonly isActive?: boolean } = {},
): void {
  const hidden = useContext(Hidden);
  usePaste(onPaste, { isActive: isActive && !hidden });
}
