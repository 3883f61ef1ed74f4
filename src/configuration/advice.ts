import type { Heading } from './difference.ts';
import type { Fact } from './server-configuration.ts';

/** What a difference of a setting means, and what to do about it. */
export interface Advice {
  readonly heading: Heading;
  readonly effect: string;
  readonly remedy: string;
  /** The setting's name for people; default: the one of the file. */
  readonly title?: string;
}

/** One setting on both servers, and what is known around it. */
export interface SettingCase {
  /** Either side's fact: it says what the setting is. */
  readonly fact: Fact;
  /** Texts as shown; null where that server has no such setting. */
  readonly active: string | null;
  readonly staging: string | null;
  readonly sameBuild: boolean;
  /** Whether the connector leads to Entra ID. */
  readonly toCloud: boolean;
  /** True where the schema of both servers' connectors has this attribute. */
  readonly knownOnBoth: (attribute: string) => boolean;
}

/** What is ignored: it differs between any two servers. */
export const IGNORED: Advice = { heading: 'ignored', effect: 'None.', remedy: 'Nothing to do.' };

/** Where in Synchronization Service the properties of a connector are. */
export const CONNECTOR_PROPERTIES = 'Synchronization Service, tab Connectors, the connector, Properties';

/** What comes after a change of the configuration. */
export const IMPORT_AGAIN =
  'Then run a full import and a full synchronization, and look at the pending exports.';
