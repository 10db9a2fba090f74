import { Choice, command, districtKind, Flag, List, Text, TimeOfDay } from '#platform';
import { MAILINGS, standsAlone, type Mailing } from '../domain/notice.js';
import { noticeHabitsMachine, noticeHabitsSet, noticeLegal, noticeUnknown } from '../domain/notice-setting.js';
import { HABITS } from '../domain/timing.js';
import { shippedNotice } from '../facts/notice-words.js';

export class WishedKind {
  @Text({ max: 60, description: 'A kind of notice; `*` for all that are not named' }) kind!: string;
  @Choice(MAILINGS) mail!: Mailing;
}

export class SetNoticeHabits {
  @TimeOfDay({ optional: true, description: 'Begin of the quiet hours; with quietTo' }) quietFrom?: string;
  @TimeOfDay({ optional: true, description: 'End of the quiet hours, maybe of the next day' }) quietTo?: string;
  @TimeOfDay({ optional: true, description: 'When gathered mails come; 08:30 where it is left out' }) gatheredAt?: string;
  @Flag({ optional: true, description: 'Only on working days' }) workdaysOnly?: boolean;
  @Flag({ optional: true, description: 'Whether what is urgent also comes as a text message; true where it is left out' }) texts?: boolean;
  @List(() => WishedKind, { optional: true, min: 0, max: 200, description: 'By kind: at once, gathered once a day, or not by mail; the inbox has all' }) kinds?: WishedKind[];
}

export const setNoticeHabits = command({
  name: 'set-notice-habits',
  summary: 'Says how one wants one’s mails: quiet hours, working days, gathered or at once, by kind. What must reach one by law or rule always does.',
  on: districtKind,
  may: 'set-own-habits',
  exclusive: false,
  target: (_: SetNoticeHabits & { person: string }, district) => district,
  async decide(c, { person, quietFrom, quietTo, gatheredAt = HABITS.gatheredAt, workdaysOnly = false, texts = true, kinds = [] }) {
    for (const { kind, mail } of kinds) {
      if (kind === '*') continue;
      const notice = shippedNotice(kind) ?? c.refuse(noticeUnknown, { kind });
      if (mail !== 'now' && standsAlone(notice)) c.refuse(noticeLegal, { kind });
    }
    const quiet = quietFrom !== undefined && quietTo !== undefined;
    const row = { quietFrom: quiet ? quietFrom : null, quietTo: quiet ? quietTo : null, gatheredAt, workdaysOnly, texts, kinds: Object.fromEntries(kinds.map(({ kind, mail }) => [kind, mail])) };
    await c.lock(person);
    const known = await c.tx.noticeHabits.findUnique({ where: { districtId_personId: { districtId: c.district, personId: person } }, include: { aggregate: true } });
    if (known) {
      c.move(known.aggregate, noticeHabitsMachine.take('change', known.aggregate.state, {}, [noticeHabitsSet({ person })]));
      await c.tx.noticeHabits.update({ where: c.key(known.id), data: row });
      return { id: known.id };
    }
    const id = c.create('notice-habits', noticeHabitsMachine.begin(noticeHabitsSet({ person })));
    await c.tx.noticeHabits.create({ data: { districtId: c.district, id, personId: person, ...row } });
    return { id };
  },
});
