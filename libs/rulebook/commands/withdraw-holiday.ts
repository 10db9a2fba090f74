import { command } from '#platform';
import { holidayMachine, holidayWithdrawn } from '../domain/holiday.js';
import { holidayKind } from './kinds.js';

export const withdrawHoliday = command({
  name: 'withdraw-holiday',
  summary: 'Takes declared days back: they are again what the calendar says. Terms that were counted stay.',
  on: holidayKind,
  may: 'run',
  target: (input: { holiday: string }) => input.holiday,
  async decide(c, _, { name, from, to, aggregate }) {
    c.move(aggregate, holidayMachine.take('withdraw', aggregate.state, {}, [holidayWithdrawn({ name, from, to })]));
  },
});
