import fc from 'fast-check';
import { balancedOrders, behindAll, inOrder, nextInQueue, type Queued } from './judge-queue.js';

/** A judge's round as the commands change it. */
interface Work {
  readonly queue: readonly Queued[];
  readonly open: boolean;
  /** Marks that were handed in; those of a pulled sheet are not the judge's any more. */
  readonly marks: readonly string[];
}

const SHEETS = ['a', 'b', 'c', 'd'];
const change = (work: Work, sheet: string, to: Partial<Queued>): Work => ({ ...work, queue: work.queue.map((one) => (one.sheet === sheet ? { ...one, ...to } : one)) });

/** Every step that a judge, or the office beside him, can take. */
function steps(work: Work): Work[] {
  if (!work.open) return [];
  const undone = work.queue.filter(({ done }) => !done);
  return [
    ...undone.flatMap(({ sheet }) => [
      { ...change(work, sheet, { done: true, later: false }), marks: [...work.marks, sheet].sort() },
      change(work, sheet, { position: behindAll(work.queue) }),
      change(work, sheet, { later: true }),
      change(work, sheet, { later: false }),
      // Pulled: a conflict, or he drops out of this one.
      { ...work, queue: work.queue.filter((one) => one.sheet !== sheet) },
    ]),
    // Reopened by the office: he has it again.
    ...work.queue.filter(({ done }) => done).map(({ sheet }) => ({ ...change(work, sheet, { done: false }), marks: work.marks.filter((one) => one !== sheet) })),
    { ...work, queue: work.queue.filter(({ done }) => done) },
    { ...work, open: false },
  ];
}

/** States are alike where the order of positions is, whatever the numbers. */
const keyOf = ({ queue, open, marks }: Work): string => JSON.stringify([inOrder(queue).map(({ sheet, later, done }) => [sheet, later, done]), open, marks]);

describe('a judge’s queue', () => {
  const begin: Work = { queue: SHEETS.map((sheet, position) => ({ sheet, position, later: false, done: false })), open: true, marks: [] };
  const seen = new Map<string, Work>([[keyOf(begin), begin]]);
  const waiting = [begin];
  for (let work = waiting.pop(); work; work = waiting.pop())
    for (const next of steps(work))
      if (!seen.has(keyOf(next))) {
        seen.set(keyOf(next), next);
        waiting.push(next);
      }

  it('is explored whole', () => expect(seen.size).toBeGreaterThan(5000));

  it('never locks a judge out: as long as a sheet is open there is a next one, and it is open', () => {
    for (const { queue } of seen.values()) {
      const next = nextInQueue(queue);
      expect(next === null).toBe(queue.every(({ done }) => done));
      if (next) expect(next.done).toBe(false);
    }
  });

  it('never loops: skipping what comes next meets every sheet in hand before any comes again, and only then those put aside', () => {
    for (const { queue } of seen.values()) {
      const inHand = queue.filter(({ done, later }) => !done && !later).map(({ sheet }) => sheet);
      let now = queue;
      const met: string[] = [];
      for (const _ of inHand) {
        const next = nextInQueue(now)!;
        met.push(next.sheet);
        now = now.map((one) => (one.sheet === next.sheet ? { ...one, position: behindAll(now) } : one));
      }
      expect([...met].sort()).toEqual([...inHand].sort());
      if (inHand.length === 0 && queue.some(({ done }) => !done)) expect(nextInQueue(queue)!.later).toBe(true);
    }
  });

  it('ends: doing what comes next does every sheet once', () => {
    for (const { queue } of seen.values()) {
      let now = queue;
      let count = 0;
      for (let next = nextInQueue(now); next; next = nextInQueue(now), count++) now = now.map((one) => (one.sheet === next!.sheet ? { ...one, done: true } : one));
      expect(count).toBe(queue.filter(({ done }) => !done).length);
    }
  });

  it('loses no mark: what is done stays done, whatever else happens', () => {
    for (const { queue, marks } of seen.values()) expect(queue.filter(({ done }) => done).map(({ sheet }) => sheet).sort()).toEqual(marks);
  });
});

describe('the orders in which judges meet entries', () => {
  it('are a Latin square where as many judges see as many entries: each comes once at each place', () => {
    for (let n = 1; n <= 12; n++) {
      const entries = Array.from({ length: n }, (_, e) => `e${e}`);
      const orders = [...balancedOrders(`round ${n}`, new Map(entries.map((_, j) => [`j${j}`, entries]))).values()];
      for (let place = 0; place < n; place++) expect(new Set(orders.map((order) => order[place])).size).toBe(n);
    }
  });

  it('hold each judge’s own entries, once each, and are the same whenever asked', () => {
    const lists = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 6 }), { maxKeys: 5 });
    fc.assert(
      fc.property(lists, fc.string(), (of, seed) => {
        const entriesOf = new Map(Object.entries(of));
        const orders = balancedOrders(seed, entriesOf);
        for (const [judge, entries] of entriesOf) expect([...orders.get(judge)!].sort()).toEqual([...entries].sort());
        expect(balancedOrders(seed, new Map([...entriesOf].reverse().map(([judge, entries]) => [judge, [...entries].reverse()])))).toEqual(orders);
      }),
    );
  });
});
