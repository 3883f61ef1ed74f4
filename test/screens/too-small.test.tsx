import { expect, test } from 'vitest';
import type { LoadEvent } from '../../src/pending-exports/load-event.ts';
import { FACTS, fakeServices, walkthroughWith } from './fake-services.ts';
import { openApp } from './open-app.tsx';
import { misfit } from './render-screen.tsx';
import { row } from './verify/table-under-test.tsx';

test('a window that is too small says what it needs, and everything is there again after', async () => {
  const app = await openApp({ walkthrough: walkthroughWith(FACTS, { screen: 'prepare' }) });
  await app.press('down', 'down');
  const before = app.frame();
  await app.resize(79, 24);
  const small = await app.waitForFrame(/80×24 is needed, there is 79×24/);
  expect(misfit(small, 79, 24)).toBe('');
  await app.press('space', 'q', '?');
  await app.resize(80, 24);
  await app.waitForFrame(/► \[ \] {2}3\. /);
  expect(app.frame()).toBe(before);
  await app.resize(100, 30);
  await app.waitForFrame(/─{100}/);
});

test('in a window that is too small no screen takes keys, and the loading goes on', async () => {
  const listeners: ((event: LoadEvent) => void)[] = [];
  let stopped = false;
  const services = fakeServices([], {
    loadExports: (_files, listen) => {
      listeners.push(listen);
      return {
        stop: () => {
          stopped = true;
        },
      };
    },
  });
  const app = await openApp({ services, triage: ['C:\\exports\\aad.xml'] });
  const [tell = () => undefined] = listeners;
  tell({ kind: 'rows', file: 0, rows: [row({ name: 'Dora Gone', operation: 'delete' }), row()] });
  await app.waitForFrame(/2 of 2 rows/);
  const hide = async (): Promise<void> => {
    await app.resize(60, 20);
    await app.waitForFrame(/80×24 is needed, there is 60×20/);
  };
  await hide();
  await app.press('4', 'q', 'esc', 'enter', '?');
  tell({ kind: 'rows', file: 0, rows: [row({ name: 'Late Comer' })] });
  await app.resize(80, 24);
  const back = await app.waitForFrame(/3 of 3 rows/);
  expect(back).toContain('Late Comer');
  expect(stopped).toBe(false);

  await app.type('/do');
  await app.waitForFrame(/Filter: do_/);
  await hide();
  await app.type('zz');
  await app.type('\u001b[200~pasted\u001b[201~');
  await app.press('esc');
  await app.resize(80, 24);
  await app.waitForFrame(/1 of 3 rows[\s\S]*Filter: do_/);
  await app.press('enter', '?');
  const help = await app.waitForFrame(/Keys: Table/);
  await hide();
  await app.press('down', 'q');
  await app.resize(80, 24);
  await app.waitForFrame(/Keys: Table/);
  expect(app.frame()).toBe(help);
});

test('Ctrl+C leaves also where the window is too small', async () => {
  const app = await openApp();
  await app.resize(60, 20);
  await app.waitForFrame(/80×24 is needed/);
  await app.press('ctrl+c');
  expect(app.store.state().left).toBe(true);
});

test('the guard before the switch keeps what is typed, and takes no more, while the window is too small', async () => {
  const app = await openApp({ walkthrough: walkthroughWith(FACTS, { screen: 'switch' }) });
  await app.type('SYNC');
  const before = app.frame();
  await app.resize(60, 20);
  await app.waitForFrame(/80×24 is needed/);
  await app.press('down', 'pagedown');
  await app.type('02\r');
  await app.resize(80, 24);
  await app.waitForFrame(/Name: SYNC_/);
  expect(app.frame()).toBe(before);
});
