import type { AssignmentProblem } from '../assignment/problem.js';
import { costOf } from '../assignment/outcome.js';
import { minimise, type Row } from '../linear/linear-program.js';

/** Reviews of one kind: how many each entry needs of them, and who can write them. */
export interface ReviewKind {
  readonly name: string;
  readonly needs: readonly number[];
  readonly judges: readonly number[];
}

/** An assignment with a shape that no flow has. What is absent asks nothing. */
export interface ShapedProblem extends AssignmentProblem {
  /** Several reviews of several kinds, in place of `needs`; nobody writes two of one entry. */
  readonly kinds?: readonly ReviewKind[];
  /** Of each entry: the fields each of which at least one of its judges must know. */
  readonly asked?: readonly (readonly string[])[];
  /** Of each judge: the fields he knows. */
  readonly fields?: readonly (readonly string[])[];
  /** Of each judge: whom he works for. At most one judge of an organisation judges an entry. */
  readonly organisations?: readonly (string | undefined)[];
  /** Pairs, by number, that must be. */
  readonly pinned?: readonly number[];
  /** Pairs, by number, that must not be. */
  readonly forbidden?: readonly number[];
}

/** What can't be had, and of whom. */
export type Lack =
  | { readonly what: 'reviews'; readonly entry: number; readonly kind: string; readonly count: number }
  | { readonly what: 'field'; readonly entry: number; readonly field: string }
  | { readonly what: 'load'; readonly judge: number; readonly count: number };

export interface ShapedAssignment {
  readonly chosen: readonly { readonly pair: number; readonly kind: string }[];
  readonly cost: number;
  /** No assignment that lacks as little costs less. */
  readonly bound: number;
  readonly proven: boolean;
  /** Empty where all that was asked is had. */
  readonly lacks: readonly Lack[];
}

/** The problem asks what contradicts itself. */
export class ShapeRefused extends Error {
  constructor(
    readonly why: 'pinned-and-forbidden' | 'more-pins-than-places' | 'more-pins-than-needs' | 'pins-of-one-organisation',
    readonly at: { readonly entry?: number; readonly judge?: number },
  ) {
    super(`${why} at ${JSON.stringify(at)}: take back a pin, or allow more`);
  }
}

const ONE_KIND = 'review';

/**
 * The cheapest assignment of a shape: a mixed programme, solved by HiGHS. Where not everything can be had, first as
 * little as possible is lacking, and what is lacking is told. Within `seconds` it is proven the best, or bounded.
 *
 * @throws ShapeRefused
 */
export async function assignShaped(problem: ShapedProblem, seconds: number): Promise<ShapedAssignment> {
  refuseContradictions(problem);
  const { needs, places, least, loads, balanceCost, pairs, asked = [], fields = [], organisations = [], pinned = [], forbidden = [] } = problem;
  const kinds = problem.kinds ?? [{ name: ONE_KIND, needs, judges: [...places.keys()] }];
  const [mustBe, mustNot] = [new Set(pinned), new Set(forbidden)];
  const variables: { cost: number; most: number; whole: boolean }[] = [];
  const rows: Row[] = [];
  const add = (cost: number, most: number, whole: boolean) => variables.push({ cost, most, whole }) - 1;

  const chosen: { variable: number; pair: number; kind: number }[] = [];
  const able = kinds.map(({ judges }) => new Set(judges));
  for (let pair = 0; pair < pairs.entry.length; pair++) {
    if (mustNot.has(pair)) continue;
    const own = kinds.flatMap((_, kind) => (able[kind]!.has(pairs.judge[pair]!) ? [{ variable: add(pairs.cost[pair]!, 1, true), pair, kind }] : []));
    chosen.push(...own);
    if (mustBe.has(pair)) rows.push({ low: 1, high: 1, terms: own.map(({ variable }) => [variable, 1]) });
    else if (own.length > 1) rows.push({ low: 0, high: 1, terms: own.map(({ variable }) => [variable, 1]) });
  }
  const ofEntry = grouped(chosen, ({ pair }) => pairs.entry[pair]!, needs.length);
  const ofJudge = grouped(chosen, ({ pair }) => pairs.judge[pair]!, places.length);
  const sum = (list: readonly { variable: number }[]) => list.map(({ variable }) => [variable, 1] as const);

  // What may be lacking costs more than whatever it could save.
  const dearest = pairs.cost.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0);
  const lack = 1 + 2 * (dearest + balanceCost * (1 + places.reduce((most, n, judge) => Math.max(most, n + (loads?.[judge] ?? 0)), 0))) * Math.max(1, ...needs);
  const lacking: { variable: number; lack: Lack }[] = [];
  const mayLack = (most: number, of: Lack) => {
    const variable = add(lack, most, false);
    lacking.push({ variable, lack: of });
    return [variable, 1] as const;
  };
  ofEntry.forEach((own, entry) => {
    kinds.forEach(({ name, needs: wanted }, kind) => {
      const count = wanted[entry] ?? 0;
      if (count > 0 || own.length > 0) rows.push({ low: count, high: count, terms: [...sum(own.filter((one) => one.kind === kind)), ...(count > 0 ? [mayLack(count, { what: 'reviews', entry, kind: name, count })] : [])] });
    });
    for (const field of asked[entry] ?? []) rows.push({ low: 1, high: Infinity, terms: [...sum(own.filter(({ pair }) => fields[pairs.judge[pair]!]?.includes(field))), mayLack(1, { what: 'field', entry, field })] });
    for (const colleagues of colleaguesAmong(own, ({ pair }) => organisations[pairs.judge[pair]!])) rows.push({ low: 0, high: 1, terms: sum(colleagues) });
  });
  ofJudge.forEach((own, judge) => {
    const steps = Array.from({ length: places[judge]! }, (_, k) => [add(balanceCost * ((loads?.[judge] ?? 0) + k), 1, false), -1] as const);
    rows.push({ low: 0, high: 0, terms: [...sum(own), ...steps] });
    const count = least?.[judge] ?? 0;
    if (count > 0) rows.push({ low: count, high: Infinity, terms: [...sum(own), mayLack(count, { what: 'load', judge, count })] });
  });

  const found = await minimise({ costs: variables.map(({ cost }) => cost), most: variables.map(({ most }) => most), whole: variables.map(({ whole }) => whole), rows }, seconds);
  const { values } = found;
  if (!values) return { chosen: [], cost: 0, bound: 0, proven: false, lacks: needs.flatMap((count, entry) => (count > 0 ? [{ what: 'reviews', entry, kind: ONE_KIND, count } as const] : [])) };
  const taken = chosen.filter(({ variable }) => values[variable]! > 0.5);
  const lacks = lacking.flatMap(({ variable, lack: one }) => (values[variable]! < 0.5 ? [] : [one.what === 'field' ? one : { ...one, count: Math.round(values[variable]!) }]));
  const missing = lacks.reduce((all, one) => all + (one.what === 'field' ? 1 : one.count), 0);
  const cost = costOf(problem, taken.map(({ pair }) => pair));
  return { chosen: taken.map(({ pair, kind }) => ({ pair, kind: kinds[kind]!.name })), cost, bound: Math.min(cost, Math.ceil(found.bound - missing * lack - 1e-6) + 0), proven: found.proven, lacks };
}

function refuseContradictions({ needs, places, kinds, pairs, organisations = [], pinned = [], forbidden = [] }: ShapedProblem): void {
  const mustNot = new Set(forbidden);
  const wanted = needs.map((n, entry) => (kinds ? kinds.reduce((sum, kind) => sum + (kind.needs[entry] ?? 0), 0) : n));
  const [ofEntry, ofJudge, houses] = [new Map<number, number>(), new Map<number, number>(), new Set<string>()];
  for (const pair of pinned) {
    const [entry, judge] = [pairs.entry[pair]!, pairs.judge[pair]!];
    ofEntry.set(entry, (ofEntry.get(entry) ?? 0) + 1);
    ofJudge.set(judge, (ofJudge.get(judge) ?? 0) + 1);
    const house = `${entry} ${organisations[judge]}`;
    if (mustNot.has(pair)) throw new ShapeRefused('pinned-and-forbidden', { entry, judge });
    if (ofEntry.get(entry)! > wanted[entry]!) throw new ShapeRefused('more-pins-than-needs', { entry });
    if (ofJudge.get(judge)! > places[judge]!) throw new ShapeRefused('more-pins-than-places', { judge });
    if (organisations[judge] !== undefined && houses.has(house)) throw new ShapeRefused('pins-of-one-organisation', { entry, judge });
    houses.add(house);
  }
}

function grouped<T>(list: readonly T[], by: (one: T) => number, size: number): T[][] {
  const groups: T[][] = Array.from({ length: size }, () => []);
  for (const one of list) groups[by(one)]!.push(one);
  return groups;
}

/** Those of one organisation, where there are several. */
function colleaguesAmong<T>(list: readonly T[], organisationOf: (one: T) => string | undefined): T[][] {
  const groups = Map.groupBy(list, organisationOf);
  groups.delete(undefined);
  return [...groups.values()].filter((group) => group.length > 1);
}
