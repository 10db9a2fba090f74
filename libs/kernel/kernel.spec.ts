import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { chained, drawMachine, endOfLocalDay, evaluate, eventType, fen, filledIn, gaps, GENESIS, isCreditCode, isRefusal, lastDayOf, localDay, merkleRoot, quarterOf, quartersAfter, refuse, refusalType, refusalWords, ruleInForce, stateMachine, sumFen, workingDaysFrom, yuan, type RuleSet } from './index.js';

describe('money', () => {
  it('is whole fen and nothing else', () => {
    expect(sumFen([fen(1), yuan(3)])).toBe(301);
    expect(() => fen(0.5)).toThrow(RangeError);
    expect(() => fen(2n ** 60n)).toThrow(RangeError);
  });
});

describe('a text with places', () => {
  it('is filled in with what is given, and with nothing else', () => expect(filledIn('{name} {none} {constructor} {__proto__}', { name: '甲', none: null })).toBe('甲 {none} {constructor} {__proto__}'));
});

describe('credit code', () => {
  it('has its check character right, as the standard’s own example and published codes of public companies do', () => {
    for (const code of ['91350100M000100Y43', '91440300708461136T', '914403001922038216', '91110000802100433B', '91330100799655058B']) expect([code, isCreditCode(code)]).toEqual([code, true]);
  });

  it('is refused with any one character changed', () => {
    const code = '91350100M000100Y43';
    for (let at = 0; at < code.length; at++) for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXYIOSVZ') if (other !== code[at]) expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
    expect(isCreditCode(code.toLowerCase())).toBe(false);
  });
});

describe('working days', () => {
  // The State Council's notices: in 2025 the National Day holiday runs from 1 to 8 October, and 28 September and 11 October are worked.
  it.each([
    ['2025-04-11', 5, false, '2025-04-18'],
    ['2025-04-11', 5, true, '2025-04-17'],
    ['2025-09-26', 5, false, '2025-10-10'],
    ['2026-02-12', 3, false, '2026-02-24'],
  ])('from %s, %i days (first counts: %s), ends on %s', (start, days, first, end) => {
    expect(workingDaysFrom(start, days, { firstDayCounts: first }).endsOn).toBe(end);
  });

  it('says that a year without a published notice is provisional', () => {
    expect(workingDaysFrom('2026-12-28', 2).provisional).toBe(false);
    expect(workingDaysFrom('2026-12-30', 5).provisional).toBe(true);
  });

  it('knows a day by its time zone, and its end', () => {
    expect(localDay(new Date('2025-03-31T16:30:00Z'), 'Asia/Shanghai')).toBe('2025-04-01');
    expect(endOfLocalDay('2025-04-01', 'Asia/Shanghai').toISOString()).toBe('2025-04-01T16:00:00.000Z');
    // The clocks go forward in Berlin on this day: it is an hour short.
    expect(endOfLocalDay('2025-03-30', 'Europe/Berlin').toISOString()).toBe('2025-03-30T22:00:00.000Z');
  });
});

describe('quarters', () => {
  it('follow each other over the years', () => {
    expect(quarterOf('2025-11-30')).toBe('2025-Q4');
    expect(quartersAfter('2025-Q4', 1)).toBe('2026-Q1');
    expect(quartersAfter('2025-Q1', -4)).toBe('2024-Q1');
    expect(lastDayOf('2024-Q1')).toBe('2024-03-31');
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: -50, max: 50 }), (year, q, n) => quartersAfter(quartersAfter(`${year}-Q${q}`, n), -n) === `${year}-Q${q}`));
  });
});

describe('state machine', () => {
  const opened = eventType<{ by: string }>('door:opened', 'When the door is opened.');
  const locked = refusalType('door:locked', 'conflict', '门锁着。', 'The door is locked.');
  const isUnlocked = ({ key }: { key: boolean }) => (key ? null : refuse(locked));
  const door = stateMachine({
    name: 'door',
    initial: 'shut',
    states: { shut: 'nobody gets in', open: 'anyone gets in' },
    transitions: { open: { from: ['shut'], to: 'open', guards: [isUnlocked] } },
  });

  it('takes a transition, is stopped by a guard, and says from where else', () => {
    expect(door.take('open', 'shut', { key: true }, [opened({ by: 'me' })])).toEqual({ to: 'open', events: [{ event: 'door:opened', payload: { by: 'me' } }] });
    expect(door.take('open', 'shut', { key: false }, [])).toMatchObject({ type: locked });
    const wrong = door.take('open', 'open', { key: true }, []);
    expect(isRefusal(wrong) && refusalWords(wrong, 'en')).toBe('This door is "open" and cannot "open" now; that is possible from: shut.');
    expect(door.next('shut')).toEqual(['open']);
  });

  it('draws itself with its guards', () => {
    expect(drawMachine(door)).toContain('shut --> open: open [isUnlocked]');
  });

  it('refuses a table that names what is not there', () => {
    expect(() => stateMachine({ name: 'x', initial: 'a', states: { a: '' }, transitions: { go: { from: ['a'], to: 'b' as 'a' } } })).toThrow('unknown state');
    expect(() => stateMachine({ name: 'x', initial: 'a', states: { a: '', b: '' }, transitions: {} })).toThrow('no transition reaches "b"');
    expect(() => stateMachine({ name: 'x', initial: 'a', states: { a: '', b: '' }, transitions: { paint: { from: ['a', 'b'] } } })).toThrow('no transition reaches "b"');
  });

  it('stays in its state by a transition that leads nowhere else', () => {
    const lamp = stateMachine({ name: 'lamp', initial: 'off', states: { off: '', on: '', broken: '' }, transitions: { light: { from: ['off'], to: 'on' }, break: { from: ['on'], to: 'broken' }, paint: { from: ['off', 'on'] } } });
    expect([lamp.take('paint', 'off', {}, []), lamp.take('paint', 'on', {}, [])]).toEqual([{ to: 'off', events: [] }, { to: 'on', events: [] }]);
    expect(lamp.take('paint', 'broken', {}, [])).toMatchObject({ type: { code: 'state:not-allowed' }, facts: { from: 'off, on' } });
    expect(drawMachine(lamp)).toContain('  on --> on: paint');
  });
});

describe('rules', () => {
  const rule = (version: string, inForceFrom: string, more: Partial<RuleSet> = {}): RuleSet => ({
    ...{ key: 'k', version, inForceFrom, source: 's', certainty: 'example' as const },
    root: {
      zh: '至少一项',
      en: 'at least one',
      atLeast: 1,
      of: [
        { metric: 'revenue', comparison: 'above', threshold: 100, zh: '收入', en: 'revenue' },
        { metric: 'listed', comparison: 'is', threshold: true, zh: '上市', en: 'listed' },
      ],
    },
    ...more,
  });

  it.each([
    [{ revenue: 101, listed: false }, 'pass'],
    [{ revenue: 100, listed: false }, 'fail'],
    [{ revenue: 99, listed: true }, 'pass'],
    [{ revenue: 99 }, 'unknown'],
    [{}, 'unknown'],
  ])('judge %j: %s', (facts, verdict) => {
    expect(evaluate(rule('1', '2020-01-01'), facts).verdict).toBe(verdict);
  });

  it('tell how far each clause is from passing', () => {
    expect(gaps(evaluate(rule('1', '2020-01-01'), { revenue: 60, listed: false }).root).map(({ clause, gap }) => [clause.metric, gap])).toEqual([['revenue', 40], ['listed', undefined]]);
  });

  it('hold between their dates, and by the kind of application', () => {
    const sets = [rule('1', '2020-01-01', { inForceTo: '2024-01-01' }), rule('2', '2024-01-01'), rule('2r', '2024-01-01', { appliesTo: ['re-review'] })];
    expect(ruleInForce(sets, 'k', '2023-12-31')?.version).toBe('1');
    expect(ruleInForce(sets, 'k', '2024-01-01')?.version).toBe('2');
    expect(ruleInForce(sets, 'k', '2024-01-01', 're-review')?.version).toBe('2r');
    expect(ruleInForce(sets, 'k', '2019-12-31')).toBeUndefined();
  });
});

describe('hash chain', () => {
  it('does not depend on the order of keys, but on everything else', () => {
    expect(chained(GENESIS, { a: 1, b: [2] })).toBe(chained(GENESIS, { b: [2], a: 1 }));
    expect(chained(GENESIS, { a: 1 })).not.toBe(chained(chained(GENESIS, { a: 1 }), { a: 1 }));
  });

  it('makes the Merkle root a second computation makes', () => {
    const h = (text: string) => createHash('sha256').update(text).digest('hex');
    const [a, b, c] = [h('leaf\na'), h('leaf\nb'), h('leaf\nc')];
    expect(merkleRoot(['a', 'b', 'c'])).toBe(h(`node\n${h(`node\n${a}\n${b}`)}\n${c}`));
    expect(merkleRoot([])).toBe(GENESIS);
  });
});
