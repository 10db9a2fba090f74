import { seeded, type AssignmentProblem } from '#judging';

/**
 * The instance that the published times are of: preferences uniform in 0 to 999, 2 % conflicts, loads at most half above
 * the mean, the k-th entry of a judge 100 k dearer. Draws are whole numbers of 32 bits.
 */
export function uniform(entries: number, judges: number, reviews: number, seed: number): AssignmentProblem {
  const random = seeded(seed);
  const next = () => random() * 2 ** 32;
  return made(entries, judges, reviews, Math.ceil((entries * reviews * 3) / (2 * judges)), 100, () => {
    const conflict = next() % 100 < 2;
    const cost = 1000 - (next() % 1000);
    return conflict ? undefined : cost;
  });
}

/** A conference's size and shape: entries have a main and a second of 20 topics, judges two; who shares none is nearly as good as any other who shares none. */
export function topics(entries: number, judges: number, reviews: number, seed: number): AssignmentProblem {
  const random = seeded(seed);
  const topic = () => Math.floor(random() * 20);
  const about = Array.from({ length: entries }, () => [Math.floor(random() ** 2 * 20), topic()] as const);
  const knows = Array.from({ length: judges }, () => [topic(), topic()] as const);
  return made(entries, judges, reviews, Math.ceil((2 * entries * reviews) / judges), 0, (entry, judge) => {
    const [main, second] = about[entry]!;
    const worth = 300 * knows[judge]!.filter((one) => one === main).length + 150 * Number(knows[judge]!.includes(second)) + Math.floor(random() * 100);
    return random() < 0.02 ? undefined : 1000 - worth;
  });
}

function made(entries: number, judges: number, reviews: number, places: number, balanceCost: number, costOf: (entry: number, judge: number) => number | undefined): AssignmentProblem {
  const size = entries * judges;
  const [entry, judge, cost] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)];
  let n = 0;
  for (let e = 0; e < entries; e++)
    for (let j = 0; j < judges; j++) {
      const one = costOf(e, j);
      if (one === undefined) continue;
      [entry[n], judge[n], cost[n]] = [e, j, one];
      n++;
    }
  return { needs: new Array<number>(entries).fill(reviews), places: new Array<number>(judges).fill(places), balanceCost, pairs: { entry: entry.subarray(0, n), judge: judge.subarray(0, n), cost: cost.subarray(0, n) } };
}
