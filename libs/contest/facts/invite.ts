import { newId, type Context } from '#platform';
import { answerFirstReminder, answerOverdue, answerSecondReminder, ANSWER_DAYS, FIRST_REMINDER, invitationMachine, judgeInvited, SECOND_REMINDER } from '../domain/judging.js';
import { invitationKind, type CallRow } from '../commands/kinds.js';

/** Asks a person to judge a call, or asks again one who declined or did not answer; one who was asked already is left as he is. */
export async function inviteToJudge(c: Context, call: CallRow, judge: string, respondBy: Date | null): Promise<string> {
  const key = { districtId: c.district, callId: call.id, judgeId: judge };
  const known = await c.tx.judgeInvitation.findUnique({ where: { districtId_callId_judgeId: key }, include: { aggregate: true } });
  if (known && ['invited', 'accepted'].includes(known.aggregate.state)) return known.id;
  const until = respondBy ?? new Date(c.now.getTime() + ANSWER_DAYS * 86_400_000);
  const announced = judgeInvited({ call: call.id, judge, callName: call.name, respondBy: until.toISOString() });
  const id = known?.id ?? newId();
  if (known) c.move(known.aggregate, invitationMachine.take('ask-again', known.aggregate.state, {}, [announced]));
  else c.create(invitationKind.kind, invitationMachine.begin(announced), { id });
  await c.tx.judgeInvitation.upsert({ where: { districtId_callId_judgeId: key }, create: { ...key, id, respondBy: until }, update: { respondBy: until } });
  const facts = { call: call.id, callName: call.name, judge };
  const at = (share: number) => new Date(c.now.getTime() + share * (until.getTime() - c.now.getTime()));
  c.remind({ id, kind: invitationKind.kind }, answerFirstReminder(facts), at(FIRST_REMINDER), call.timeZone);
  c.remind({ id, kind: invitationKind.kind }, answerSecondReminder(facts), at(SECOND_REMINDER), call.timeZone);
  c.remind({ id, kind: invitationKind.kind }, answerOverdue(facts), until, call.timeZone);
  return id;
}
