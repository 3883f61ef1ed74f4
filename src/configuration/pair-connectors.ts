import { AAD_ID, type ConnectorConfiguration } from './server-configuration.ts';

/** One connector on both servers; null where a server has none for it. */
export interface ConnectorPair {
  readonly active: ConnectorConfiguration | null;
  readonly staging: ConnectorConfiguration | null;
  /** Name for people: that of the active server, else of the staging server. */
  readonly name: string;
}

/** A pairing by hand: names as the servers have them. */
export interface HandPair {
  readonly active: string;
  readonly staging: string;
}

type Fits = (active: ConnectorConfiguration, staging: ConnectorConfiguration) => boolean;

// In this order: what one way has paired the next one does not see.
const WAYS: readonly Fits[] = [
  (active, staging) => active.category !== null && folded(active.name) === folded(staging.name),
  (active, staging) => active.id === AAD_ID && staging.id === AAD_ID,
  (active, staging) => active.forest !== null && active.forest === staging.forest,
];

/** Connectors by hand, by name, the one to Entra ID by its id, those of AD by their forest; then a last one with a last one that has no file. */
export function pairConnectors(
  active: readonly ConnectorConfiguration[],
  staging: readonly ConnectorConfiguration[],
  byHand: readonly HandPair[] = [],
): readonly ConnectorPair[] {
  const left = new Set(active);
  const right = new Set(staging);
  const partners = new Map<ConnectorConfiguration, ConnectorConfiguration>();
  const pair: Fits = (one, other) => {
    partners.set(one, other);
    left.delete(one);
    return right.delete(other);
  };
  for (const hand of byHand) {
    const one = named(left, hand.active);
    const other = named(right, hand.staging);
    if (one !== undefined && other !== undefined) pair(one, other);
  }
  for (const fits of [...WAYS, onlyWithoutFile(left, right)]) {
    for (const one of [...left]) {
      const other = [...right].find((candidate) => fits(one, candidate));
      if (other !== undefined) pair(one, other);
    }
  }
  return [
    ...active.map((one) => ({ active: one, staging: partners.get(one) ?? null, name: one.name })),
    ...[...right].map((other) => ({ active: null, staging: other, name: other.name })),
  ];
}

/** The names of a pairing by hand that no connector has. */
export function unknownNames(
  active: readonly ConnectorConfiguration[],
  staging: readonly ConnectorConfiguration[],
  byHand: readonly HandPair[],
): readonly string[] {
  return byHand.flatMap((hand) => [
    ...(named(active, hand.active) === undefined ? [hand.active] : []),
    ...(named(staging, hand.staging) === undefined ? [hand.staging] : []),
  ]);
}

/** Where the file of a connector is missing, its rules are compared with those of the one that is left. */
function onlyWithoutFile(
  left: ReadonlySet<ConnectorConfiguration>,
  right: ReadonlySet<ConnectorConfiguration>,
): Fits {
  return (one, other) =>
    left.size === 1 && right.size === 1 && (one.category === null || other.category === null);
}

function named(
  connectors: Iterable<ConnectorConfiguration>,
  name: string,
): ConnectorConfiguration | undefined {
  return [...connectors].find((connector) => folded(connector.name) === folded(name));
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}
