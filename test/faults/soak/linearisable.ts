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

/** Which calls with an answer are done: all before `from`, and those at `ahead`. */
interface Front {
  readonly from: number;
  readonly ahead: readonly number[];
}

/**
 * Whether some order of the calls, each at one instant between its asking and its answer, gives every answer that was
 * given (Wing and Gong, 1993, with the memo of Lowe, 2017). A call of unknown outcome may have happened at any later time, or
 * never. Looked at first is what has the most answers behind it, and among those what took the fewest of unknown outcome; what
 * was reached with some of these is not looked at with more, from which nothing else could follow.
 */
export function linearisable<S, C, R>(asked: readonly Asked<C, R>[], model: Model<S, C, R>): boolean {
  const sorted = asked.toSorted((a, b) => a.invoked - b.invoked);
  const told = sorted.flatMap((one) => (one.result === undefined ? [] : [{ ...one, answer: JSON.stringify(one.result) }]));
  const unknown = sorted.filter(({ result }) => result === undefined).map((one, n) => ({ ...one, bit: 1n << BigInt(n) }));
  const seen = new Map<string, bigint[]>();
  /** What is still to be looked at, by the number of answers behind it. */
  const waiting: { front: Front; state: S; used: bigint }[][] = Array.from({ length: told.length + 1 }, () => []);
  const reach = (front: Front, state: S, used: bigint) => {
    const memo = `${front.from} ${front.ahead.join(' ')} ${JSON.stringify(state)}`;
    const known = seen.get(memo) ?? [];
    if (known.some((fewer) => (fewer & used) === fewer)) return;
    seen.set(memo, [...known, used]);
    waiting[front.from + front.ahead.length]!.push({ front, state, used });
  };
  reach({ from: 0, ahead: [] }, model.initial, 0n);
  for (let done = 0; done >= 0; ) {
    if (done === told.length) return true;
    const at = waiting[done]!.shift();
    if (!at) {
      done--;
      continue;
    }
    const { front, state, used } = at;
    let firstAnswer = Infinity;
    for (let n = front.from; n < told.length && told[n]!.invoked <= firstAnswer; n++) {
      if (front.ahead.includes(n)) continue;
      firstAnswer = Math.min(firstAnswer, told[n]!.returned);
      const { state: then, result } = model.step(state, told[n]!.call);
      if (JSON.stringify(result) === told[n]!.answer) reach(after(front, n), then, used);
    }
    for (const { call, invoked, bit } of unknown) if (invoked <= firstAnswer && (used & bit) === 0n) reach(front, model.step(state, call).state, used | bit);
    if (waiting[done + 1]!.length > 0) done++;
  }
  return false;
}

function after({ from, ahead }: Front, n: number): Front {
  const done = [...ahead, n].sort((a, b) => a - b);
  while (done[0] === from) {
    done.shift();
    from++;
  }
  return { from, ahead: done };
}
