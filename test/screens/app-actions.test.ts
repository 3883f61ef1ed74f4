import { describe, expect, test } from 'vitest';
import { reduceApp } from '../../screens/app-actions.ts';
import { type AppState, scopeOf, stepOf, topView } from '../../screens/app-state.ts';
import { fileRows } from '../../screens/files-state.ts';
import { homeChoices } from '../../screens/home-state.ts';
import { bindingFor } from '../../screens/keys.ts';
import { QUESTIONS } from '../../src/recovery/questions.ts';
import { NO_FACTS } from '../../src/walkthrough/facts.ts';
import { exportFilesOfRound } from '../../src/walkthrough/steps/verify.ts';
import type { Walkthrough } from '../../src/walkthrough/walkthrough.ts';
import { FACTS, LATER, NOW, walkthroughWith } from './fake-services.ts';
import { stateFor } from './open-app.tsx';

/** The state after these keys, each as the screen that it reaches takes it. */
function keys(state: AppState, ...names: string[]): AppState {
  return names.reduce((before, key) => {
    const binding = bindingFor(scopeOf(before).scope, key);
    if (!binding) throw new Error(`${key} does nothing in ${scopeOf(before).scope}`);
    return reduceApp(before, { kind: 'pressed', id: binding.id, key, at: LATER });
  }, state);
}

function typed(state: AppState, text: string): AppState {
  return reduceApp(state, { kind: 'typed', text, at: NOW });
}

function at(screen: Walkthrough['screen'], changes: Partial<Walkthrough> = {}): AppState {
  return stateFor({ walkthrough: walkthroughWith(FACTS, { screen, ...changes }) });
}

describe('the way through the steps', () => {
  test('to the next step and back home, and home leads back to that step', () => {
    const verify = keys(at('prepare'), 'n', 'n', 'n');
    expect(verify.walkthrough.screen).toBe('verify');
    const home = keys(verify, 'q');
    expect(home.walkthrough.screen).toBe('home');
    expect(keys(home, 'enter').walkthrough.screen).toBe('verify');
  });

  test('there is nothing before the first step, and it is said', () => {
    const state = keys(at('prepare'), 'p');
    expect(state.walkthrough.screen).toBe('prepare');
    expect(state.status?.text).toBe('This is the first step.');
  });

  test('space ticks and takes the tick away; the marked item stays', () => {
    const ticked = keys(at('prepare'), 'j', 'j', 'space');
    expect(Object.keys(ticked.walkthrough.done)).toEqual(['install-in-staging-mode']);
    expect(keys(ticked, 'space').walkthrough.done).toEqual({});
    expect(ticked.cursors.prepare).toBe(2);
  });

  test('what asks for facts is not ticked, and f asks for just them', () => {
    const state = keys(at('import-and-synchronize'), 'space');
    expect(state.walkthrough.done).toEqual({});
    expect(state.status?.text).toContain('press f');
    // A single question is asked at once.
    expect(topView(keys(state, 'f'))).toMatchObject({ kind: 'choice', fact: 'rulesChanged' });
    const answered = keys(state, 'f', '2');
    expect(answered.walkthrough.facts.rulesChanged).toBe(false);
    expect(topView(answered)).toBeNull();
    expect(topView(keys(at('prepare'), 'j', 'f'))).toMatchObject({
      kind: 'facts',
      asked: ['stagingServer', 'activeServerKind', 'activeServer'],
    });
  });

  test('an open item leads to the next one, and back to the list with that one marked', () => {
    const state = keys(at('prepare'), 'enter', 'n', 'n', 'q');
    expect(topView(state)).toBeNull();
    expect(state.cursors.prepare).toBe(2);
  });
});

describe('rounds', () => {
  test('a new round is confirmed first, opens its items again and begins at the imports', () => {
    const before = keys(at('verify'), 'space');
    const asked = keys(before, 'r');
    expect(keys(asked, 'enter').walkthrough).toBe(before.walkthrough);
    const next = keys(asked, '2');
    expect(next.walkthrough).toMatchObject({ round: 2, screen: 'import-and-synchronize' });
    expect(next.walkthrough.done).toEqual(before.walkthrough.done);
  });

  test('elsewhere there are no rounds', () => {
    expect(keys(at('prepare'), 'r').status?.text).toContain('Rounds belong to');
  });
});

describe('names and folder', () => {
  const form = (facts: Partial<Walkthrough['facts']> = {}): AppState =>
    keys(stateFor({ walkthrough: walkthroughWith(facts) }), '4');

  test('connectors typed with commas between become one line each', () => {
    const state = typed(keys(form(), 'j', 'j', 'j', 'j', 'enter'), 'contoso.com, fabrikam.com;  contoso.com');
    expect(state.walkthrough.facts.adConnectors).toEqual(['contoso.com', 'fabrikam.com']);
  });

  test('a connector whose name holds a comma keeps it when it is changed, and is gone when emptied', () => {
    const one = keys(form({ adConnectors: ['a', 'b'] }), 'j', 'j', 'j', 'j', 'enter');
    expect(typed(one, 'Contoso, Ltd').walkthrough.facts.adConnectors).toEqual(['Contoso, Ltd', 'b']);
    expect(typed(one, ' ').walkthrough.facts.adConnectors).toEqual(['b']);
  });

  test('a name that no command can carry is said at once, and stays marked', () => {
    const state = typed(keys(form(), 'j', 'j', 'j', 'j', 'j', 'enter'), 'contoso "new" - AAD');
    expect(state.walkthrough.facts.aadConnector).toBe('contoso "new" - AAD');
    expect(state.status).toMatchObject({
      text: expect.stringContaining('cannot be used'),
      meaning: 'danger',
    });
    expect(topView(state)).toMatchObject({ kind: 'facts', cursor: 5 });
  });

  test('a folder that is no whole path is said at once', () => {
    const state = typed(keys(form(), 'j', 'j', 'j', 'j', 'j', 'j', 'enter'), '%TEMP%\\exports');
    expect(state.status).toMatchObject({
      text: expect.stringContaining('cannot be used'),
      meaning: 'danger',
    });
  });

  test('a connector that stands there already, and invisible characters, are said', () => {
    const aad = form({ adConnectors: ['contoso.com'], aadConnector: 'contoso - AAD' });
    const twice = typed(keys(aad, 'j', 'j', 'j', 'j', 'j', 'enter'), 'Contoso - aad');
    expect(twice.walkthrough.facts.adConnectors).toEqual(['contoso.com']);
    expect(twice.status?.text).toContain('"Contoso - aad" is entered already');
    const taken = typed(keys(aad, 'j', 'j', 'j', 'j', 'j', 'j', 'enter'), 'contoso.com');
    expect(taken.status?.text).toContain('"contoso.com" is entered already');
    const unseen = typed(keys(aad, 'j', 'j', 'j', 'j', 'j', 'enter'), 'fabri\u200bkam.com');
    expect(unseen.walkthrough.facts.adConnectors).toEqual(['contoso.com', 'fabrikam.com']);
    expect(unseen.status?.text).toContain('Invisible characters');
  });

  test('a choice is answered by its digit and marks the next line', () => {
    const state = keys(form(), 'enter', '3');
    expect(state.walkthrough.facts.purpose).toBe('replacement');
    expect(topView(state)).toMatchObject({ kind: 'facts', cursor: 1 });
  });

  test('a threshold that is no whole number is not taken, and the field stays open', () => {
    const state = typed(keys(form(), 'end', 'enter'), '5,5');
    expect(state.walkthrough.facts.deletionThreshold).toBe(500);
    expect(state.status?.text).toContain('whole number');
    expect(scopeOf(state).heldBy).toBe('typing');
    expect(typed(state, ' 750 ').walkthrough.facts.deletionThreshold).toBe(750);
  });

  test('Esc in a field leaves the value as it was', () => {
    const before = keys(form(), 'j', 'enter');
    const state = reduceApp(before, { kind: 'not-typed', at: NOW });
    expect(state.walkthrough).toBe(before.walkthrough);
    expect(scopeOf(state)).toEqual({ scope: 'facts', heldBy: 'app' });
  });
});

describe('export files', () => {
  const found = (state: AppState, ...files: string[]): AppState => reduceApp(state, { kind: 'found', files });

  test('those of this round come first, a path that differs by case is the same file', () => {
    const walkthrough = walkthroughWith(FACTS, { screen: 'verify', exportFiles: ['c:\\EXPORTS\\old.xml'] });
    const planned = exportFilesOfRound(walkthrough.facts, walkthrough)[0] ?? '';
    const state = found(
      keys(stateFor({ walkthrough }), 't'),
      'C:\\exports\\old.xml',
      'C:\\exports\\new.xml',
      planned,
    );
    const view = topView(state);
    expect(view?.kind === 'files' && fileRows(state, view)).toEqual([
      { path: planned, note: 'this round' },
      { path: 'c:\\EXPORTS\\old.xml', note: 'opened last' },
      { path: 'C:\\exports\\new.xml', note: '' },
    ]);
  });

  test('chosen files are opened together, and remembered; back leads to the choice as it was', () => {
    const table = keys(
      found(keys(at('verify'), 't'), 'a.xml', 'b.xml', 'c.xml'),
      'space',
      'j',
      'j',
      'space',
      'enter',
    );
    expect(topView(table)).toEqual({ kind: 'table', files: ['a.xml', 'c.xml'] });
    expect(table.walkthrough.exportFiles).toEqual(['a.xml', 'c.xml']);
    const back = reduceApp(table, { kind: 'table-left' });
    expect(topView(back)).toMatchObject({ kind: 'files', chosen: ['a.xml', 'c.xml'], cursor: 2 });
    expect(keys(back, 'q').walkthrough.screen).toBe('verify');
  });

  test('a path copied from the Explorer is taken without its quotes', () => {
    const state = typed(keys(at('verify'), 't', 'p'), ' "C:\\my exports\\a.xml" ');
    expect(topView(state)).toEqual({ kind: 'table', files: ['C:\\my exports\\a.xml'] });
  });

  test('in training t opens the files that come with it, at once', () => {
    const walkthrough = walkthroughWith(FACTS, { screen: 'verify', training: 'contoso' });
    const training = {
      title: 'Contoso',
      story: '',
      facts: NO_FACTS,
      files: ['aad.xml', 'ad.xml'],
      walkthrough,
    };
    expect(topView(keys(stateFor({ walkthrough, training }), 't'))).toEqual({
      kind: 'table',
      files: ['aad.xml', 'ad.xml'],
    });
  });

  test('what home triages is no file of the walkthrough', () => {
    const state = typed(keys(at('home'), '3', 'p'), 'C:\\other.xml');
    expect(topView(state)?.kind).toBe('table');
    expect(state.walkthrough.exportFiles).toEqual([]);
  });

  test('triage started by itself ends the program on the way back', () => {
    const state = stateFor({ triage: ['a.xml'] });
    expect(reduceApp(state, { kind: 'table-left' }).left).toBe(true);
  });
});

describe('the guard of Switch', () => {
  test('only the name of the staging server opens it, in upper or lower case', () => {
    const guard = at('switch');
    const refused = typed(guard, 'yes');
    expect(scopeOf(refused).scope).toBe('switch');
    expect(refused.status?.text).toBe('That is not SYNC02. Nothing happened.');
    const open = typed(guard, 'sync02');
    expect(scopeOf(open).scope).toBe('step');
    expect(open.walkthrough.switchedWith?.open.length).toBeGreaterThan(5);
  });

  test('what opens again after it brings it back', () => {
    const done = at('switch', { done: { 'sign-off-and-on': { at: NOW.toISOString() } } });
    const open = typed(done, 'SYNC02');
    const untick = keys(open, 'p', 'p', 'p', 'p', 'j', 'j', 'j', 'space');
    expect(stepOf(untick)?.id).toBe('prepare');
    expect(scopeOf(keys(untick, 'n', 'n', 'n', 'n')).scope).toBe('switch');
  });

  test('without a name Enter leads to where it is entered', () => {
    const state = keys(stateFor({ walkthrough: walkthroughWith({}, { screen: 'switch' }) }), 'enter');
    expect(topView(state)).toMatchObject({ kind: 'facts', asked: ['stagingServer'] });
  });

  test('Esc leads back to Verify', () => {
    expect(reduceApp(at('switch'), { kind: 'not-typed', at: NOW }).walkthrough.screen).toBe('verify');
  });
});

describe('disaster recovery', () => {
  test('answers are kept on the way back, and the strategy follows the last one', () => {
    const answered = keys(at('disaster-recovery'), '1', '2', 'j', 'enter', ...'11111111');
    expect(answered.walkthrough.answers).toMatchObject({
      downtime: 'day',
      'old-passwords': 'accepted',
      'real-time': 'yes',
      sql: 'express',
    });
    expect(answered.recovery.question).toBe(QUESTIONS.length);
    const back = keys(answered, 'p', 'p');
    expect(back.recovery).toMatchObject({ question: QUESTIONS.length - 2, cursor: 0 });
    expect(keys(back, ...'pppppppp').recovery).toMatchObject({ question: 1, cursor: 1 });
    expect(back.walkthrough.answers).toEqual(answered.walkthrough.answers);
  });

  test('it opens again on the first question without an answer', () => {
    expect(at('disaster-recovery', { answers: { downtime: 'day' } }).recovery.question).toBe(1);
  });

  test('its items are one key away, and back leads to the questions', () => {
    const items = keys(at('disaster-recovery'), 's');
    expect(scopeOf(items).scope).toBe('step');
    expect(scopeOf(keys(items, 'q')).scope).toBe('questions');
  });
});

describe('home', () => {
  test('a training leaves the real walkthrough untouched, and keeps its own place', () => {
    const real = walkthroughWith(FACTS);
    const training = {
      title: 'Contoso',
      story: '',
      facts: NO_FACTS,
      files: ['aad.xml'],
      walkthrough: walkthroughWith({}, { training: 'contoso' }),
    };
    const inTraining = keys(stateFor({ walkthrough: real, training }), '2', 'enter', 'j', 'j', 'space', 'q');
    expect(inTraining.walkthrough.training).toBe('contoso');
    const leave = homeChoices(inTraining).findIndex(({ id }) => id === 'leave-training') + 1;
    const ended = keys(inTraining, String(leave));
    expect(ended.walkthrough).toBe(real);
    expect(ended.status?.text).toContain('nothing real was touched');
    expect(Object.keys(keys(ended, '2').walkthrough.done)).toEqual(['install-in-staging-mode']);
  });

  test('to start again is confirmed, with the names or without', () => {
    const begun = keys(at('prepare'), 'j', 'j', 'space', 'q');
    expect(keys(begun, '2', 'enter').walkthrough).toBe(begun.walkthrough);
    const anew = keys(begun, '2', '2').walkthrough;
    expect(anew).toMatchObject({ done: {}, screen: 'prepare', facts: { stagingServer: 'SYNC02' } });
    expect(keys(begun, '2', '3').walkthrough.facts.stagingServer).toBe('');
  });

  test('a training leads to its table from home, and begins again as its scenario does', () => {
    const facts = walkthroughWith(FACTS).facts;
    const walkthrough = walkthroughWith(FACTS, { training: 'contoso' });
    const training = { title: 'Contoso', story: '', facts, files: ['aad.xml'], walkthrough };
    const home = stateFor({ walkthrough, training });
    expect(topView(keys(home, '2'))).toEqual({ kind: 'table', files: ['aad.xml'] });
    const worked = keys(home, '1', 'j', 'j', 'space', 'q', 'end');
    const again = homeChoices(worked).findIndex(({ id }) => id === 'restart') + 1;
    const renamed = { ...worked, walkthrough: { ...worked.walkthrough, facts: NO_FACTS } };
    const anew = keys(renamed, String(again), '2');
    expect(anew.walkthrough).toMatchObject({ done: {}, screen: 'home', training: 'contoso', facts });
    expect(keys(renamed, String(again), '1').walkthrough).toBe(renamed.walkthrough);
  });

  test('a training that was begun goes on at the step it was left on', () => {
    const walkthrough = walkthroughWith(FACTS, {
      training: 'contoso',
      screen: 'verify',
      changedAt: LATER.toISOString(),
    });
    const training = { title: 'Contoso', story: '', facts: NO_FACTS, files: [], walkthrough };
    const train = homeChoices(stateFor({ training })).findIndex(({ id }) => id === 'train') + 1;
    const home = keys(stateFor({ training }), String(train));
    expect(home.walkthrough.screen).toBe('home');
    expect(homeChoices(home)[0]?.label).toMatch(/^Go on: Verify, round 1/);
    expect(keys(home, '1').walkthrough.screen).toBe('verify');
  });

  test('never more lines than digits', () => {
    const training = {
      title: 'Contoso',
      story: '',
      facts: NO_FACTS,
      files: [],
      walkthrough: walkthroughWith({}, { training: 'contoso' }),
    };
    const state = keys(stateFor({ training }), '2', '1', 'n', 'q');
    expect(homeChoices(state).length).toBeLessThanOrEqual(9);
  });
});
