import { Choice, command, Day, newId, Text } from '#platform';
import { URGENCY } from '../domain/health.js';
import { flagActedOn } from '../domain/incubatee.js';
import { incubateeKind } from './kinds.js';

export class ActOnFlag {
  @Choice(URGENCY) flag!: (typeof URGENCY)[number];
  @Text({ min: 2, max: 1000 }) did!: string;
  @Day({ description: 'Until then it is not shown again' }) until!: string;
}

export const actOnFlag = command({
  name: 'act-on-flag',
  summary: 'Puts down what was done about a warning sign, and when to look again.',
  on: incubateeKind,
  may: 'act-on-flag',
  target: (input: ActOnFlag & { incubatee: string }) => input.incubatee,
  async decide(c, { flag, did, until }, { id: incubateeId, aggregate }) {
    await c.tx.flagAction.create({ data: { districtId: c.district, id: newId(), incubateeId, flag, did, until, byId: c.person, at: c.now } });
    c.announce(aggregate, flagActedOn({ flag, until }));
  },
});
