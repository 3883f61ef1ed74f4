import type { KeyScope } from '../keys.ts';
import type { Outcome } from '../services.ts';

/** What stands on the screen, over the rows or in their place. */
export type Pane =
  | { readonly kind: 'rows' }
  /** Counts by object type and operation; `top` is the first type shown. */
  | { readonly kind: 'counts'; readonly top: number }
  | { readonly kind: 'columns'; readonly at: number }
  /** Asks where to write what is shown. */
  | {
      readonly kind: 'export';
      readonly path: string;
      /** True while it is being written. */
      readonly writing: boolean;
      /** Why it was not written. Where a file is there and nothing else is wrong, Enter again writes over it. */
      readonly refused: Outcome | null;
    }
  | { readonly kind: 'object'; readonly row: number }
  /** The rules that fill the attributes which a row changes. */
  | { readonly kind: 'flows'; readonly row: number; readonly under: Pane }
  | { readonly kind: 'help'; readonly scope: KeyScope; readonly under: Pane };

export type PaneAction =
  | { readonly kind: 'open-counts' }
  | { readonly kind: 'scroll-counts'; readonly top: number }
  | { readonly kind: 'open-columns'; readonly at: number }
  | { readonly kind: 'open-export'; readonly path: string }
  | { readonly kind: 'export-path'; readonly path: string }
  | { readonly kind: 'export-writing' }
  | { readonly kind: 'export-refused'; readonly outcome: Outcome }
  | { readonly kind: 'open-object'; readonly row: number }
  | { readonly kind: 'open-flows'; readonly row: number }
  | { readonly kind: 'open-help'; readonly scope: KeyScope }
  | { readonly kind: 'close' };

/** The pane after an action. What belongs to a pane that is gone changes nothing. */
export function afterPaneAction(pane: Pane, action: PaneAction): Pane {
  switch (action.kind) {
    case 'open-counts':
      return { kind: 'counts', top: 0 };
    case 'scroll-counts':
      return pane.kind === 'counts' ? { ...pane, top: action.top } : pane;
    case 'open-columns':
      return { kind: 'columns', at: action.at };
    case 'open-export':
      return { kind: 'export', path: action.path, writing: false, refused: null };
    case 'export-path':
      return pane.kind === 'export' ? { ...pane, path: action.path, refused: null } : pane;
    case 'export-writing':
      return pane.kind === 'export' ? { ...pane, writing: true } : pane;
    case 'export-refused':
      return pane.kind === 'export' ? { ...pane, writing: false, refused: action.outcome } : pane;
    case 'open-object':
      return { kind: 'object', row: action.row };
    case 'open-flows':
      return { kind: 'flows', row: action.row, under: pane };
    case 'open-help':
      return { kind: 'help', scope: action.scope, under: pane };
    case 'close':
      return pane.kind === 'help' || pane.kind === 'flows' ? pane.under : { kind: 'rows' };
    default: {
      const never: never = action;
      return never;
    }
  }
}
