import { normalizeFacts } from './facts.ts';
import { configuration } from './steps/configuration.ts';
import { disasterRecovery } from './steps/disaster-recovery.ts';
import { importAndSynchronize } from './steps/import-and-synchronize.ts';
import { prepare } from './steps/prepare.ts';
import { switchActiveServer } from './steps/switch.ts';
import { verify } from './steps/verify.ts';
import { type Facts, type Pass, STEP_IDS, type Step, type StepId } from './walkthrough.ts';

/**
 * A step as it stands for these facts. `pass` says which round of which walkthrough it is: csexport never overwrites
 * a file, so each round's files have names of their own.
 */
export function stepFor(id: StepId, facts: Facts, pass: Pass): Step {
  const said = normalizeFacts(facts);
  switch (id) {
    case 'prepare':
      return prepare(said);
    case 'configuration':
      return configuration(said);
    case 'import-and-synchronize':
      return importAndSynchronize(said);
    case 'verify':
      return verify(said, pass);
    case 'switch':
      return switchActiveServer(said);
    case 'disaster-recovery':
      return disasterRecovery(said);
    default:
      return id satisfies never;
  }
}

/** All steps in the order of the article, as they stand for these facts. */
export function stepsFor(facts: Facts, pass: Pass): readonly Step[] {
  return STEP_IDS.map((id) => stepFor(id, facts, pass));
}
