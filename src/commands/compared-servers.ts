import type { FlowsOf } from '../configuration/attribute-flows.ts';
import { type ComparedServers, compareServers } from '../configuration/compare-servers.ts';
import type { CommandIo } from './command-io.ts';
import { wholePath } from './whole-path.ts';

/** The comparisons that screens ask for. */
export interface Comparisons {
  /** Reads and compares, each time anew. */
  readonly compareServers: (active: string, staging: string) => Promise<ComparedServers>;
  /** The flows of what was compared last, where it was this; else it is read now. */
  readonly flowsOf: (active: string, staging: string) => Promise<FlowsOf | null>;
}

/** Comparisons of folders that are named as they were typed; the last one is kept. */
export function comparisons(io: Pick<CommandIo, 'cwd' | 'env'>): Comparisons {
  let last: { readonly paths: string; readonly servers: ComparedServers } | null = null;
  const compare: Comparisons['compareServers'] = async (active, staging) => {
    const servers = await compareServers(wholePath(active, io), wholePath(staging, io));
    last = { paths: `${active}\0${staging}`, servers };
    return servers;
  };
  return {
    compareServers: compare,
    flowsOf: async (active, staging) => {
      const known = last?.paths === `${active}\0${staging}` ? last.servers : await compare(active, staging);
      return known.flowsOf;
    },
  };
}
