import { win32 } from 'node:path';
import { saveConfigurationCommands } from '../../walkthrough/commands.ts';
import { item, powershell } from '../../walkthrough/item.ts';
import { powershellString } from '../../walkthrough/quoting.ts';
import type { Facts, Item } from '../../walkthrough/walkthrough.ts';
import type { Recommendation } from '../recommend.ts';
import type { RunbookPart } from './runbook.ts';
import { preparationOf } from './strategy-steps.ts';

/** What is saved and made ready before anything is lost, and how often. */
export function beforehand(facts: Facts, recommendation: Recommendation): RunbookPart {
  return {
    title: 'Before: what to save, and how often',
    purpose:
      'Objects come back from the two directories. What is in this part does not: it is lost with the server unless it lies elsewhere.',
    steps: [
      saveConfiguration(facts),
      saveWizardSettings(facts),
      saveRules(facts),
      saveFilters(facts),
      nameAccountsAndCertificates(facts),
      ...recommendation.recommended.split('+').flatMap((strategy) => preparationOf(strategy, facts)),
      rehearse,
    ],
  };
}

function inFolder(facts: Facts, name: string): string {
  return powershellString(win32.join(facts.exportFolder, name)) ?? "''";
}

const COPY_AWAY = 'Copy the result to a place that the loss of the server, and of its site, does not reach.';

function saveConfiguration(facts: Facts): Item {
  return item({
    id: 'save-configuration',
    title: 'Save the whole configuration: weekly, and after every change',
    todo: [`On ${facts.activeServer}: run the commands.`, COPY_AWAY],
    commands: powershell(...saveConfigurationCommands(facts)),
    why: 'It holds connectors, filters, rules and settings as they are: what a rebuild is compared with.',
    worked: 'The folder holds Connectors, GlobalSettings and SynchronizationRules, with the date of today.',
    wrong: [
      'Access denied: sign in with an account of the group ADSyncAdmins, and start PowerShell as administrator.',
    ],
    danger:
      'The files name service accounts and hold encrypted passwords: let administrators alone read them.',
  });
}

function saveWizardSettings(facts: Facts): Item {
  const target = inFolder(facts, 'wizard-settings');
  return item({
    id: 'save-wizard-settings',
    title: "Save the wizard's settings as JSON: after every change",
    todo: [
      'In the wizard: View or export current configuration, Export settings. A rebuild imports this file.',
      'The commands copy the files that the wizard wrote by itself at its last run.',
      COPY_AWAY,
    ],
    clicks: ['Desktop, Azure AD Connect, Configure, View or export current configuration, Export settings'],
    commands: powershell(
      `New-Item -ItemType Directory -Force -Path ${target}`,
      `Copy-Item -Path "$env:ProgramData\\AADConnect\\Applied-SynchronizationPolicy-*.JSON" -Destination ${target}`,
    ),
    why: 'The wizard of a new server takes sign-in, directories, filters and custom rules from it, and preselects staging mode.',
    worked: 'A JSON file of today lies in the folder.',
    wrong: [
      'No file, or an old one: changes made in the rules editor or by PowerShell are not written by themselves. Export by hand.',
      'It does not carry device writeback, custom run profiles, chosen attributes and AD FS: write these down.',
    ],
  });
}

function saveRules(facts: Facts): Item {
  return item({
    id: 'save-rules',
    title: 'List the custom rules: after every change',
    todo: ['Run the commands, and write beside each rule why it is there.', COPY_AWAY],
    commands: powershell(
      'Import-Module ADSync',
      `Get-ADSyncRule | Where-Object { [string]$_.ImmutableTag -notlike "Microsoft.*" } | Select-Object Name, Direction, Precedence, Disabled | Export-Csv -NoTypeInformation -Encoding UTF8 -Path ${inFolder(facts, 'custom-rules.csv')}`,
    ),
    why: 'A rebuild needs them before its first synchronization, and somebody who knows what they are for.',
    worked: 'The list holds each rule that you made, and no other.',
    wrong: [
      'A default rule was changed in place: it is not in this list. Compare with the saved configuration.',
    ],
  });
}

function saveFilters(facts: Facts): Item {
  return item({
    id: 'save-filters',
    title: 'Write the filters down: after every change',
    todo: [
      `For each of ${facts.adConnectors.join(', ')}: which domains and OUs are selected, and why the others are not.`,
      'Is a filter by group or by attribute used? Write down the group, the attribute and its value.',
      'Write down the source anchor: a rebuild needs the same one.',
    ],
    commands: powershell(
      'Import-Module ADSync',
      ...facts.adConnectors.map(
        (name) =>
          `(Get-ADSyncConnector -Name ${powershellString(name) ?? "''"}).Partitions | ForEach-Object { $_.Name; $_.ConnectorPartitionScope.ContainerInclusionList; $_.ConnectorPartitionScope.ContainerExclusionList }`,
      ),
    ),
    clicks: [
      'Wizard, Customize synchronization options: page Domain and OU filtering. Leave it without Configure.',
    ],
    why: 'An OU that is not selected on the new server becomes a delete for everybody in it.',
    worked: 'The list names every OU that the wizard shows as selected.',
    wrong: ['The command shows nothing: take the list from the wizard.'],
  });
}

function nameAccountsAndCertificates(facts: Facts): Item {
  return item({
    id: 'name-accounts-and-certificates',
    title: 'Name the accounts and certificates: every three months. Never their secrets',
    todo: [
      'Names only: the account of the service ADSync, the AD connector accounts, the account or application in the cloud.',
      'Certificates by name, thumbprint and end date. Say in the plan where their keys are kept, and who may open that place.',
      'No password, no key and no secret goes into this runbook.',
    ],
    commands: powershell(
      `Get-CimInstance -ClassName Win32_Service -Filter "Name='ADSync'" | Select-Object Name, StartName | Export-Csv -NoTypeInformation -Encoding UTF8 -Path ${inFolder(facts, 'service-account.csv')}`,
      `Get-ChildItem -Path Cert:\\LocalMachine\\My | Select-Object Subject, Thumbprint, NotAfter | Export-Csv -NoTypeInformation -Encoding UTF8 -Path ${inFolder(facts, 'certificates.csv')}`,
    ),
    clicks: ['Wizard, View or export current configuration: the lines ACCOUNT'],
    why: 'The new server needs accounts with the same rights. With a new account a right is missing in one forest, and its passwords or groups stay old.',
    worked: 'Somebody else finds every account and certificate with this list.',
    wrong: ['A certificate ends soon: renew it now, not on the day.'],
    danger: 'Names, never secrets: this runbook is printed and carried about.',
  });
}

const rehearse = item({
  id: 'rehearse',
  title: 'Rehearse it: twice a year, and after every change of this runbook',
  todo: [
    'Play the loss with the people who would be there at night, with this runbook on paper and a clock.',
    'Write the times in, and what was missing. Change the plan the same week.',
  ],
  why: 'Whoever does this for the first time on the day does it in the wrong order.',
  worked: 'Somebody who did not write the runbook has followed it to its end.',
  wrong: ['It was too slow: answer the questions again with the times that you measured.'],
});
