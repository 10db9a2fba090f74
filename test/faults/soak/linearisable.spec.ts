import fc from 'fast-check';
import { linearisable, type Asked, type Model } from './linearisable.js';

type Call = { write: number } | 'read';
const register: Model<number, Call, number> = { initial: 0, step: (state, call) => (call === 'read' ? { state, result: state } : { state: call.write, result: call.write }) };
const write = (value: number, invoked: number, returned: number, known = true): Asked<Call, number> => ({ call: { write: value }, result: known ? value : undefined, invoked, returned: known ? returned : Infinity });
const read = (value: number, invoked: number, returned: number): Asked<Call, number> => ({ call: 'read', result: value, invoked, returned });

describe('the check of a history', () => {
  it.each<[string, Asked<Call, number>[], boolean]>([
    ['a read after a write sees it', [write(1, 0, 1), read(1, 2, 3)], true],
    ['a read after a write that sees what was before', [write(1, 0, 1), read(0, 2, 3)], false],
    ['a read beside a write sees either', [write(1, 0, 5), read(0, 1, 2), read(1, 3, 4)], true],
    ['two reads beside a write that see it and then not', [write(1, 0, 9), read(1, 1, 2), read(0, 3, 4)], false],
    ['a write of unknown outcome that shows late', [write(1, 0, 0, false), read(0, 2, 3), read(1, 4, 5)], true],
    ['a write of unknown outcome that shows and is gone', [write(1, 0, 0, false), read(1, 2, 3), read(0, 4, 5)], false],
    ['a value that nobody wrote', [write(1, 0, 1), read(2, 2, 3)], false],
  ])('%s', (_, history, holds) => expect(linearisable(history, register)).toBe(holds));

  it('finds every history lawful that was made by doing each call at one instant', () => {
    const instants = fc.array(fc.record({ value: fc.option(fc.nat(3)), before: fc.nat(4), after: fc.nat(4), known: fc.boolean() }), { maxLength: 10 });
    fc.assert(
      fc.property(instants, (calls) => {
        let state = 0;
        const history = calls.map(({ value, before, after, known }, n) => {
          if (value !== null) state = value;
          const [invoked, returned] = [n - before, n + after];
          return value === null ? read(state, invoked, returned) : write(value, invoked, returned, known);
        });
        expect(linearisable(history, register)).toBe(true);
      }),
    );
  });

  it('says what trying every order says', () => {
    const any = (rest: readonly Asked<Call, number>[], state: number): boolean =>
      rest.every(({ result }) => result === undefined) ||
      rest.some((one) => {
        const next = register.step(state, one.call);
        return rest.every(({ returned }) => returned >= one.invoked) && (one.result === undefined || one.result === next.result) && any(rest.filter((other) => other !== one), next.state);
      });
    const call = fc.record({ value: fc.nat(2), reads: fc.boolean(), at: fc.nat(6), takes: fc.nat(4), known: fc.boolean() });
    fc.assert(
      fc.property(fc.array(call, { maxLength: 6 }), (calls) => {
        const history = calls.map(({ value, reads, at, takes, known }) => (reads ? read(value, at, at + takes) : write(value, at, at + takes, known)));
        expect(linearisable(history, register)).toBe(any(history, 0));
      }),
      { numRuns: 2000 },
    );
  });

  it('comes to an end where many calls are of unknown outcome, whether it holds or not', () => {
    const unknown = Array.from({ length: 60 }, (_, n) => write(n + 1, 0, 0, false));
    const reads = Array.from({ length: 60 }, (_, n) => read(60 - n, 2 * n + 1, 2 * n + 2));
    expect(linearisable([...unknown, ...reads], register)).toBe(true);
    expect(linearisable([...unknown, ...reads, read(60, 1000, 1001)], register)).toBe(false);
  });
});
