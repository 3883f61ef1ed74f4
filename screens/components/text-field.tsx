import { Text } from 'ink';
import { type JSX, useRef, useState } from 'react';
import { cellWidth, truncate } from '../../src/terminal/cells.ts';
import { printable } from '../../src/terminal/printable.ts';
import { bindingFor, keyNames } from '../keys.ts';
import type { Theme } from '../theme.ts';
import { type EditAction, editOf, editText, type TextEdit } from './text-edit.ts';
import { useKeys, usePasted } from './use-keys.ts';

/**
 * One line to type into, scrolled sideways where it is longer than `width`. To fill it anew from outside, give it
 * another `key`. What follows an Enter in the same burst of keys is dropped, so that it cannot act on the next screen.
 */
export function TextField({
  theme,
  width,
  initial = '',
  placeholder = '',
  isActive = true,
  onChange,
  onAccept,
  onCancel,
}: {
  readonly theme: Theme;
  readonly width: number;
  readonly initial?: string;
  /** Shown while it is empty. */
  readonly placeholder?: string;
  readonly isActive?: boolean;
  readonly onChange?: (text: string) => void;
  readonly onAccept: (text: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  const [shown, setShown] = useState(() => editOf(initial));
  // Several keys can come before the next render: the latest text is here.
  const latest = useRef(shown);
  const edit = (action: EditAction): void => {
    const next = editText(latest.current, action);
    const changed = next.text !== latest.current.text;
    latest.current = next;
    setShown(next);
    if (changed) onChange?.(next.text);
  };
  useKeys(
    (input, key) => {
      if (key.ctrl && input === 'c') return;
      for (const name of keyNames(input, key)) {
        const binding = bindingFor('field', name);
        if (binding?.id === 'field.accept') return onAccept(latest.current.text);
        if (binding?.id === 'field.cancel') return onCancel();
        edit(editFor(name));
      }
    },
    { isActive },
  );
  usePasted((text) => edit({ kind: 'insert', text }), { isActive });
  return <FieldLine edit={shown} theme={theme} width={width} placeholder={placeholder} isActive={isActive} />;
}

const EDITS: Readonly<Record<string, EditAction>> = {
  'field.left': { kind: 'left' },
  'field.right': { kind: 'right' },
  'field.start': { kind: 'start' },
  'field.end': { kind: 'end' },
  'field.erase': { kind: 'erase' },
  'field.delete': { kind: 'delete' },
  'field.erase-word': { kind: 'erase-word' },
  'field.erase-all': { kind: 'erase-all' },
};

/** What a key does to the text of a field: Enter and Esc, and keys that no field knows, change nothing. */
export function editFor(name: string): EditAction {
  const binding = bindingFor('field', name);
  if (binding) return EDITS[binding.id] ?? NOTHING;
  if (name === 'space') return { kind: 'insert', text: ' ' };
  return isNamed(name) ? NOTHING : { kind: 'insert', text: name };
}

const NOTHING: EditAction = { kind: 'insert', text: '' };

/** Whether this names a key (`pageup`, `ctrl+x`) and is no character. */
function isNamed(name: string): boolean {
  return Array.from(name).length > 1 || name === '';
}

function FieldLine({
  edit,
  theme,
  width,
  placeholder,
  isActive,
}: {
  readonly edit: TextEdit;
  readonly theme: Theme;
  readonly width: number;
  readonly placeholder: string;
  readonly isActive: boolean;
}): JSX.Element {
  if (!isActive) {
    const text = edit.text === '' ? placeholder : printable(edit.text);
    return <Text wrap="truncate">{truncate(text, width, theme.mark.ellipsis)}</Text>;
  }
  const [here = ''] = Array.from(edit.text.slice(edit.cursor));
  const under = here === '' ? '_' : printable(here);
  const left = tail(printable(edit.text.slice(0, edit.cursor)), width - cellWidth(under), theme);
  const rest = edit.text === '' ? placeholder : printable(edit.text.slice(edit.cursor + here.length));
  const room = Math.max(0, width - cellWidth(left) - cellWidth(under));
  return (
    <Text wrap="truncate">
      {left}
      <Text {...theme.style('selected')}>{under}</Text>
      <Text {...theme.style(edit.text === '' ? 'muted' : 'plain')}>
        {truncate(rest, room, theme.mark.ellipsis)}
      </Text>
    </Text>
  );
}

/** The end of a text, as much as fits, with an ellipsis before it where something is left out. */
function tail(text: string, width: number, theme: Theme): string {
  if (cellWidth(text) <= width) return text;
  const room = width - cellWidth(theme.mark.ellipsis);
  let rest = Array.from(text);
  while (rest.length > 0 && cellWidth(rest.join('')) > room) rest = rest.slice(1);
  return theme.mark.ellipsis + rest.join('');
}
