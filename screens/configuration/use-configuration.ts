import { useCallback, useEffect, useRef, useState } from 'react';
import { differenceKey } from '../../src/configuration/difference.ts';
import type { Services } from '../services.ts';
import {
  type ConfigurationAction,
  type ConfigurationState,
  newConfiguration,
  type Paths,
  reduceConfiguration,
} from './configuration-state.ts';

/** What a comparison tells the walkthrough. */
export interface ComparedResult extends Paths {
  readonly complete: boolean;
  /** Keys of the differences that matter. */
  readonly matters: readonly string[];
}

/** The screen's state, also between two draws: several keys can come at once. */
export interface ConfigurationStore {
  readonly state: ConfigurationState;
  readonly latest: () => ConfigurationState;
  readonly send: (action: ConfigurationAction) => void;
  /** Compares the folders of the state. */
  readonly compare: () => void;
}

/** Holds the state, and compares at once where both folders are known. */
export function useConfiguration(
  services: Pick<Services, 'compareServers'>,
  paths: Paths | null,
  onCompared: (result: ComparedResult) => void,
): ConfigurationStore {
  const store = useRef<ConfigurationState | null>(null);
  store.current ??= newConfiguration(paths);
  const [state, draw] = useState(store.current);
  const handed = useRef({ services, onCompared });
  handed.current = { services, onCompared };
  const gone = useRef(false);
  const latest = useCallback((): ConfigurationState => store.current ?? newConfiguration(null), []);
  const send = useCallback(
    (action: ConfigurationAction): void => {
      if (gone.current) return;
      store.current = reduceConfiguration(latest(), action);
      draw(store.current);
    },
    [latest],
  );
  const compare = useCallback((): void => {
    send({ kind: 'comparing' });
    const { paths: asked } = latest();
    handed.current.services.compareServers(asked.active, asked.staging).then(
      (servers) => {
        const { differences, faults, notCompared } = servers.comparison;
        if (gone.current) return;
        send({ kind: 'compared', servers });
        handed.current.onCompared({
          ...asked,
          // What a settings file never holds is said each time; it does not make the comparison a partial one.
          complete: faults.length === 0 && (servers.flowsOf === null || notCompared.length === 0),
          matters: differences.filter(({ heading }) => heading === 'matters').map(differenceKey),
        });
      },
      (error: unknown) =>
        send({ kind: 'failed', said: error instanceof Error ? error.message : String(error) }),
    );
  }, [send, latest]);
  useEffect(() => {
    gone.current = false;
    if (latest().loaded.kind === 'comparing') compare();
    return () => {
      gone.current = true;
    };
  }, [compare, latest]);
  return { state, latest, send, compare };
}
