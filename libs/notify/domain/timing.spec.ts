import { isWorkday } from '#kernel';
import fc from 'fast-check';
import { HABITS, timingOf, type Habits } from './timing.js';
import type { Mailing } from './notice.js';

const timeZone = 'Asia/Shanghai';
const at = (local: string) => new Date(`${local}:00+08:00`);
const timing = (now: string, more: { mailing?: Mailing; alone?: boolean; habits?: Partial<Habits> } = {}) =>
  timingOf({ mailing: more.mailing ?? 'now', alone: more.alone ?? false, habits: { ...HABITS, ...more.habits }, now: at(now), timeZone, worked: isWorkday });

const NIGHT = { quiet: { from: '22:00', to: '07:30' } };

describe('when a mail goes out', () => {
  it.each([
    ['at once', '2025-03-03T10:00', {}, '2025-03-03T10:00', false],
    ['outside of quiet hours', '2025-03-03T21:59', { habits: NIGHT }, '2025-03-03T21:59', false],
    ['at the end of quiet hours, begun today', '2025-03-03T22:00', { habits: NIGHT }, '2025-03-04T07:30', false],
    ['at the end of quiet hours, begun yesterday', '2025-03-03T03:00', { habits: NIGHT }, '2025-03-03T07:30', false],
    ['at the end of a quiet noon', '2025-03-03T12:30', { habits: { quiet: { from: '12:00', to: '14:00' } } }, '2025-03-03T14:00', false],
    ['at the next gathering', '2025-03-03T10:00', { mailing: 'daily' }, '2025-03-04T08:30', true],
    ['at today’s gathering', '2025-03-03T08:00', { mailing: 'daily' }, '2025-03-03T08:30', true],
    ['on the next working day', '2025-03-08T10:00', { habits: { workdaysOnly: true } }, '2025-03-10T08:30', true],
    // 1 to 8 October 2025 are off; the gathering of 30 September 10:00 would be on the 1st.
    ['after a holiday', '2025-09-30T10:00', { mailing: 'daily', habits: { workdaysOnly: true } }, '2025-10-09T08:30', true],
    // 28 September 2025 is a Sunday that is worked.
    ['on a Sunday that is worked', '2025-09-28T10:00', { habits: { workdaysOnly: true } }, '2025-09-28T10:00', false],
    ['at once where it must reach its reader', '2025-03-03T23:00', { alone: true, mailing: 'never', habits: { ...NIGHT, workdaysOnly: true } }, '2025-03-03T23:00', false],
  ] as const)('%s', (_, now, more, expected, gathered) => {
    expect(timing(now, more as Parameters<typeof timing>[1])).toEqual({ at: at(expected), gathered });
  });

  it('does not where its reader wants none', () => expect(timing('2025-03-03T10:00', { mailing: 'never' })).toBe('off'));

  it('never goes back in time, and never into quiet hours or a day off', () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
    const habits = fc.record({ quiet: fc.option(fc.record({ from: time, to: time }), { nil: null }), gatheredAt: time, workdaysOnly: fc.boolean() });
    fc.assert(
      fc.property(fc.date({ min: at('2025-01-01T00:00'), max: at('2026-11-01T00:00'), noInvalidDate: true }), fc.constantFrom<Mailing>('now', 'daily'), habits, (now, mailing, wanted) => {
        const found = timingOf({ mailing, alone: false, habits: wanted, now, timeZone, worked: isWorkday });
        if (found === 'off') throw new Error('It was wanted');
        expect(found.at.getTime()).toBeGreaterThanOrEqual(now.getTime());
        // A gathering that someone put into his own quiet hours is his wish.
        if (mailing === 'now' && wanted.quiet !== null && !found.gathered) expect(timingOf({ mailing, alone: false, habits: { ...wanted, workdaysOnly: false }, now: found.at, timeZone, worked: isWorkday })).toEqual({ at: found.at, gathered: false });
      }),
    );
  });
});
