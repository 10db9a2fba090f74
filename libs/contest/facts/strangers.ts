import type { Context } from '#platform';

/** Those of `people` who have not accepted to judge a call. */
export async function strangersAmong(c: Context, call: string, people: readonly string[]): Promise<string[]> {
  const accepted = await c.tx.judgeInvitation.findMany({ where: { districtId: c.district, callId: call, judgeId: { in: [...people] }, aggregate: { state: 'accepted' } }, select: { judgeId: true } });
  const known = new Set(accepted.map(({ judgeId }) => judgeId));
  return people.filter((person) => !known.has(person));
}
