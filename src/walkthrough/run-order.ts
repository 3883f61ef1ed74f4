import type { RunProfile } from './commands.ts';
import { aadConnector, adConnectors, type NamedConnector } from './connectors.ts';
import type { Facts } from './walkthrough.ts';

/** One run of one profile on one connector. */
export interface Run {
  /** Kebab-case; another profile or connector is another run, with a tick of its own. */
  readonly id: string;
  readonly connector: NamedConnector;
  readonly directory: 'ad' | 'aad';
  /** Null while nobody has said whether rules changed: then it is not known which synchronization is right. */
  readonly profile: RunProfile | null;
}

/**
 * The runs of a round in the article's order: Full Import of each AD connector, Full Import of the AAD connector, then
 * the synchronization of each AD connector, then of the AAD connector. The synchronization is Delta Synchronization,
 * or Full Synchronization where rules, scope or filters changed.
 */
export function runOrder(facts: Facts): readonly Run[] {
  const synchronization =
    facts.rulesChanged === null
      ? null
      : facts.rulesChanged
        ? 'Full Synchronization'
        : 'Delta Synchronization';
  return [...runsOf(facts, 'Full Import'), ...runsOf(facts, synchronization)];
}

function runsOf(facts: Facts, profile: RunProfile | null): Run[] {
  const kind = profile === null ? 'synchronization' : profile.toLowerCase().replace(' ', '-');
  return [
    ...adConnectors(facts).map(
      (connector): Run => ({ id: `${kind}-ad-${connector.slug}`, connector, directory: 'ad', profile }),
    ),
    { id: `${kind}-aad`, connector: aadConnector(facts), directory: 'aad', profile },
  ];
}
