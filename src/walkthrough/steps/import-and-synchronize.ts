import { runProfileCommand } from '../commands.ts';
import { item, powershell } from '../item.ts';
import { type Run, runOrder } from '../run-order.ts';
import { stagingServer } from '../servers.ts';
import type { Facts, Item, Step } from '../walkthrough.ts';

/** Import and synchronize: the run profiles in the article's order, one item each. */
export function importAndSynchronize(facts: Facts): Step {
  const runs = runOrder(facts);
  return {
    id: 'import-and-synchronize',
    title: 'Import and synchronize',
    purpose:
      'Reads both directories anew and computes what would be exported. It changes neither directory: the changes are staged, to Microsoft Entra ID and, with Exchange hybrid, to Active Directory, and wait for you to look at them.',
    items: [
      sayRulesChanged,
      nothingRuns(facts),
      ...runs.map((run, index) => runItem(facts, run, `${index + 1} of ${runs.length}`)),
      runsSucceeded(facts),
    ],
  };
}

const sayRulesChanged = item({
  id: 'say-rules-changed',
  title: 'Say whether rules, scope or filters changed since the last full synchronization',
  todo: [
    'Yes: a rule, a scoping filter, the OU filter, the selected attributes or a feature was changed. The runs below become Full Synchronization.',
    'No: nothing of that changed. The runs below are Delta Synchronization.',
    'Not sure: say yes. It takes longer and is never wrong.',
  ],
  why: 'Delta Synchronization looks only at objects that changed. After a change of rules it leaves all others as the old rules had them, and the table in Verify would not show what the new rules do to them.',
  worked: 'The runs below name one of the two profiles.',
  wrong: ['It is asked again in each round, since a new round follows a change as a rule.'],
  formerly:
    'The article of 2017 names Delta Synchronization only. After a change of rules or scope an initial cycle is asked for today: full import and full synchronization.',
  asks: ['rulesChanged'],
});

function nothingRuns(facts: Facts): Item {
  return item({
    id: 'nothing-runs',
    title: 'See that nothing is running',
    todo: [`On ${stagingServer(facts)}: run the commands. Wait until the first shows nothing.`],
    commands: powershell('Import-Module ADSync', 'Get-ADSyncConnectorRunStatus', 'Get-ADSyncScheduler'),
    clicks: ['Synchronization Service, tab Connectors: column State shows Idle for every connector'],
    why: 'One run at a time: a cycle of the scheduler between your runs changes what you are about to look at.',
    worked: 'The first command shows no line; SyncCycleInProgress is False and StagingModeEnabled is True.',
    wrong: ['A run never ends: Synchronization Service, the connector, Stop. Then begin this round again.'],
    everyRound: true,
  });
}

function runItem(facts: Facts, run: Run, place: string): Item {
  const { connector, profile } = run;
  const profileWords =
    profile ?? 'Delta Synchronization or Full Synchronization (answer the question above first)';
  const isImport = profile === 'Full Import';
  return item({
    id: run.id,
    title: `${profile ?? 'Synchronization'} of ${connector.spoken}`,
    todo: [
      `Run ${place} on ${stagingServer(facts)}: ${profileWords} of ${connector.spoken}.`,
      ...(connector.name === null ? ['Enter the names of the connectors first: step Prepare.'] : []),
      'By clicks or by the command, not both. Wait for its end before the next run.',
    ],
    commands: powershell(runProfileCommand(connector.name, profile)),
    clicks: [
      `Synchronization Service, tab Connectors, select ${connector.spoken}`,
      'Actions, Run...',
      `Select ${profileWords}, read it once more, OK`,
    ],
    why: isImport
      ? 'Reads every object of this directory, so that the staging server knows the state of now.'
      : 'Applies the rules to what was imported, and stages what follows as pending exports.',
    worked: `The command shows Result success. In Synchronization Service: column State is Idle again, and the status below says success${isImport ? '' : ' or completed-sync-errors'}.`,
    wrong: isImport ? IMPORT_GOES_WRONG[run.directory] : SYNCHRONIZATION_GOES_WRONG,
    formerly:
      run.directory === 'aad' && isImport
        ? "The article of 2017 calls this connector's type Azure Active Directory (Microsoft); today the column shows Windows Azure Active Directory (Microsoft)."
        : null,
    danger: 'The same list holds Export. It really exports, in staging mode too. Read the name before OK.',
    everyRound: true,
  });
}

const IMPORT_GOES_WRONG = {
  ad: [
    'no-start-connection: no domain controller answers. Check network and DNS, then run it again.',
    'no-start-credentials: the password of the connector account is wrong or expired. Properties, Connect to Active Directory Forest.',
  ],
  aad: [
    'no-start-connection or stopped-extension-dll-exception: no way out to Microsoft Entra ID. Check proxy and TLS 1.2.',
    'It takes hours: the full import of a large tenant does. Leave it running; do not restart the service.',
  ],
};

const SYNCHRONIZATION_GOES_WRONG = [
  'completed-sync-errors: single objects failed. Click the number of errors, read them, and go on only when you know each.',
  'stopped-error-limit: more than 5,000 errors. Something is wrong in the configuration; nothing below can be trusted.',
];

function runsSucceeded(facts: Facts): Item {
  return item({
    id: 'runs-succeeded',
    title: 'See that every run of this round succeeded',
    todo: [
      `On ${stagingServer(facts)}: run the command, or open the tab Operations.`,
      'Look for the runs of this round, in the order above, and at the Result of each.',
    ],
    commands: powershell(
      'Get-ADSyncRunProfileResult -NumberRequested 30 | Format-Table StartDate, ConnectorName, RunProfileName, Result, IsRunComplete -AutoSize',
    ),
    clicks: ['Synchronization Service, tab Operations: columns Name, Profile Name, Status, Start Time'],
    why: 'The export changes are complete only when every import and every synchronization was. A run left out shows as deletes or as nothing.',
    worked:
      'One line for each run above, none left out, each with success; or completed-sync-errors, where you have read every error.',
    wrong: ['An import came after a synchronization: the order is wrong. Run the synchronizations again.'],
    everyRound: true,
  });
}
