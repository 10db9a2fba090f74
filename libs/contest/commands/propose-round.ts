import { command, Instant, newId, Text, Whole, type Context } from '#platform';
import { callNotOpen } from '../domain/call.js';
import { identityUnsettled, noEntries, roundMachine, roundRequested, roundRunning } from '../domain/judging.js';
import { inFuture } from '../facts/in-future.js';
import { settleNames } from '../facts/settle-names.js';
import { callKind, roundKind } from './kinds.js';

export class ProposeRound {
  @Text({ max: 60, example: '网评' }) name!: string;
  @Whole({ min: 1, max: 50 }) reviewsPerEntry!: number;
  @Whole({ min: 1, max: 5000 }) maxPerJudge!: number;
  @Instant({ optional: true, description: 'By when sheets should be in: judges are reminded at half and at three quarters of the time' }) judgeBy?: string;
}

export const proposeRound = command({
  name: 'propose-round',
  summary: 'Has it worked out who judges what: without conflicts, by expertise and preference, with even loads and a proof. Judges see it once the round is opened.',
  on: callKind,
  may: 'assign',
  target: (input: ProposeRound & { call: string }) => input.call,
  async decide(c, { name, reviewsPerEntry, maxPerJudge, judgeBy }, call) {
    const of = { districtId: c.district, callId: call.id };
    if (call.aggregate.state !== 'closed') c.refuse(callNotOpen, { call: call.name, state: call.aggregate.state });
    const due = judgeBy === undefined ? null : inFuture(c, judgeBy);
    if ((await c.tx.entry.count({ where: { ...of, aggregate: { state: 'submitted' } } })) === 0) c.refuse(noEntries);
    if ((await c.tx.round.count({ where: { ...of, aggregate: { state: { not: 'ranked' } } } })) > 0) c.refuse(roundRunning);
    await settled(c, call.id);
    const id = newId();
    c.create(roundKind.kind, roundMachine.begin(roundRequested({ call: call.id })), { id });
    await c.tx.round.create({ data: { ...of, id, name, scoring: call.scoring ?? {}, reviewsPerEntry, maxPerJudge, judgeBy: due } });
    return { id };
  },
});

/**
 * Whether every judge is known to be nobody of the teams: one who shares a name with a contestant may be he, under
 * another address. @throws Refused with the names
 */
export async function settled(c: Context, call: string): Promise<void> {
  const invitations = await c.tx.judgeInvitation.findMany({ where: { districtId: c.district, callId: call, aggregate: { state: 'accepted' } }, select: { judgeId: true } });
  const same = await settleNames(c.tx, c.district, call, invitations.map(({ judgeId }) => judgeId));
  if (same.length > 0) c.refuse(identityUnsettled, { names: same.map(({ name, judge, member }) => `${name} (${judge}, ${member})`).join('; ') });
}
