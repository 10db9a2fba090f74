import { command, Instant, notFound, Ref } from '#platform';
import { inFuture } from '../facts/in-future.js';
import { inviteToJudge } from '../facts/invite.js';
import { callKind } from './kinds.js';

export class InvitePanel {
  @Ref({ description: 'A panel of the edition' }) panel!: string;
  @Instant({ optional: true }) respondBy?: string;
}

export const invitePanel = command({
  name: 'invite-panel',
  summary: 'Invites every active judge of a panel to a call; who was invited already is not asked twice.',
  on: callKind,
  may: 'run',
  target: (input: InvitePanel & { call: string }) => input.call,
  async decide(c, { panel: id, respondBy }, call) {
    const until = respondBy === undefined ? null : inFuture(c, respondBy);
    const panel = (await c.tx.panel.findFirst({ where: { districtId: c.district, id, contestId: call.contestId } })) ?? c.refuse(notFound, { kind: 'panel', id });
    const active = await c.tx.judge.findMany({ where: { districtId: c.district, personId: { in: panel.judges }, aggregate: { state: 'active' } } });
    for (const { personId } of active) await inviteToJudge(c, call, personId, until);
    return { invited: active.length };
  },
});
