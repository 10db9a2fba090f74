/** Who may judge what at which cost, and how many of each. Entries and judges are numbered from 0. */
export interface AssignmentProblem {
  readonly entries: number;
  readonly judges: number;
  readonly reviewsPerEntry: number;
  readonly maxPerJudge: number;
  /** The k-th entry of a judge (from 0) costs this times k more, so that loads stay even. */
  readonly balanceCost: number;
  readonly allowed: readonly { entry: number; judge: number; cost: number }[];
}

export type Assignment =
  | { readonly feasible: true; readonly pairs: readonly { entry: number; judge: number }[]; readonly cost: number }
  /** `short[e]` judges are missing for entry e in the best partial assignment. */
  | { readonly feasible: false; readonly pairs: readonly { entry: number; judge: number }[]; readonly short: ReadonlyMap<number, number> };

/**
 * The cheapest assignment of `reviewsPerEntry` judges to each entry: a min-cost flow by successive shortest paths
 * (Ahuja, Magnanti and Orlin, Network Flows, 1993, section 9.7), each found with Bellman–Ford in its queue form.
 * Costs are whole numbers. The same input gives the same answer.
 */
export function assign({ entries, judges, reviewsPerEntry, maxPerJudge, balanceCost, allowed }: AssignmentProblem): Assignment {
  const source = entries + judges;
  const sink = source + 1;
  const graph = new FlowGraph(sink + 1);
  for (let entry = 0; entry < entries; entry++) graph.add(source, entry, reviewsPerEntry, 0);
  const pairs = allowed.map(({ entry, judge, cost }) => ({ entry, judge, arc: graph.add(entry, entries + judge, 1, cost) }));
  for (let judge = 0; judge < judges; judge++)
    for (let k = 0; k < maxPerJudge; k++) graph.add(entries + judge, sink, 1, balanceCost * k);

  let cost = 0;
  let placed = 0;
  for (let found = graph.cheapestPath(source, sink); found !== null; found = graph.cheapestPath(source, sink)) {
    cost += found;
    placed++;
  }
  const taken = pairs.filter(({ arc }) => graph.used(arc)).map(({ entry, judge }) => ({ entry, judge }));
  if (placed === entries * reviewsPerEntry) return { feasible: true, pairs: taken, cost };
  const short = new Map<number, number>();
  for (let entry = 0; entry < entries; entry++) {
    const missing = reviewsPerEntry - taken.filter((pair) => pair.entry === entry).length;
    if (missing > 0) short.set(entry, missing);
  }
  return { feasible: false, pairs: taken, short };
}

/** Arcs with what is left of their capacity; arc i and its reverse i ^ 1 lie side by side. */
class FlowGraph {
  private readonly to: number[] = [];
  private readonly left: number[] = [];
  private readonly cost: number[] = [];
  private readonly arcsOf: number[][];

  constructor(nodes: number) {
    this.arcsOf = Array.from({ length: nodes }, () => []);
  }

  add(from: number, to: number, capacity: number, cost: number): number {
    const arc = this.to.length;
    this.to.push(to, from);
    this.left.push(capacity, 0);
    this.cost.push(cost, -cost);
    this.arcsOf[from]!.push(arc);
    this.arcsOf[to]!.push(arc + 1);
    return arc;
  }

  used(arc: number): boolean {
    return this.left[arc ^ 1]! > 0;
  }

  /** Sends one unit along the cheapest path that is left and returns its cost; null when there is none. */
  cheapestPath(source: number, sink: number): number | null {
    const nodes = this.arcsOf.length;
    const distance = new Float64Array(nodes).fill(Infinity);
    const arrivedBy = new Int32Array(nodes).fill(-1);
    const waiting = new Uint8Array(nodes);
    const queue = [source];
    distance[source] = 0;
    for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
      waiting[node] = 0;
      for (const arc of this.arcsOf[node]!) {
        const next = this.to[arc]!;
        const reached = distance[node]! + this.cost[arc]!;
        if (this.left[arc]! === 0 || reached >= distance[next]!) continue;
        distance[next] = reached;
        arrivedBy[next] = arc;
        if (!waiting[next]) queue.push(next);
        waiting[next] = 1;
      }
    }
    if (distance[sink] === Infinity) return null;
    for (let node = sink; node !== source; ) {
      const arc = arrivedBy[node]!;
      this.left[arc]!--;
      this.left[arc ^ 1]!++;
      node = this.to[arc ^ 1]!;
    }
    return distance[sink]!;
  }
}
