import { reaction } from '#platform';
import { answerOverdue, invitationLapsed, invitationMachine } from '../domain/judging.js';

export const lapseInvitation = reaction({
  name: 'lapse-invitation',
  summary: 'Lets an invitation lapse that a judge has not answered after two reminders.',
  on: [answerOverdue],
  async react(c, { aggregate: id, payload: { call, callName, judge } }) {
    await c.lock(id);
    const invitation = await c.tx.judgeInvitation.findUniqueOrThrow({ where: c.key(id), include: { aggregate: true } });
    if (invitation.aggregate.state !== 'invited' || (invitation.respondBy !== null && invitation.respondBy > c.now)) return;
    c.move(invitation.aggregate, invitationMachine.take('lapse', invitation.aggregate.state, {}, [invitationLapsed({ call, callName, judge })]));
  },
});
