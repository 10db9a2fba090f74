import { reaction } from '#platform';
import { invitationMachine, judgeReplaced, silenceDue, workFirstReminder } from '../domain/judging.js';
import { openSheets } from '../facts/open-sheets.js';

export const replaceSilentJudge = reaction({
  name: 'replace-silent-judge',
  summary: 'Lets others judge in the place of one who has handed nothing in since his first reminder.',
  on: [silenceDue],
  async react(c, { aggregate: id, payload: { call, callName, judge } }) {
    await c.lock(id);
    const { aggregate } = await c.tx.judgeInvitation.findUniqueOrThrow({ where: c.key(id), include: { aggregate: true } });
    const open = await openSheets(c.tx, c.district, call, judge);
    if (aggregate.state !== 'accepted' || open === 0) return;
    const reminded = await c.tx.event.findFirst({ where: { districtId: c.district, aggregateId: id, name: workFirstReminder.event }, orderBy: { id: 'desc' } });
    const active = reminded && (await c.tx.scoreSheet.count({ where: { districtId: c.district, judgeId: judge, submittedAt: { gte: reminded.at }, round: { callId: call } } })) > 0;
    if (active) return;
    c.move(aggregate, invitationMachine.take('replace', aggregate.state, {}, [judgeReplaced({ call, callName, judge, open })]));
    await c.tx.roleGrant.deleteMany({ where: { districtId: c.district, personId: judge, role: 'judge', scopeId: call } });
  },
});
