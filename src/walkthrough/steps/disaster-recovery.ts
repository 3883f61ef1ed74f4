import { saveConfigurationCommands } from '../commands.ts';
import { item, powershell } from '../item.ts';
import type { Facts, Item, Step } from '../walkthrough.ts';

const answerQuestions = item({
  id: 'answer-questions',
  title: 'Answer the questions, and read the strategy',
  todo: [
    'How long may changes wait, may people keep using the old password, does anything work in real time; then what shapes the plan.',
    'Do not know? Say so: stagewalk tells what to find out and whom the answer matters to.',
  ],
  why: 'There are several ways, and which one is right depends on what your organization can bear and on its policy.',
  worked: 'A strategy is shown, with reasons, and what speaks against the others.',
  wrong: ["Answered by the person who runs the server alone: the tolerance is the business's to say."],
});

function keepConfiguration(facts: Facts): Item {
  return item({
    id: 'keep-configuration-copy',
    title: 'Keep a copy of the configuration, outside the server',
    todo: [
      'Run the commands after every change of filters, rules or features, and copy the folder away from the server.',
      'Write down what the files do not hold: why each custom rule is there.',
    ],
    commands: powershell(...saveConfigurationCommands(facts)),
    clicks: ['Wizard, View or export current configuration, Export settings'],
    why: 'The objects come back from the two directories. The configuration does not: filtering and synchronization rules are what is lost with the server.',
    worked: 'A folder and a JSON file of today lie where the loss of the server does not reach.',
    wrong: [
      'The JSON file is not written for changes made in the rules editor or by PowerShell. Export it by hand after them.',
    ],
    formerly:
      'The article of 2017 asks you to document the changes. Today the wizard also exports and imports the settings.',
    danger:
      'The files name service accounts and hold encrypted passwords. Keep them where only administrators read.',
  });
}

const REBUILD: readonly Item[] = [
  item({
    id: 'rebuild-host',
    title: 'Rebuild: know where',
    todo: [
      'Name a spare server, or a virtual machine that can be made in an hour.',
      'None? A domain controller can host the sync engine for a time.',
      'Reckon with a few hours for installation, first import and synchronization; with very many objects, a day.',
    ],
    why: 'Rebuilding when needed is a good plan where nobody minds that changes wait for those hours.',
    worked: 'The plan names the machine, and who may install on it.',
    wrong: [
      'A domain controller is a place for a time only: move the engine away again when there is a server.',
    ],
    required: false,
  }),
  item({
    id: 'rebuild-source-anchor',
    title: 'Rebuild: the same source anchor',
    todo: [
      'Install with the same source anchor as before: then existing objects on-premises and in the cloud join again.',
      'See that the old server cannot come back before the new one exports.',
    ],
    why: 'The server keeps no state of its own about objects: its database is built again from the two directories, and sourceAnchor joins what belongs together.',
    worked: 'After the first synchronization nearly nothing is pending: no wave of adds, no wave of deletes.',
    wrong: [
      'Adds for everybody: the anchor is another one. Do not export; install again with the right one.',
    ],
    required: false,
  }),
  item({
    id: 'rebuild-configuration-first',
    title: 'Rebuild: filters and rules before the first synchronization',
    todo: [
      'Install in staging mode, with the start of the synchronization unselected.',
      'Apply filters and custom rules again, from the copy. Only then import and synchronize.',
      'Verify as in this walkthrough, then disable staging mode.',
    ],
    why: 'A first synchronization without the filters stages adds for everything that they kept out, and without the rules it stages changes for everybody.',
    worked: 'The comparison with the saved configuration shows no difference before the first import.',
    wrong: [
      'The wizard was allowed to start the synchronization: it ran with default rules. Look at everything that is staged before any export.',
    ],
    danger: 'Custom configuration comes first, the first synchronization second.',
    required: false,
  }),
];

const keepStandby = item({
  id: 'keep-standby',
  title: 'Standby: one or more servers in staging mode',
  todo: [
    'Install a second server in staging mode: steps Prepare to Verify of this walkthrough, with the purpose availability.',
    'Put it into another data centre if you have one: it has its own database.',
    'Leave its scheduler on; repeat every change of configuration on it.',
  ],
  why: 'It always has the latest changes and takes over fast. In a more complex environment, with many forests, rules or objects, it is recommended.',
  worked: 'A switch made on purpose takes less than an hour.',
  wrong: [
    'Two servers and one forgotten rule: the switch is a disaster of its own. Compare the configurations every month.',
  ],
  required: false,
});

const useVirtualMachine = item({
  id: 'use-virtual-machine',
  title: 'Virtual machine: let the host fail',
  todo: [
    'Run the sync engine in a virtual machine on a cluster of hosts: common, and supported.',
    'When a host fails, the machine is moved to another one.',
  ],
  why: 'It answers the loss of a host. It does not answer a broken Windows, a broken database or a wrong rule: for these one of the other two is needed as well.',
  worked: 'A move to another host has been tried.',
  wrong: [
    'An old snapshot brought back beside the running server: two active servers. Bring it back without a network, and look.',
  ],
  required: false,
});

const sqlAvailability = item({
  id: 'sql-availability',
  title: 'SQL Server: its own availability',
  todo: [
    'The built-in SQL Server Express: nothing to do, it is rebuilt with the server.',
    'A SQL Server of your own: it needs high availability too. Supported: failover clustering, and Always On availability groups.',
    'Not supported: database mirroring.',
  ],
  why: 'A standby with its own Express database survives more than two servers on one SQL Server.',
  worked: 'The plan says which SQL Server holds the database ADSync, and what happens when it is lost.',
  wrong: [
    'Always On: the availability group must be ready before the installation, with RegisterAllProvidersIP set to 0; MultiSubnetFailover is not used.',
  ],
  formerly:
    'The article of 2017 supports clustering only, and names Always On as unsupported. Always On has been supported since version 1.1.524.0; mirroring still is not.',
  required: false,
});

const writePlan = item({
  id: 'write-plan',
  title: 'Write the plan down, and try it',
  todo: [
    'stagewalk writes it: key w on the strategy, or stagewalk recover --runbook FILE.html. Write in by hand who decides and who does it.',
    'Try it twice a year, with the people who would be there at night: stagewalk train server-gone, with the runbook on paper.',
  ],
  why: 'A plan for the loss of the server is part of running it.',
  worked: 'Somebody who did not write it has followed it.',
});

/** Disaster recovery: decide before the server is lost, and what each strategy asks for. */
export function disasterRecovery(facts: Facts): Step {
  return {
    id: 'disaster-recovery',
    title: 'Disaster recovery',
    purpose:
      'What is done when the synchronization server is lost is decided before. A few questions lead to a strategy; the items say what each one needs.',
    items: [
      answerQuestions,
      keepConfiguration(facts),
      ...REBUILD,
      keepStandby,
      useVirtualMachine,
      sqlAvailability,
      writePlan,
    ],
  };
}
