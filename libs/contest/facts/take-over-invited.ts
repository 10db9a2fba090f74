import { mergePeople } from '#identity';
import type { Context } from '#platform';
import type { InvitationRow } from '../commands/kinds.js';

/**
 * The judge behind an invitation answered by its link. Someone signed in as another person than the one invited has
 * shown that both addresses are his: where the invited one has no account of its own, the two become one.
 */
export async function takeOverInvited(c: Context, { id, callId, judgeId }: InvitationRow): Promise<string> {
  if (c.actor.kind !== 'person' || c.actor.id === judgeId) return judgeId;
  const invited = await c.tx.person.findUniqueOrThrow({ where: c.key(judgeId) });
  if (invited.userId !== null) return judgeId;
  const taken = await c.tx.judgeInvitation.findUnique({ where: { districtId_callId_judgeId: { districtId: c.district, callId, judgeId: c.actor.id } } });
  if (taken) return judgeId;
  await mergePeople(c, c.actor.id, judgeId);
  await c.tx.judgeInvitation.update({ where: c.key(id), data: { judgeId: c.actor.id } });
  return c.actor.id;
}
