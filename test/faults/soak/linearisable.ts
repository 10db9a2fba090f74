/** Something a client asked for. `result` is undefined where it never learned the outcome; then `returned` is Infinity. */
export interface Asked<C, R> {
  readonly call: C;
  readonly result: R | undefined;
  readonly invoked: number;
  readonly returned: number;
}

/** One thing as it should behave when calls come one after the other. */
export interface Model<S, C, R> {
  readonly initial: S;
  step(state: S, call: C): { state: S; result: R };
}

/**
 * Whether some order of the calls, each at one instant between its asking and its answer, gives every answer that was
 * given (Wing and Gong, 1993, with the memo of Lowe, 2017). A call of unknown outcome may have happened at any later time, or never.
 */
export function linearisable<S, C, R>(asked: readonly Asked<C, R>[], model: Model<S, C, R>): boolean {
  const told = asked.map((one, n) => (one.result === undefined ? 0n : 1n << BigInt(n))).reduce((a, b) => a | b, 0n);
  const seen = new Set<string>();
  const stack = [{ done: 0n, state: model.initial }];
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { done, state } = at;
    if ((done & told) === told) return true;
    const memo = `${done.toString(36)} ${JSON.stringify(state)}`;
    if (seen.has(memo)) continue;
    seen.add(memo);
    const open = asked.map((one, n) => ({ one, bit: 1n << BigInt(n) })).filter(({ bit }) => (done & bit) === 0n);
    const firstAnswer = Math.min(...open.map(({ one }) => one.returned));
    for (const { one, bit } of open) {
      if (one.invoked > firstAnswer) continue;
      const next = model.step(state, one.call);
      if (one.result === undefined || JSON.stringify(next.result) === JSON.stringify(one.result)) stack.push({ done: done | bit, state: next.state });
    }
  }
  return false;
}
