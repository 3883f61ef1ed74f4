import { type Advice, CONNECTOR_PROPERTIES, IGNORED, IMPORT_AGAIN, type SettingCase } from './advice.ts';
import { namesAccount } from './secrets.ts';
import type { Area } from './server-configuration.ts';

const OU_FILTER =
  'Wizard on the staging server, Customize synchronization options, page Domain and OU filtering';

const ALWAYS_DIFFERS =
  /^(?:id|version|format-version|internal-version|description|last-dc)$|guid$|-time$|timestamp$|cookie|water-?mark|^encrypted|^(?:[\w-]+-)?password$|^parameter (?:Password|last-dc)$/i;
const ACCOUNT_PLACE = /^(?:forest-login-(?:user|domain)|parameter (?:forest-login-\w+|UserName))$/i;
const OF_A_BUILD =
  /assembly-version|^parameter-definitions\/|capability|extension-config\/(?:discovery|filename|import-max|export-max|password-management)/;
const DOMAIN_CONTROLLER = /dc-failover|preferred-dc|allowed-dc|domain-controller/i;

/** What it means that a setting of a connector differs. */
export function connectorAdvice(found: SettingCase): Advice {
  const { area, item, setting } = found.fact;
  const name = setting === '' ? item : setting;
  const last = name.split('/').at(-1) ?? name;
  if (ALWAYS_DIFFERS.test(last) || /password-hash-sync-config\/target$/.test(name)) return IGNORED;
  if (ACCOUNT_PLACE.test(last) || namesAccount(last)) return ACCOUNT;
  return BY_AREA[area]?.(found, name) ?? unknownSetting();
}

const ACCOUNT: Advice = {
  heading: 'expected',
  effect:
    'None, where both accounts may read the same objects: each server has its own. Names of accounts are not shown.',
  remedy: `Nothing to do. See it in ${CONNECTOR_PROPERTIES}.`,
};

const BY_AREA: Readonly<Partial<Record<Area, (found: SettingCase, name: string) => Advice>>> = {
  Connector: connectorSetting,
  'Partitions and OUs': partitionSetting,
  'Object types': objectType,
  Attributes: attribute,
  Anchor: () =>
    matters(
      'Objects are told apart by another attribute: they fail to join, or are staged as deletes and adds.',
      'It belongs to the connector as the wizard makes it: compare the builds, and install the staging server again where they are the same.',
    ),
  'Run profiles': runProfile,
};

function matters(effect: string, remedy: string): Advice {
  return { heading: 'matters', effect, remedy };
}

function connectorSetting({ sameBuild, active, staging }: SettingCase, name: string): Advice {
  if (name === 'connector') return missingConnector(active === null);
  if (name === 'name') return RENAMED;
  if (OF_A_BUILD.test(name) && !sameBuild) return OF_BUILD;
  if (
    !sameBuild &&
    (active === null || staging === null) &&
    /^(?:0|false|)$/i.test(active ?? staging ?? '')
  ) {
    return OF_BUILD;
  }
  if (/password-hash-sync-config\/enabled|password-reset-config\/enabled/.test(name)) {
    return matters(
      'Password hash synchronization or writeback works for this connector on one server only; it starts or stops at the switch.',
      'Wizard on the staging server, Customize synchronization options, page Optional features.',
    );
  }
  return unknownSetting();
}

const OF_BUILD: Advice = {
  heading: 'versionNoise',
  effect: 'None by itself: it comes with the build of the connector.',
  remedy: 'Nothing to do. Bring both servers to the same build to have no such differences.',
};

const RENAMED: Advice = {
  heading: 'matters',
  effect:
    'None on exports where it leads to the same place; csexport, scripts and run profiles call it by its name.',
  remedy: `See that both lead to the same forest or tenant. ${CONNECTOR_PROPERTIES}, Name.`,
};

function missingConnector(onStagingOnly: boolean): Advice {
  return onStagingOnly
    ? matters(
        'Its objects come into the metaverse on the staging server only: they are staged as adds, and nothing is exported to it today.',
        'Wizard on the staging server, Customize synchronization options, Connect your directories: remove it, or add it to the active server. Is it the same one under another name? Pair them: --pair "ACTIVE NAME=STAGING NAME".',
      )
    : matters(
        'All of its objects are missing on the staging server: they are staged as deletes.',
        'Wizard on the staging server, Customize synchronization options, Connect your directories: add it. Is it there under another name? Pair them: --pair "ACTIVE NAME=STAGING NAME".',
      );
}

function partitionSetting({ active, staging }: SettingCase, name: string): Advice {
  if (name === 'partition') {
    const lost = staging !== 'selected';
    return matters(
      lost
        ? 'All objects of this partition are missing on the staging server: they are staged as deletes.'
        : 'Objects of this partition come in on the staging server only: they are staged as adds.',
      `${OU_FILTER}. ${IMPORT_AGAIN}`,
    );
  }
  if (name.startsWith('OU ')) return organizationalUnit(active, staging);
  if (DOMAIN_CONTROLLER.test(name)) {
    return {
      heading: 'expected',
      effect: 'None on what is exported: servers at different sites read from different domain controllers.',
      remedy: `See it in ${CONNECTOR_PROPERTIES}, Configure Directory Partitions.`,
    };
  }
  return unknownSetting();
}

function organizationalUnit(active: string | null, staging: string | null): Advice {
  const lost = staging === 'excluded' || active === 'included';
  return matters(
    lost
      ? 'Objects of this OU are not read on the staging server: they are staged as deletes.'
      : 'Objects of this OU are read on the staging server only: they are staged as adds.',
    `${OU_FILTER}: make the ticks as on the active server. ${IMPORT_AGAIN}`,
  );
}

function objectType({ staging }: SettingCase): Advice {
  return matters(
    staging === null
      ? 'Objects of this type are not read on the staging server: they are staged as deletes.'
      : 'Objects of this type are read on the staging server only: they are staged as adds.',
    `${CONNECTOR_PROPERTIES}, Select Object Types. ${IMPORT_AGAIN}`,
  );
}

function attribute({ fact, staging, sameBuild, knownOnBoth, toCloud }: SettingCase): Advice {
  if (toCloud && !sameBuild && !knownOnBoth(fact.item)) return OF_BUILD;
  return matters(
    staging === null
      ? 'The attribute is not selected on the staging server: flows from it give nothing, and updates that empty it are staged.'
      : 'The attribute is selected on the staging server only: where a rule flows it, updates are staged.',
    `${CONNECTOR_PROPERTIES}, Select Attributes; or the wizard, where it belongs to a feature. ${IMPORT_AGAIN}`,
  );
}

function runProfile({ active, staging }: SettingCase, name: string): Advice {
  const how = 'Synchronization Service, tab Connectors, the connector, Configure Run Profiles.';
  if (name.startsWith('step ') || active !== null || staging !== null) {
    return matters(
      'None on what is staged as long as the profile runs; a step that is missing or of another type leaves objects unread or changes unsent.',
      how,
    );
  }
  return matters('The scheduler cannot run what is missing.', how);
}

function unknownSetting(): Advice {
  return matters(
    'Not known to this program: find out what it does before the switch.',
    `See it in ${CONNECTOR_PROPERTIES}, on both servers.`,
  );
}
