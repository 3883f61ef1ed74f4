import { describe, expect, it } from 'vitest';
import { plainWalkthrough } from '../../src/walkthrough/plain-walkthrough.ts';
import { newWalkthrough, reduceWalkthrough } from '../../src/walkthrough/reduce-walkthrough.ts';
import { stepsFor } from '../../src/walkthrough/steps.ts';
import { CONTOSO, itemsOf } from './some-facts.ts';

const AT = new Date('2026-03-01T22:15:00Z');
const begun = newWalkthrough(AT, null, CONTOSO);

describe('the walkthrough as plain text', () => {
  it('holds every text of every item of every step', () => {
    const text = plainWalkthrough(begun).join('\n');
    for (const step of stepsFor(CONTOSO, begun)) {
      expect(text).toContain(step.title);
      expect(text).toContain(step.purpose);
    }
    for (const item of itemsOf(stepsFor(CONTOSO, begun))) {
      const { title, danger, todo, commands, clicks, why, worked, wrong, formerly } = item;
      for (const part of [
        title,
        danger,
        ...todo,
        ...commands.map((command) => command.text),
        ...clicks,
        why,
        worked,
        ...wrong,
        formerly,
      ]) {
        if (part !== null) expect(text).toContain(part);
      }
    }
  });

  it('numbers steps and items, and shows which are done', () => {
    const lines = plainWalkthrough(
      reduceWalkthrough(begun, { type: 'tick', key: 'sign-off-and-on', at: AT }),
    );
    expect(lines[0]).toBe('Step 1: Prepare (4 of 9 done)');
    expect(lines).toContain('Step 4: Verify (0 of 9 done, round 1)');
    expect(lines).toContain('1.1 Say what the staging server is for (done)');
    expect(lines).toContain('1.4 Sign off and on again (done)');
    expect(lines).toContain('1.5 Open Synchronization Service (not done)');
    expect(lines).toContain('6.3 Rebuild: know where (not done, can be left out)');
  });

  it('says a danger before what to do, and names the shell once before its commands', () => {
    const lines = plainWalkthrough(begun);
    const start = lines.indexOf('5.3 Disable staging mode on STAGE01 (not done)');
    expect(lines[start + 1]).toMatch(/^ {2}DANGER: Not before SYNC01 has stopped exporting\./);
    const csexport = lines.findIndex((line) => line.includes('csexport "contoso.com"'));
    expect(lines.slice(csexport - 2, csexport + 1).map((line) => line.trim().slice(0, 19))).toEqual([
      'Command Prompt:',
      'cd /d "%ProgramFile',
      'csexport "contoso.c',
    ]);
  });

  it('numbers what to do and where to click', () => {
    const lines = plainWalkthrough(begun);
    const start = lines.indexOf('1.5 Open Synchronization Service (not done)');
    expect(lines.slice(start + 1, start + 5)).toEqual([
      '  1. Open Synchronization Service from the start menu and choose the tab Connectors.',
      '  Where to click:',
      '    1. Start menu, Azure AD Connect (or Microsoft Entra Connect), Synchronization Service',
      '    2. Tab Connectors',
    ]);
  });

  it('is lines: none holds a line end or a control character', () => {
    for (const line of plainWalkthrough(begun)) expect(line).not.toMatch(/\p{Cc}/u);
  });
});
