import { type Answers, answerTo } from './questions.ts';
import { recommend } from './recommend.ts';
import { ADVICES, type Recommended, type Strategy } from './strategies.ts';

/** One strategy, or combination, against the answers. The short texts fit a table of 80 cells. */
export interface ComparedStrategy {
  readonly strategy: Recommended;
  readonly name: string;
  /** Time until changes reach the cloud again. */
  readonly back: string;
  /** What is lost or late meanwhile. */
  readonly waits: string;
  readonly cost: string;
  readonly ready: string;
  readonly verdict: 'ADVISED' | 'possible' | 'no';
  /** All of it in a sentence. */
  readonly sentence: string;
}

const NAMES: Readonly<Record<Recommended, string>> = {
  rebuild: 'Rebuild',
  staging: 'Staging server',
  'virtual-machine': 'Virtual machine',
  'staging+virtual-machine': 'Staging + VM',
  'virtual-machine+rebuild': 'VM + rebuild',
};

const WAITS: Readonly<Record<Strategy, readonly [short: string, long: string]>> = {
  rebuild: ['everything', 'objects, groups, password hashes and writeback wait all that time'],
  staging: ['passwords', 'changes wait until the switch, password hashes catch up for hours after it'],
  'virtual-machine': ['little', 'one cycle or two are late'],
};
const COST: Readonly<Record<Strategy, readonly [short: string, long: string]>> = {
  rebuild: ['none', 'no second server'],
  staging: ['server', 'a second server, its licence and its care'],
  'virtual-machine': ['cluster', 'a cluster of hosts that is there already'],
};
const READY: Readonly<Record<Strategy, readonly [short: string, long: string]>> = {
  rebuild: ['configuration', 'the saved configuration, rules, filters and a machine'],
  staging: ['equal servers', 'two servers with the same configuration, at least one cycle in 7 days'],
  'virtual-machine': ['a tried move', 'a move that was tried, and no old copy that could start'],
};

/** Every strategy and combination against these answers, the single ones first. */
export function compareStrategies(answers: Answers): readonly ComparedStrategy[] {
  return ADVICES.map((strategy) => {
    const parts = strategy.split('+') as [Strategy, ...Strategy[]];
    const [first] = parts;
    const back = timeBack(first, answers);
    // Until a backup is restored all stands still, as until a rebuild.
    const restored = first === 'virtual-machine' && answerTo(answers, 'hypervisor') !== 'migration';
    const [waits, allThatWaits] = WAITS[restored ? 'rebuild' : first];
    const of = (texts: typeof WAITS): readonly string[] => parts.map((part) => texts[part][1]);
    return {
      strategy,
      name: NAMES[strategy],
      back,
      waits,
      cost: parts.length === 1 ? COST[first][0] : 'both',
      ready: parts.length === 1 ? READY[first][0] : 'both',
      verdict: verdictOf(strategy, answers),
      sentence: `${NAMES[strategy]}: back in ${back}; ${allThatWaits}. Cost: ${of(COST).join(', and ')}. Keep ready: ${of(READY).join(', and ')}.`,
    };
  });
}

function timeBack(first: Strategy, answers: Answers): string {
  const nobody = answerTo(answers, 'night') === 'nobody';
  if (first === 'virtual-machine') {
    return answerTo(answers, 'hypervisor') === 'migration' ? 'minutes' : 'hours';
  }
  if (first === 'rebuild')
    return nobody || answerTo(answers, 'objects') === 'over-100000' ? 'a day' : 'hours';
  return nobody ? 'a night' : 'an hour';
}

function verdictOf(strategy: Recommended, answers: Answers): ComparedStrategy['verdict'] {
  const { recommended, rules } = recommend(answers);
  if (strategy === recommended) return 'ADVISED';
  const parts = strategy.split('+');
  const refused = rules.some(
    (rule) =>
      (rule.effect === 'first' && rule.strategy !== parts[0]) ||
      (rule.effect === 'not-first' && rule.strategy === parts[0]),
  );
  const noMachine =
    parts.includes('virtual-machine') && !['restore', 'migration'].includes(answerTo(answers, 'hypervisor'));
  return refused || noMachine ? 'no' : 'possible';
}
