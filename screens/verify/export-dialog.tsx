import type { JSX } from 'react';
import type { Terminal } from '../../src/terminal/terminal.ts';
import { Dialog, dialogWidth } from '../components/dialog.tsx';
import { TextField } from '../components/text-field.tsx';
import { WrappedText } from '../components/wrapped-text.tsx';
import type { Theme } from '../theme.ts';
import { keyOf } from './key-of.ts';
import { counted } from './load-text.ts';
import type { Pane } from './table-pane.ts';

/** Asks where to write what is shown. A file that is there is written over only after a second Enter. */
export function ExportDialog({
  terminal,
  theme,
  pane,
  rows,
  partial,
  onPath,
  onAccept,
  onCancel,
}: {
  readonly terminal: Terminal;
  readonly theme: Theme;
  readonly pane: Pane & { readonly kind: 'export' };
  /** How many rows are shown. */
  readonly rows: number;
  readonly partial: boolean;
  readonly onPath: (path: string) => void;
  readonly onAccept: (path: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const width = dialogWidth(terminal);
  const shared = { theme, width };
  const accept = keyOf('field.accept');
  return (
    <Dialog terminal={terminal} theme={theme} title={`Write what is shown: ${counted(rows, 'row')}`}>
      {partial && (
        <WrappedText
          {...shared}
          text="PARTIAL: the export file was not read to its end, so what is written is not all of it."
          meaning="danger"
        />
      )}
      <WrappedText {...shared} text="To which file? Its ending says the form: .csv, .ndjson or .json" />
      <TextField
        theme={theme}
        width={width}
        initial={pane.path}
        onChange={onPath}
        onAccept={onAccept}
        onCancel={onCancel}
      />
      {pane.writing && <WrappedText {...shared} text="Writing. Large exports take a while." />}
      {pane.refused !== null && (
        <WrappedText {...shared} text={`Not written: ${pane.refused.said}`} meaning="warning" />
      )}
      {pane.refused?.exists && (
        <WrappedText
          {...shared}
          text={`${accept} again writes over that file, and what it holds is lost. Another name, or ${keyOf('field.cancel')}, leaves it.`}
        />
      )}
    </Dialog>
  );
}
