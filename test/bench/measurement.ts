/** One thing that is timed, and the simple thing beside it that it is held against. */
export interface Subject {
  readonly name: string;
  /** Name of the subject that counts as 1; null where it is one itself. */
  readonly against: string | null;
  /** How much one run handles, and of what: it gives the speed. */
  readonly amount: number;
  readonly unit: 'MB' | 'rows';
  readonly run: () => unknown;
}

/** What came out for one subject. Figures of one run of the bench belong together: the machine differs each time. */
export interface Measurement {
  readonly name: string;
  readonly against: string | null;
  /** Milliseconds of each round, in order. */
  readonly rounds: readonly number[];
  readonly medianMilliseconds: number;
  readonly perSecond: number;
  readonly unit: Subject['unit'];
  /** How many times as long as the subject it is held against takes for the same amount; null where it is held against none. */
  readonly ratio: number | null;
}

/** Times all subjects round by round, so that a busy moment of the machine meets them all. One round more warms up. */
export async function measure(subjects: readonly Subject[], rounds: number): Promise<Measurement[]> {
  const times = new Map(subjects.map((subject): [string, number[]] => [subject.name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const { name, run } of subjects) {
      const start = performance.now();
      await run();
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  const amounts = new Map(subjects.map(({ name, amount }) => [name, amount]));
  const medianOf = (name: string | null) => (name === null ? null : median(times.get(name) ?? []));
  return subjects.map(({ name, against, amount, unit }) => {
    const own = medianOf(name) ?? Number.NaN;
    const other = medianOf(against);
    return {
      name,
      against,
      rounds: times.get(name) ?? [],
      medianMilliseconds: own,
      perSecond: amount / (own / 1000),
      unit,
      ratio: other === null ? null : own / amount / (other / (amounts.get(against ?? '') ?? Number.NaN)),
    };
  });
}

/** The measurements as lines of a table. */
export function tableOf(measurements: readonly Measurement[]): string[] {
  const cells = measurements.map((one) => [
    one.name,
    `${one.medianMilliseconds.toFixed(1)} ms`,
    `${one.perSecond.toFixed(one.unit === 'MB' ? 1 : 0)} ${one.unit}/s`,
    one.ratio === null ? '' : `${one.ratio.toFixed(2)} x ${one.against}`,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells.map((line) =>
    line
      .map((cell, column) =>
        column === 0 || column === 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
