import { reaction } from '#platform';
import { judgeReminded, workFirstReminder, workSecondReminder } from '../domain/judging.js';
import { openSheets } from '../facts/open-sheets.js';

export const remindJudge = reaction({
  name: 'remind-judge',
  summary: 'Reminds a judge of the sheets that he has not handed in, where there are any.',
  on: [workFirstReminder, workSecondReminder],
  async react(c, { aggregate, payload: { call, callName, judge } }) {
    const open = await openSheets(c.tx, c.district, call, judge);
    if (open > 0) c.announce(await c.tx.aggregate.findUniqueOrThrow({ where: c.key(aggregate) }), judgeReminded({ call, callName, judge, open }));
  },
});
