import { describe, expect, test } from 'vitest';
import { type AppAction, reduceApp } from '../../screens/app-actions.ts';
import { effectOf } from '../../screens/app-effects.ts';
import { type AppState, pushed, scopeOf } from '../../screens/app-state.ts';
import {
  bindingFor,
  bindingsFor,
  footerFor,
  KEYS,
  type KeyScope,
  keyLabels,
  keyNames,
  keysTable,
} from '../../screens/keys.ts';
import { QUESTIONS } from '../../src/recovery/questions.ts';
import { FACTS, NOW, walkthroughWith } from './fake-services.ts';
import { stateFor } from './open-app.tsx';

const SCOPES = [...new Set(KEYS.map(({ scope }) => scope))];
const PLAIN = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageUp: false,
  pageDown: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  tab: false,
  backspace: false,
  delete: false,
  shift: false,
  ctrl: false,
};

describe('the table of keys', () => {
  test('each id is there once', () => {
    const ids = KEYS.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(SCOPES)('in %s each key does one thing', (scope) => {
    const keys = bindingsFor(scope).flatMap((binding) => binding.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('nothing needs a function key or Alt', () => {
    expect(KEYS.flatMap(({ keys }) => keys).filter((key) => /^f\d+$|alt|meta/i.test(key))).toEqual([]);
  });

  test('a sign that takes AltGr or Shift on a German or French keyboard has a letter beside it', () => {
    const sign = /^[^a-zA-Z0-9]$/;
    const alone = KEYS.filter(
      ({ keys }) => keys.some((key) => sign.test(key)) && !keys.some((key) => /^[a-zA-Z]$/.test(key)),
    );
    expect(alone.map(({ id }) => id)).toEqual([]);
  });

  test('where text is typed, letters and signs are text', () => {
    for (const scope of ['field', 'switch'] as const) {
      expect(
        bindingsFor(scope)
          .flatMap(({ keys }) => keys)
          .filter((key) => key.length === 1),
      ).toEqual([]);
    }
  });

  test.each(SCOPES)('every way out of %s is in its footer at 80 columns, which fits', (scope) => {
    const footer = footerFor(scope, 80);
    expect(footer.length).toBeLessThanOrEqual(80);
    const out = bindingsFor(scope).filter(
      ({ id, footer: shown }) => shown && /\.(back|quit|cancel|help)$/.test(id),
    );
    for (const binding of out) expect(footer).toContain(`${keyLabels(binding)[0]} ${binding.label}`);
  });

  test('a footer without room keeps the way out, and leaves out what does nothing here', () => {
    expect(footerFor('step', 24)).toBe('q back  ? help');
    expect(footerFor('step', 80, new Set(['step.table']))).not.toContain('table');
  });
});

describe('pressed keys', () => {
  test('every character of a burst is a key', () => {
    expect(keyNames('jj G', PLAIN)).toEqual(['j', 'j', 'space', 'G']);
    expect(keyNames('j\r\u0003\t', PLAIN)).toEqual(['j', 'enter', 'ctrl+c', 'tab']);
  });

  test('named keys and control keys', () => {
    expect(keyNames('', { ...PLAIN, pageDown: true })).toEqual(['pagedown']);
    expect(keyNames('', { ...PLAIN, tab: true, shift: true })).toEqual(['shift+tab']);
    expect(keyNames('F', { ...PLAIN, ctrl: true })).toEqual(['ctrl+f']);
  });

  test('help is found from every screen but where text is typed', () => {
    expect(SCOPES.filter((scope) => bindingFor(scope, 'h')?.id !== 'everywhere.help')).toEqual([
      'switch',
      'field',
    ]);
  });
});

describe('the table of keys in Markdown', () => {
  const lines = keysTable().split('\n');

  test('has a row for each binding, each with three cells', () => {
    expect(lines).toHaveLength(KEYS.length + 2);
    for (const line of lines) expect(line.match(/\|/g)).toHaveLength(4);
  });

  test('names keys as people read them', () => {
    expect(lines).toContain('| Table of pending exports | `/` `f` | Narrow the rows as you type |');
    expect(lines).toContain('| Home | `1-9` | Choose the line with this number |');
    expect(keysTable()).toContain('`PgDn` `Ctrl+F`');
  });
});

describe('every key of the shell does something', () => {
  const on = (
    screen: 'home' | 'prepare' | 'configuration' | 'import-and-synchronize' | 'verify' | 'disaster-recovery',
  ): AppState => stateFor({ walkthrough: walkthroughWith({ ...FACTS, passwordHashSync: true }, { screen }) });
  const item = (id: string): AppState =>
    pushed(on('prepare'), { kind: 'item', item: id, top: 2, command: 0 });
  const answered = Object.fromEntries(QUESTIONS.map(({ id }) => [id, 'unknown']));
  const recovery = (question: number): AppState => ({
    ...on('disaster-recovery'),
    walkthrough: walkthroughWith(FACTS, { screen: 'disaster-recovery', answers: answered }),
    recovery: { page: 'questions', table: false, question, cursor: 1, top: 1 },
  });
  const files = { kind: 'files', from: 'verify', cursor: 1, typing: false, chosen: [] } as const;
  const states: Partial<Record<KeyScope, readonly AppState[]>> = {
    home: [{ ...on('home'), homeCursor: 2 }],
    step: [
      { ...on('import-and-synchronize'), cursors: { 'import-and-synchronize': 1 } },
      on('verify'),
      on('configuration'),
    ],
    item: [
      ...['install-in-staging-mode', 'name-connectors', 'see-staging-mode'].map(item),
      pushed(on('verify'), { kind: 'item', item: 'open-table', top: 0, command: 0 }),
      pushed(on('configuration'), { kind: 'item', item: 'compare-configuration', top: 0, command: 0 }),
    ],
    facts: [pushed(on('home'), { kind: 'facts', asked: [], cursor: 1, typing: false })],
    choice: [pushed(on('home'), { kind: 'choice', fact: 'purpose', cursor: 1 })],
    files: [pushed(on('verify'), { ...files, found: ['C:\\exports\\a.xml', 'C:\\exports\\b.xml'] })],
    questions: [recovery(1), recovery(QUESTIONS.length)],
    switch: [
      { ...stateFor({ walkthrough: walkthroughWith(FACTS, { screen: 'switch' }) }), guardTop: 1 },
    ].concat(stateFor({ walkthrough: walkthroughWith({}, { screen: 'switch' }) })),
  };
  const bindings = Object.entries(states).flatMap(([scope, places]) =>
    bindingsFor(scope as KeyScope).map((binding) => [binding.id, binding, places, scope] as const),
  );

  test.each(bindings)('%s', (id, binding, places, scope) => {
    const does = places.some((state) => {
      expect(scopeOf(state).scope).toBe(scope);
      return binding.keys.some((key) => {
        const action: AppAction = { kind: 'pressed', id, key, at: NOW };
        const after = reduceApp(state, action);
        const changed =
          JSON.stringify({ ...after, status: null }) !== JSON.stringify({ ...state, status: null });
        return changed || effectOf(state, action, after) !== null;
      });
    });
    expect(does).toBe(true);
  });
});
