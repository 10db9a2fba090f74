import type { AssignmentProblem } from './problem.js';

/** Where a file breaks its format, from line 1. */
export interface FileMistake {
  readonly line: number;
  readonly mistake: string;
}

const NEWLINE = 10;
const RETURN = 13;
const BLANK = 32;
const TAB = 9;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
/** Beyond, figures could not be told apart from their sums. */
const GREATEST = 2 ** 31 - 1;

/**
 * Reads an instance: first line `entries judges reviews_per_entry max_per_judge balance_cost`, then a line
 * `entry judge cost` for each allowed pair; whole numbers, entries and judges from 0. Empty lines don't count.
 */
export function readInstance(bytes: Uint8Array): AssignmentProblem | FileMistake {
  const lines = new Lines(bytes);
  const head = lines.next(5);
  if (!Array.isArray(head)) return head ?? { line: 1, mistake: 'the file is empty' };
  const [entries, judges, reviews, most, balanceCost] = head as [number, number, number, number, number];
  const negative = ['entries', 'judges', 'reviews_per_entry', 'max_per_judge', 'balance_cost'].find((_, n) => head[n]! < 0);
  if (negative) return { line: lines.line, mistake: `${negative} is below 0` };
  if (entries > bytes.length || judges > bytes.length) return { line: lines.line, mistake: 'there are more entries or judges than the file has pairs for' };

  const room = lines.left();
  const [entry, judge, cost] = [new Int32Array(room), new Int32Array(room), new Float64Array(room)];
  let size = 0;
  let ordered = true;
  for (;;) {
    const pair = lines.next(3);
    if (pair === undefined) break;
    if (!Array.isArray(pair)) return pair;
    const [e, j, c] = pair as [number, number, number];
    if (e < 0 || e >= entries) return { line: lines.line, mistake: `entry ${e} is not one of 0 to ${entries - 1}` };
    if (j < 0 || j >= judges) return { line: lines.line, mistake: `judge ${j} is not one of 0 to ${judges - 1}` };
    if (size > 0 && (e < entry[size - 1]! || (e === entry[size - 1] && j <= judge[size - 1]!))) ordered = false;
    [entry[size], judge[size], cost[size]] = [e, j, c];
    size++;
  }
  const pairs = { entry: entry.subarray(0, size), judge: judge.subarray(0, size), cost: cost.subarray(0, size) };
  const twice = ordered ? undefined : repeated(pairs, judges);
  if (twice !== undefined) return { line: lineOf(bytes, twice), mistake: `entry ${entry[twice]} and judge ${judge[twice]} were paired before` };
  return { needs: new Array<number>(entries).fill(reviews), places: new Array<number>(judges).fill(most), balanceCost, pairs };
}

/** Reads pairs, one `entry judge` a line, as numbers of the problem's pairs. */
export function readPairs(bytes: Uint8Array, { needs, places, pairs }: AssignmentProblem): number[] | FileMistake {
  const known = new Map<number, number>();
  const chosen: number[] = [];
  const seen = new Set<number>();
  for (let pair = 0; pair < pairs.entry.length; pair++) known.set(pairs.entry[pair]! * places.length + pairs.judge[pair]!, pair);
  const lines = new Lines(bytes);
  for (;;) {
    const line = lines.next(2);
    if (line === undefined) return chosen;
    if (!Array.isArray(line)) return line;
    const [entry, judge] = line as [number, number];
    const pair = entry < needs.length && judge >= 0 && judge < places.length ? known.get(entry * places.length + judge) : undefined;
    if (pair === undefined) return { line: lines.line, mistake: `entry ${entry} and judge ${judge} are not an allowed pair` };
    if (seen.has(pair)) return { line: lines.line, mistake: `entry ${entry} and judge ${judge} were paired before` };
    seen.add(pair);
    chosen.push(pair);
  }
}

/** Lines of whole numbers. Written on bytes: a file of ten million lines is read in about a second. */
class Lines {
  line = 0;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** At most so many lines are left. */
  left(): number {
    let count = 1;
    for (let at = this.at; at < this.bytes.length; at++) if (this.bytes[at] === NEWLINE) count++;
    return count;
  }

  /** The `count` numbers of the next line; undefined at the end. */
  next(count: number): number[] | FileMistake | undefined {
    const { bytes } = this;
    const numbers: number[] = [];
    while (this.at < bytes.length) {
      this.line++;
      let wrong = false;
      for (; this.at < bytes.length && bytes[this.at] !== NEWLINE; ) {
        const sign = bytes[this.at]!;
        if (sign === BLANK || sign === RETURN || sign === TAB) this.at++;
        else {
          const number = this.number();
          if (number === undefined) wrong = true;
          else numbers.push(number);
          if (wrong || numbers.length > count) break;
        }
      }
      if (wrong || numbers.length > count || (numbers.length > 0 && numbers.length < count)) return { line: this.line, mistake: `not ${count} whole numbers` };
      this.at++;
      if (numbers.length === count) return numbers;
    }
    return undefined;
  }

  private number(): number | undefined {
    const { bytes } = this;
    const negative = bytes[this.at] === MINUS;
    if (negative) this.at++;
    let [value, digits] = [0, 0];
    for (; bytes[this.at]! >= ZERO && bytes[this.at]! <= NINE; this.at++, digits++) value = value * 10 + bytes[this.at]! - ZERO;
    const after = bytes[this.at];
    const ends = after === undefined || after === NEWLINE || after === BLANK || after === RETURN || after === TAB;
    if (digits === 0 || !ends || value > GREATEST) return undefined;
    return negative ? -value : value;
  }
}

/** The first pair that is there for the second time. */
function repeated({ entry, judge }: AssignmentProblem['pairs'], judges: number): number | undefined {
  const seen = new Set<number>();
  for (let pair = 0; pair < entry.length; pair++) {
    const key = entry[pair]! * judges + judge[pair]!;
    if (seen.has(key)) return pair;
    seen.add(key);
  }
  return undefined;
}

/** The line of a pair, found by reading again. */
function lineOf(bytes: Uint8Array, pair: number): number {
  const lines = new Lines(bytes);
  for (let n = -1; n <= pair; n++) lines.next(n < 0 ? 5 : 3);
  return lines.line;
}
