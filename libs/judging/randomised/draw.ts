import type { AssignmentProblem } from '../assignment/problem.js';
import { indicesBy } from '../columns.js';
import type { Random } from '../random.js';
import type { Chances } from './fractional.js';

/** Chances are drawn from in whole parts of one, so that nothing is lost in rounding. */
const ONE = 2 ** 40;

/**
 * Draws an assignment in which every pair has just its chance, every entry what it needs, and every judge at most as many
 * entries as his chances rounded up: dependent rounding (Gandhi, Khuller, Parthasarathy, Srinivasan, "Dependent rounding
 * and its applications to approximation algorithms", JACM 2006). Along a cycle or a longest path of undecided pairs the
 * chances are moved up and down in turns, with odds that keep each pair's chance, until one of them is decided.
 *
 * @returns the numbers of the pairs drawn
 */
export function draw(problem: AssignmentProblem, chances: Chances, random: Random): number[] {
  const { needs, places, pairs } = problem;
  const chance = inParts(problem, chances);
  const judgeNode = (pair: number) => needs.length + pairs.judge[pair]!;
  const open: Set<number>[] = Array.from({ length: needs.length + places.length }, () => new Set());
  const settle = (pair: number) => {
    open[pairs.entry[pair]!]!.delete(pair);
    open[judgeNode(pair)]!.delete(pair);
  };
  const undecided = (pair: number) => chance[pair]! > 0 && chance[pair]! < ONE;
  chance.forEach((_, pair) => {
    open[pairs.entry[pair]!]!.add(pair);
    open[judgeNode(pair)]!.add(pair);
    if (!undecided(pair)) settle(pair);
  });
  const otherEnd = (pair: number, node: number) => (node < needs.length ? judgeNode(pair) : pairs.entry[pair]!);

  for (let start = 0; start < open.length; ) {
    if (open[start]!.size === 0) start++;
    else move(trail(start));
  }
  return Array.from(chance.keys()).filter((pair) => chance[pair] === ONE);

  /** A cycle of undecided pairs, or a path that can't go on at either end. */
  function trail(start: number): number[] {
    const walk = (from: number): { path: number[]; nodes: number[]; closes: boolean } => {
      const [path, nodes]: [number[], number[]] = [[], [from]];
      const at = new Map([[from, 0]]);
      for (let node = from; ; ) {
        const next = otherThan(open[node]!, path.at(-1));
        if (next === undefined) return { path, nodes, closes: false };
        path.push(next);
        node = otherEnd(next, node);
        const seen = at.get(node);
        if (seen !== undefined) return { path: path.slice(seen), nodes, closes: true };
        at.set(node, path.length);
        nodes.push(node);
      }
    };
    const out = walk(start);
    if (out.closes) return out.path;
    // The end of a walk that can't go on: from there the longest path goes the other way.
    const back = walk(out.nodes.at(-1)!);
    return back.path;
  }

  function move(path: readonly number[]): void {
    let [up, down] = [Infinity, Infinity];
    path.forEach((pair, n) => {
      const [room, left] = [ONE - chance[pair]!, chance[pair]!];
      up = Math.min(up, n % 2 === 0 ? room : left);
      down = Math.min(down, n % 2 === 0 ? left : room);
    });
    const by = random() < down / (up + down) ? up : -down;
    path.forEach((pair, n) => (chance[pair]! += n % 2 === 0 ? by : -by));
    for (const pair of path) if (!undecided(pair)) settle(pair);
  }
}

/** Chances in parts of one that add up exactly: to what each entry needs, and to no more than each judge takes. */
function inParts({ needs, places, pairs }: AssignmentProblem, chances: Chances): Float64Array {
  const parts = chances.map((chance) => Math.round(chance * ONE));
  const ofEntry = indicesBy(pairs.entry, needs.length);
  const ofJudge = indicesBy(pairs.judge, places.length);
  const left = Float64Array.from(places, (n) => n * ONE);
  const add = (pair: number, by: number) => {
    parts[pair]! += by;
    left[pairs.judge[pair]!]! -= by;
  };
  parts.forEach((part, pair) => (left[pairs.judge[pair]!]! -= part));
  ofEntry.forEach((own, entry) => {
    const lacks = needs[entry]! * ONE - own.reduce((sum, pair) => sum + parts[pair]!, 0);
    const fits = own.find((pair) => parts[pair]! + lacks >= 0 && parts[pair]! + lacks <= ONE && (parts[pair]! > 0 || lacks > 0));
    if (fits !== undefined) add(fits, lacks);
  });
  left.forEach((spare, judge) => {
    if (spare >= 0) return;
    for (const pair of ofJudge[judge]!) {
      const other = ofEntry[pairs.entry[pair]!]!.find((one) => left[pairs.judge[one]!]! >= -spare && parts[one]! - spare <= ONE);
      if (parts[pair]! + spare < 0 || other === undefined) continue;
      add(pair, spare);
      add(other, -spare);
      return;
    }
  });
  return parts;
}

function otherThan(pairs: Iterable<number>, last: number | undefined): number | undefined {
  for (const pair of pairs) if (pair !== last) return pair;
  return undefined;
}
