import type { Candidates } from './candidates.js';

/** The cheapest judges of one entry after another. */
export class Choice {
  /** Cheapest first: what each costs with his price, who he is, and which candidate. */
  readonly total: Float64Array;
  readonly judges: Int32Array;
  readonly at: Int32Array;

  constructor(
    needs: readonly number[],
    private readonly most: number,
  ) {
    const size = Math.ceil(needs.reduce((max, n) => Math.max(max, n), 0) / most);
    this.total = new Float64Array(size);
    this.judges = new Int32Array(size);
    this.at = new Int32Array(size);
  }

  /**
   * Finds as many as `need` asks for; of equally cheap ones those that `entry` had, then those with the least load, so
   * that equal costs spread by themselves. Returns how many there are.
   */
  cheapest({ from, judge: judgeOf, cost }: Candidates, prices: Float64Array, load: Int32Array, entry: number, need: number, had?: Uint8Array): number {
    const { total, judges, at } = this;
    const wanted = Math.ceil(need / this.most);
    if (wanted === 0) return 0;
    let count = 0;
    const end = from[entry + 1]!;
    for (let pair = from[entry]!; pair < end; pair++) {
      const judge = judgeOf[pair]!;
      const sum = cost[pair]! + prices[judge]!;
      if (count === wanted && sum > total[count - 1]!) continue;
      if (count === wanted && !this.before(sum, pair, judge, count - 1, load, had)) continue;
      let place = count < wanted ? count++ : count - 1;
      for (; place > 0 && this.before(sum, pair, judge, place - 1, load, had); place--) {
        total[place] = total[place - 1]!;
        judges[place] = judges[place - 1]!;
        at[place] = at[place - 1]!;
      }
      total[place] = sum;
      judges[place] = judge;
      at[place] = pair;
    }
    return count;
  }

  private before(sum: number, pair: number, judge: number, place: number, load: Int32Array, had: Uint8Array | undefined): boolean {
    if (sum !== this.total[place]!) return sum < this.total[place]!;
    if (had && had[pair] !== had[this.at[place]!]) return had[pair] === 1;
    return load[judge]! < load[this.judges[place]!]!;
  }
}
