import { command, notFound, Ref } from '#platform';
import { invitationMachine, judgeInvited } from '../domain/judging.js';
import { callKind, invitationKind } from './kinds.js';

export class InviteJudge {
  @Ref({ description: 'The person to judge' }) judge!: string;
}

export const inviteJudge = command({
  name: 'invite-judge',
  summary: 'Invites a person to judge a call; a second invitation is the first one.',
  on: callKind,
  may: 'run',
  target: (input: InviteJudge & { call: string }) => input.call,
  async decide(c, { judge }, call) {
    const known = await c.tx.judgeInvitation.findUnique({ where: { districtId_callId_judgeId: { districtId: c.district, callId: call.id, judgeId: judge } }, include: { aggregate: true } });
    if (known) return { id: known.id, state: known.aggregate.state, version: known.aggregate.version };
    if (!(await c.tx.person.findUnique({ where: c.key(judge) }))) c.refuse(notFound, { kind: 'person', id: judge });
    const id = c.create(invitationKind.kind, invitationMachine.begin(judgeInvited({ call: call.id, judge, callName: call.name })));
    await c.tx.judgeInvitation.create({ data: { districtId: c.district, id, callId: call.id, judgeId: judge } });
    return { id };
  },
});
