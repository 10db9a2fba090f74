import { command, Flag, Whole, type Context } from '#platform';
import { answerFirstReminder, answerOverdue, answerSecondReminder, invitationMachine, judgeAccepted, judgeDeclined, silenceDue, workFirstReminder, workSecondReminder } from '../domain/judging.js';
import { takeOverInvited } from '../facts/take-over-invited.js';
import { invitationKind, type InvitationRow } from './kinds.js';

export class AnswerInvitation {
  @Flag() accept!: boolean;
  @Whole({ optional: true, min: 1, max: 1000, description: 'The most entries one takes in this call' }) maxEntries?: number;
}

interface Answered extends AnswerInvitation {
  readonly invitation: string;
}

export const answerInvitation = command({
  name: 'answer-invitation',
  summary: 'Accepts or declines an invitation to judge; who declines after accepting is replaced.',
  on: invitationKind,
  may: 'answer',
  target: (input: Answered) => input.invitation,
  decide: (c, input, invitation) => answer(c, input, invitation, invitation.judgeId),
});

export const answerByLink = command({
  name: 'answer-invitation-by-link',
  summary: 'Accepts or declines an invitation to judge by the link that was mailed; who is signed in under another address becomes one with the person invited.',
  on: invitationKind,
  may: 'answer-by-link',
  target: (input: Answered) => input.invitation,
  decide: async (c, input, invitation) => answer(c, input, invitation, await takeOverInvited(c, invitation)),
});

async function answer(c: Context, { accept, maxEntries }: Answered, invitation: InvitationRow, judge: string): Promise<void> {
  const { aggregate, callId: call } = invitation;
  const announced = accept ? judgeAccepted({ call, judge }) : judgeDeclined({ call, judge });
  c.move(aggregate, invitationMachine.take(accept ? 'accept' : 'decline', aggregate.state, {}, [announced]));
  for (const type of [answerFirstReminder, answerSecondReminder, answerOverdue, workFirstReminder, workSecondReminder, silenceDue]) c.forget(aggregate, type.event);
  const grant = { districtId: c.district, personId: judge, role: 'judge', scopeId: call };
  if (accept) await c.tx.roleGrant.createMany({ data: [grant], skipDuplicates: true });
  else await c.tx.roleGrant.deleteMany({ where: grant });
  if (maxEntries !== undefined) await c.tx.judgeInvitation.update({ where: c.key(invitation.id), data: { maxEntries } });
}
