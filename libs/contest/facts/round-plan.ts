import type { Tx } from '#platform';
import type { RoundPlan } from '../domain/round-plan.js';

/** The plan a round is judged by. @throws Error of rounds brought in with a rule of their own */
export function planOfRound({ id, plan }: { readonly id: string; readonly plan: unknown }): RoundPlan {
  if (plan === null) throw new Error(`Round ${id} was brought in with a rule of its own`);
  return plan as RoundPlan;
}

export const plansOf = ({ plans }: { readonly plans: unknown }): readonly RoundPlan[] => plans as RoundPlan[];

/** The judges' rounds of a call, the first first; those for calibration and of the public are not among them. */
export async function judgesRounds(tx: Tx, district: string, call: { readonly id: string; readonly plans: unknown }) {
  const rounds = await tx.round.findMany({ where: { districtId: district, callId: call.id, kind: 'judging' }, include: { aggregate: true }, orderBy: [{ stage: 'asc' }, { id: 'asc' }] });
  return rounds.filter(({ stage }) => plansOf(call)[stage]?.way !== 'public-vote');
}
