import type { AssignmentProblem } from '../assignment/problem.js';
import { indicesBy } from '../columns.js';
import { minimise, type Row } from '../linear/linear-program.js';

/**
 * The greatest worth that the worst entry can have, as a mixed programme: t is made the greatest, with every entry's
 * worth at least t. Worths are whole numbers, and so is the bound.
 *
 * @param start an assignment to begin from, whose worst entry has `worst`
 * @returns an assignment where a better one was found, and what none exceeds
 */
export async function bestWorst({ needs, places, least, pairs }: AssignmentProblem, worth: Float64Array, start: readonly number[], worst: number, seconds: number): Promise<{ chosen?: number[]; bound: number }> {
  const size = worth.length;
  const ofEntry = indicesBy(pairs.entry, needs.length);
  const ofJudge = indicesBy(pairs.judge, places.length);
  const rows: Row[] = [];
  ofEntry.forEach((own, entry) => {
    if (needs[entry] === 0) return;
    rows.push({ low: needs[entry]!, high: needs[entry]!, terms: own.map((pair) => [pair, 1] as const) });
    rows.push({ low: 0, high: Infinity, terms: [...own.filter((pair) => worth[pair]! > 0).map((pair) => [pair, worth[pair]!] as const), [size, -1]] });
  });
  ofJudge.forEach((own, judge) => rows.push({ low: least?.[judge] ?? 0, high: places[judge]!, terms: own.map((pair) => [pair, 1] as const) }));
  const most = worth.reduce((sum, one) => sum + one, 0);
  const program = { costs: [...new Array<number>(size).fill(0), -1], most: [...new Array<number>(size).fill(1), most], rows };
  const idle = { whole: new Array<boolean>(size + 1).fill(false) };
  const relaxed = await minimise({ ...program, ...idle }, seconds);
  const ceiling = Math.floor(-relaxed.bound + 1e-6);
  if (ceiling <= worst || !relaxed.proven) return { bound: relaxed.proven ? ceiling : Infinity };
  const values = new Float64Array(size + 1);
  for (const pair of start) values[pair] = 1;
  values[size] = worst;
  const exact = await minimise({ ...program, whole: [...new Array<boolean>(size).fill(true), false] }, seconds, values);
  const bound = Math.min(ceiling, Math.floor(-exact.bound + 1e-6));
  if (!exact.values || -exact.cost <= worst + 0.5) return { bound };
  return { bound, chosen: [...exact.values.keys()].filter((pair) => pair < size && exact.values![pair]! > 0.5) };
}
