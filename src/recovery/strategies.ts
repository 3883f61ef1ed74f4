/** The article's three strategies. */
export type Strategy = 'rebuild' | 'staging' | 'virtual-machine';

/** Every advice there is: one strategy, or the first answer to a loss with what stands beside or behind it. */
export const ADVICES = [
  'rebuild',
  'staging',
  'virtual-machine',
  'staging+virtual-machine',
  'virtual-machine+rebuild',
] as const;
export type Recommended = (typeof ADVICES)[number];

/** The name of each strategy, for people. */
export const STRATEGY_NAMES: Readonly<Record<Strategy, string>> = {
  rebuild: 'Rebuild when needed',
  staging: 'A standby server in staging mode',
  'virtual-machine': 'A virtual machine',
};

/** The name of a strategy or a combination, for people. */
export function titleOf(strategies: readonly Strategy[]): string {
  // A standby and a machine that moves stand side by side; a rebuild is for what a machine that moves does not answer.
  const joint = strategies[0] === 'staging' ? ', and beside it: ' : ', and behind it: ';
  return strategies.map((strategy) => STRATEGY_NAMES[strategy]).join(joint);
}

/** What each strategy asks of those who choose it, in order. */
export const RUNBOOKS: Readonly<Record<Strategy, readonly string[]>> = {
  rebuild: [
    'Keep, outside the server: the saved configuration, custom rules and filters, and what each is for.',
    'Find a host. Without a spare server a domain controller can host the sync engine for a time.',
    'See that the lost server cannot come back by itself: two servers must never export.',
    'Install in staging mode, with the same source anchor as before, and do not start the synchronization.',
    'Apply filters and custom rules again BEFORE the first synchronization.',
    'Import and synchronize: sourceAnchor joins the objects on-premises with those in the cloud again. The server kept no state that would be missing.',
    'Verify as in the walkthrough: nearly nothing is pending. Then disable staging mode.',
    'Reckon with a few hours; with very many objects, a day.',
  ],
  staging: [
    'Install a second server in staging mode, with its own database, in another data centre if you have one.',
    'Leave its scheduler on: it must synchronize at least every 7 days, and then always has the latest changes.',
    'Make every change of configuration on both servers.',
    'Active server lost: see that it cannot come back, verify, then disable staging mode on the standby.',
    'Password hash synchronization then catches up: it can take hours. Do not restart the service meanwhile.',
    'Switch over on purpose now and then.',
  ],
  'virtual-machine': [
    'Run the sync engine in a virtual machine that moves to another host when its host fails.',
    'Try a move once.',
    'Never bring back an old snapshot beside a running server: two active servers.',
    'It answers the loss of a host only. Keep what a rebuild needs for everything else.',
  ],
};
