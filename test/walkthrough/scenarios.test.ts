import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listScenarios, readScenario } from '../../src/walkthrough/scenarios.ts';

describe('the training scenarios', () => {
  it('lists contoso, with a story and files that are there', () => {
    const contoso = listScenarios().find((scenario) => scenario.id === 'contoso');
    expect(contoso).toEqual(readScenario('contoso'));
    expect(contoso?.story).toMatch(/STAGE01/);
    expect(contoso?.facts.adConnectors).toEqual(['contoso.com', 'fabrikam.com']);
    expect(contoso?.files).toHaveLength(3);
    for (const path of contoso?.files ?? []) {
      expect(isAbsolute(path)).toBe(true);
      expect(existsSync(path)).toBe(true);
    }
  });

  it('lists the rehearsal of a lost server, which alone is timed', () => {
    const gone = readScenario('server-gone');
    expect(gone).toMatchObject({ rehearsal: true, facts: { activeServerKind: 'none' } });
    expect(gone.story).toContain('recover --runbook');
    expect(readScenario('contoso').rehearsal).toBe(false);
  });

  it('says which scenarios there are when asked for another', () => {
    expect(() => readScenario('../contoso')).toThrow(
      'There is no training scenario "../contoso". Known: contoso, server-gone.',
    );
  });
});
