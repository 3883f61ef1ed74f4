import type { Condition } from './rules.ts';
import type { Strategy } from './strategies.ts';

/** Something to know about a strategy, or about any (`strategy` null), for some answers. It decides nothing. */
interface Note {
  readonly when: Condition;
  readonly strategy: Strategy | null;
  readonly sentence: string;
}

/** What shapes the plan without choosing the strategy. */
export const NOTES: readonly Note[] = [
  {
    when: { downtime: ['day', 'hours'] },
    strategy: 'rebuild',
    sentence:
      'Changes may wait: installing the sync engine, first import and first synchronization are usually done within a few hours.',
  },
  {
    when: {},
    strategy: 'rebuild',
    sentence:
      'The server keeps no state about objects: everything comes back from the two directories, joined by sourceAnchor.',
  },
  {
    when: { complexity: ['simple'] },
    strategy: 'rebuild',
    sentence: 'Little is customized: little has to be applied again before the first synchronization.',
  },
  {
    when: { 'spare-server': ['no'] },
    strategy: 'rebuild',
    sentence: 'There is no spare server: a domain controller can host the sync engine for a time.',
  },
  {
    when: {},
    strategy: 'staging',
    sentence: 'A server in staging mode has the latest changes and takes over after one switch.',
  },
  {
    when: { 'second-site': ['yes'] },
    strategy: 'staging',
    sentence: 'There is a second site: put the standby there; it has its own database.',
  },
  {
    when: { night: ['nobody'] },
    strategy: 'staging',
    sentence:
      'Nobody may run the wizard before the morning: name somebody, or the standby waits as long as a rebuild would.',
  },
  {
    when: { 'spare-server': ['no'] },
    strategy: 'staging',
    sentence: 'A standby needs a machine of its own all the time, and there is none yet.',
  },
  {
    when: {},
    strategy: 'virtual-machine',
    sentence: 'Running the sync engine in a virtual machine is common and supported.',
  },
  {
    when: { hypervisor: ['migration'] },
    strategy: 'virtual-machine',
    sentence:
      'The machine moves to another host when its host fails, with everything on it: nothing is installed or applied again.',
  },
  {
    when: { hypervisor: ['migration'], 'second-site': ['no'] },
    strategy: 'virtual-machine',
    sentence:
      'There is one site: where it is lost, Active Directory is lost as well, and a server elsewhere would have nothing to read.',
  },
  {
    when: { hypervisor: ['restore'] },
    strategy: 'virtual-machine',
    sentence:
      'A restored machine brings filters and rules back with it, but old data too: import in full and verify before it exports.',
  },
  {
    when: { 'sign-in': ['hash-sync'] },
    strategy: null,
    sentence:
      'Sign-in by password hashes goes on in the cloud while the server is lost; only new passwords do not arrive.',
  },
  {
    when: { 'sign-in': ['pass-through'] },
    strategy: null,
    sentence:
      'Sign-in by pass-through authentication stops with the last agent, and one is on the sync server: have agents on at least two other servers.',
  },
  {
    when: { 'sign-in': ['federation'] },
    strategy: null,
    sentence:
      'Sign-in by federation goes on while its own servers run: they are lost only if they share the host or the site. New people cannot sign in until their objects are synchronized.',
  },
];
