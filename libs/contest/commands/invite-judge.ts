import { command, Flag, Instant, notFound, Ref } from '#platform';
import { alreadyInvited } from '../domain/judging.js';
import { inFuture } from '../facts/in-future.js';
import { inviteToJudge } from '../facts/invite.js';
import { callKind } from './kinds.js';

export class InviteJudge {
  @Ref({ description: 'The person to judge' }) judge!: string;
  @Instant({ optional: true, description: 'By when to answer; a week from now where it is left out' }) respondBy?: string;
  @Flag({ optional: true, description: 'He speaks for the organiser: where a round allows it he may take out an entry off the theme' }) organiser?: boolean;
}

export const inviteJudge = command({
  name: 'invite-judge',
  summary: 'Invites a person to judge a call, by a link in a mail; a second invitation is the first one, unless he declined or did not answer.',
  on: callKind,
  may: 'run',
  target: (input: InviteJudge & { call: string }) => input.call,
  async decide(c, { judge, respondBy, organiser }, call) {
    const until = respondBy === undefined ? null : inFuture(c, respondBy);
    if (!(await c.tx.person.findUnique({ where: c.key(judge) }))) c.refuse(notFound, { kind: 'person', id: judge });
    const pooled = await c.tx.judge.findUnique({ where: { districtId_personId: { districtId: c.district, personId: judge } }, include: { aggregate: true } });
    if (pooled && pooled.aggregate.state !== 'active') c.refuse(alreadyInvited, { state: pooled.aggregate.state });
    const id = await inviteToJudge(c, call, judge, until);
    if (organiser !== undefined) await c.tx.judgeInvitation.update({ where: c.key(id), data: { organiser } });
    if (c.moves.length > 0) return { id };
    const { state, version } = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(id) });
    return { id, state, version };
  },
});
