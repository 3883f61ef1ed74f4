import { saveConfigurationCommands } from '../commands.ts';
import { item, powershell } from '../item.ts';
import { activeServer, stagingServer } from '../servers.ts';
import type { Facts, Item, Step } from '../walkthrough.ts';

/** Configuration: the staging server has the configuration that the active one should have. */
export function configuration(facts: Facts): Step {
  return {
    id: 'configuration',
    title: 'Configuration',
    purpose:
      'Nothing copies the configuration from one server to the other. What was changed on the active server is changed here by you, and compared, before anything is imported.',
    items: [
      ...saveConfigurations(facts),
      compare(facts),
      repeatCustomChanges(facts),
      checkFilters(facts),
      checkSourceAnchor(facts),
      checkFeatures(facts),
      ...(facts.purpose === 'trial' ? [makeTrialChange(facts)] : []),
      checkDeletionThreshold(facts),
    ],
  };
}

function saveConfigurations(facts: Facts): Item[] {
  const here = stagingServer(facts);
  const both = facts.activeServerKind !== 'none' && !isOlderProduct(facts);
  return [
    item({
      id: 'save-configuration',
      title: both ? 'Save the configuration of both servers' : 'Save the configuration of this server',
      todo: [
        both
          ? `Run the commands on ${activeServer(facts)} and on ${here}: each writes a folder of XML files.`
          : `Run the commands on ${here}: they write a folder of XML files.`,
        'Keep the folders: they are what a rebuilt server is set up from.',
      ],
      commands: powershell(...saveConfigurationCommands(facts)),
      clicks: [
        'Today as well: wizard, View or export current configuration, Export settings (a JSON file)',
        'The wizard writes one by itself: %ProgramData%\\AADConnect\\Applied-SynchronizationPolicy-*.JSON',
      ],
      why: 'It is what you compare, and what brings the server back if a change goes wrong.',
      worked: 'The folder holds Connectors, GlobalSettings and SynchronizationRules.',
      wrong: [
        'The JSON file alone is not enough: changes made by PowerShell, in Synchronization Service or in the rules editor are not written into it by themselves.',
      ],
      danger:
        'These files name service accounts and hold encrypted passwords. Keep them where only administrators read.',
    }),
  ];
}

function compare(facts: Facts): Item {
  return item({
    id: 'compare-configuration',
    title: 'Compare the two configurations',
    todo: howToCompare(facts),
    why: 'A difference that nobody knows of shows itself later as hundreds of pending exports.',
    worked: 'Every difference is known and wanted, or goes into the next item.',
    wrong: [
      'Hundreds of differences between two versions of the product: default rules change with each version. Look at the custom rules first.',
      'Ids, time stamps, cookies and encrypted passwords always differ, and so does staging mode. Leave them.',
    ],
    formerly:
      'The article of 2017 sends you to AADConnectConfigDocumenter. Today the article no longer links it; the tool is not part of the product.',
    required: facts.activeServerKind !== 'none',
  });
}

function howToCompare(facts: Facts): string[] {
  if (isOlderProduct(facts)) {
    return [
      `${activeServer(facts)} runs an older product: its configuration is compared by eye, not file against file.`,
      'Look at the connectors, the OU filter, the attribute filter and every rule that is not a default.',
    ];
  }
  return [
    facts.activeServerKind === 'none'
      ? 'Compare the folder of the item before with the last one that was saved of the server that is gone, if there is one: connectors by name, rules by name.'
      : 'Compare the two folders of the item before: connectors by name, rules by name.',
    'stagewalk configuration ACTIVE STAGING does it, or the key d here: it takes the two folders, or two JSON files of the wizard.',
    'Write down every difference and what it is for.',
  ];
}

/** What this server is compared with, in a sentence: a server that is gone is known only from what was kept of it. */
function example(facts: Facts): string {
  return facts.activeServerKind === 'none'
    ? 'the server that is gone (saved configuration, documentation)'
    : activeServer(facts);
}

function repeatCustomChanges(facts: Facts): Item {
  return item({
    id: 'repeat-custom-changes',
    title:
      facts.activeServerKind === 'none'
        ? 'Make every custom change of the server that is gone here too'
        : 'Make every custom change of the active server here too',
    todo: [
      `On ${stagingServer(facts)}: make each change that was made on ${example(facts)} and is missing here: rules, filters, selected attributes, optional features.`,
      'From now until the end of the switch: change both servers, or none.',
    ],
    clicks: [
      'Rules: start menu, Synchronization Rules Editor',
      'OU filter: wizard, Customize synchronization options, Domain and OU filtering',
    ],
    why: 'It is your responsibility: a change made on the active server does not reach the staging server by itself.',
    worked: 'The comparison shows only differences that are wanted.',
    wrong: [
      'A default rule was edited on the old server: the next upgrade takes the edit away. Clone it, disable the default, keep the clone.',
      'Rules changed here after the last full synchronization: say so in Import and synchronize.',
    ],
  });
}

function checkFilters(facts: Facts): Item {
  return item({
    id: 'check-filters',
    title: 'Check the OU filter, domain by domain',
    todo: [
      facts.activeServerKind === 'none'
        ? `Open the OU filter on ${stagingServer(facts)}, and beside it what is known of ${example(facts)}.`
        : `Open the OU filter on ${activeServer(facts)} and on ${stagingServer(facts)} side by side.`,
      'Every OU ticked there is ticked here. Look at the OUs that were created last.',
    ],
    clicks: [
      'Synchronization Service, tab Connectors, an AD connector, Properties, Configure Directory Partitions, Containers (sign in as asked)',
      'Look only. Change it in the wizard: Customize synchronization options',
    ],
    why: 'Objects of an OU that is missing here are staged as deletes: the most frequent cause of a long list of them.',
    worked: 'The two trees are the same, for every AD connector.',
    wrong: ['The OU was renamed or moved: its tick is gone. Tick it again and run the imports again.'],
  });
}

function checkSourceAnchor(facts: Facts): Item {
  return item({
    id: 'check-source-anchor',
    title: 'Check that the source anchor is the same as before',
    todo: [
      `Read SOURCE ANCHOR on ${stagingServer(facts)}. It must be the attribute that ${example(facts)} uses: mS-DS-ConsistencyGuid or objectGUID, as a rule.`,
      ...(isOlderProduct(facts)
        ? [
            'An older product has no such line: DirSync uses objectGUID; in FIM the flow to sourceAnchor says it.',
          ]
        : []),
      `Check ${stagingServer(facts)} before anything is synchronized.`,
    ],
    clicks: ['Wizard, View or export current configuration, line SOURCE ANCHOR'],
    why: 'The source anchor joins an object on-premises with its object in the cloud. It cannot be changed once exported.',
    worked: 'The same attribute on both.',
    wrong: [
      'Another anchor on the new server: every object fails to join (InvalidSoftMatch). Uninstall and install again with the right one.',
    ],
  });
}

function checkFeatures(facts: Facts): Item {
  return item({
    id: 'check-features',
    title: 'Check the optional features',
    todo: [
      'Compare the optional features: password hash synchronization, password writeback, Exchange hybrid, group and device writeback, attribute filtering, directory extensions.',
      `Select on ${stagingServer(facts)} what is selected on ${example(facts)}.`,
    ],
    clicks: ['Wizard, View or export current configuration, lines under SYNCHRONIZATION FEATURES'],
    why: 'A selected feature starts working when staging mode ends: password hash synchronization and writeback do nothing before. A feature that is missing here stops at the switch.',
    worked: 'The lists are the same, or the difference is wanted.',
    wrong: [
      'Exchange hybrid or directory extensions missing here: updates of many objects are staged that take attributes away.',
    ],
  });
}

function makeTrialChange(facts: Facts): Item {
  return item({
    id: 'make-trial-change',
    title: 'Make the change that you want to try',
    todo: [
      `On ${stagingServer(facts)} only: make the change of rules, filter or features.`,
      'Write it down exactly: it is repeated on the other server at the end.',
    ],
    clicks: ['Start menu, Synchronization Rules Editor; or the wizard, Customize synchronization options'],
    why: 'A server in staging mode can be changed and the result previewed before the server becomes active.',
    worked: 'The change is made, and written down.',
    wrong: [
      'Several changes at once: nobody can tell afterwards which one staged an export. One change, one round.',
    ],
  });
}

function checkDeletionThreshold(facts: Facts): Item {
  return item({
    id: 'check-deletion-threshold',
    title: `Check the deletion threshold: ${facts.deletionThreshold}`,
    todo: [
      'Run the command; give an administrator of your tenant in place of the example, and sign in.',
      `Not ${facts.deletionThreshold}? Press f on the list of items, and enter the number.`,
    ],
    commands: powershell(
      'Import-Module ADSync',
      "Get-ADSyncExportDeletionThreshold -AADUserName '<admin@contoso.onmicrosoft.com>'",
    ),
    why: `With ${facts.deletionThreshold} or more deletes in one export the connector to the cloud exports nothing at all: not the adds, not the updates either.`,
    worked: 'The command shows that the threshold is on, and its number.',
    wrong: [
      'The parameter is not known: older builds take -AADCredential (Get-Credential) instead of -AADUserName.',
      'The threshold is off: before the switch, run Enable-ADSyncExportDeletionThreshold -DeletionThreshold 500 -AADUserName with the same account. It holds for the whole tenant, and is the last net under a wrong filter.',
    ],
    formerly:
      'The article of 2017 does not name it. Today a threshold that is switched on belongs to what must be ready before a switch.',
  });
}

function isOlderProduct(facts: Facts): boolean {
  return facts.activeServerKind === 'dirsync' || facts.activeServerKind === 'fim';
}
