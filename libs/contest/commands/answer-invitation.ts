import { command, Flag } from '#platform';
import { invitationMachine, judgeAccepted, judgeDeclined } from '../domain/judging.js';
import { invitationKind } from './kinds.js';

export class AnswerInvitation {
  @Flag() accept!: boolean;
}

export const answerInvitation = command({
  name: 'answer-invitation',
  summary: 'Accepts or declines an invitation to judge.',
  on: invitationKind,
  may: 'answer',
  target: (input: AnswerInvitation & { invitation: string }) => input.invitation,
  async decide(c, { accept }, { aggregate, callId: call, judgeId: judge }) {
    const announced = accept ? judgeAccepted({ call, judge }) : judgeDeclined({ call, judge });
    c.move(aggregate, invitationMachine.take(accept ? 'accept' : 'decline', aggregate.state, {}, [announced]));
    const grant = { districtId: c.district, personId: judge, role: 'judge', scopeId: call };
    if (accept) await c.tx.roleGrant.upsert({ where: { districtId_personId_role_scopeId: grant }, create: grant, update: {} });
    else await c.tx.roleGrant.deleteMany({ where: grant });
  },
});
