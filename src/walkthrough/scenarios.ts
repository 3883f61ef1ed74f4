import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Facts } from './walkthrough.ts';

/** A simulated server to train on: what is known about it, and the export files that its csexport "wrote". */
export interface Scenario {
  /** The name after `stagewalk train`. */
  readonly id: string;
  readonly title: string;
  /** One paragraph: the situation that the operator finds. */
  readonly story: string;
  /** Whether it is timed, with a debrief at its end. */
  readonly rehearsal: boolean;
  /** What an operator would have entered before Verify. */
  readonly facts: Facts;
  /** Whole paths: the AAD connector's export first, then one for each AD connector. */
  readonly files: readonly string[];
}

interface ScenarioFile {
  readonly title: string;
  readonly story: string;
  readonly rehearsal?: boolean;
  readonly facts: Facts;
  readonly files: readonly string[];
}

// Beside the built program; in the sources, among the fixtures.
const FOLDER = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../fixtures/training/' : './training/', import.meta.url),
);

/**
 * Every training scenario that is installed, by id.
 *
 * @throws Error where the scenarios' folder is missing: the program is not installed whole.
 */
export function listScenarios(): readonly Scenario[] {
  return scenarioIds().map(readScenario);
}

/**
 * One training scenario by its id.
 *
 * @throws Error that names the known scenarios where there is none of this id.
 */
export function readScenario(id: string): Scenario {
  const known = scenarioIds();
  if (!known.includes(id)) {
    throw new Error(`There is no training scenario "${id}". Known: ${known.join(', ')}.`);
  }
  const folder = join(FOLDER, id);
  const file = JSON.parse(readFileSync(join(folder, 'scenario.json'), 'utf8')) as ScenarioFile;
  return {
    ...file,
    id,
    rehearsal: file.rehearsal === true,
    files: file.files.map((name) => join(folder, name)),
  };
}

function scenarioIds(): string[] {
  if (!existsSync(FOLDER)) {
    throw new Error(`The training scenarios are missing: ${FOLDER} does not exist. Install stagewalk again.`);
  }
  return readdirSync(FOLDER)
    .filter((name) => existsSync(join(FOLDER, name, 'scenario.json')))
    .sort();
}
