import { lotOf } from '#judging';

/** A sheet as it stands in its judge's queue. */
export interface Queued {
  readonly sheet: string;
  readonly position: number;
  /** Put aside by its judge: it comes when nothing else is open. */
  readonly later: boolean;
  readonly done: boolean;
}

/** What a judge is to do next: the first open sheet that he hasn't put aside, then those, in their order; null when all are in. */
export function nextInQueue(queue: readonly Queued[]): Queued | null {
  const open = inOrder(queue).filter(({ done }) => !done);
  return open.find(({ later }) => !later) ?? open[0] ?? null;
}

/** How a judge meets his sheets: in his order, those in hand before those put aside. */
export const inOrder = (queue: readonly Queued[]): Queued[] => [...queue].sort((a, b) => a.position - b.position || (a.sheet < b.sheet ? -1 : 1));

/** The position after all others: whoever skips a sheet meets it again when he has met the rest. */
export const behindAll = (queue: readonly Pick<Queued, 'position'>[]): number => 1 + Math.max(-1, ...queue.map(({ position }) => position));

/**
 * Each judge's own order of his entries: all judges go round the same drawn circle, each from a place of his own, spread
 * evenly. So no entry comes early, or late, with everyone; where n judges see the same n entries it is a Latin square.
 */
export function balancedOrders(seed: string, entriesOf: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const judges = [...entriesOf.keys()].sort((a, b) => lotOf(seed, b) - lotOf(seed, a));
  return new Map(
    judges.map((judge, n) => {
      const circle = [...entriesOf.get(judge)!].sort((a, b) => lotOf(seed, b) - lotOf(seed, a) || (a < b ? -1 : 1));
      const from = Math.floor((n * circle.length) / judges.length);
      return [judge, [...circle.slice(from), ...circle.slice(0, from)]];
    }),
  );
}
