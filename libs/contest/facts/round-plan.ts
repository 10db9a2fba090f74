import { refuse } from '#kernel';
import { Refused, type Tx } from '#platform';
import { roundBroughtIn } from '../domain/judging.js';
import { pitchTimes } from '../domain/pitch-times.js';
import type { RoundPlan } from '../domain/round-plan.js';

/** The plan a round is judged by. @throws Refused of rounds brought in with a rule of their own */
export function planOfRound({ plan }: { readonly plan: unknown }): RoundPlan {
  if (plan === null) throw new Refused(refuse(roundBroughtIn));
  return plan as RoundPlan;
}

export const plansOf = ({ plans }: { readonly plans: unknown }): readonly RoundPlan[] => plans as RoundPlan[];

/** When each entry of a round pitches; none where no time was said. */
export function timesOfRound({ plan, pitchesFrom, pitchesBetween }: { readonly plan: unknown; readonly pitchesFrom: Date | null; readonly pitchesBetween: number }, standings: readonly { readonly entryId: string; readonly slot: number | null; readonly room: string | null }[]): ReturnType<typeof pitchTimes> {
  const pitch = (plan as RoundPlan | null)?.pitch;
  if (!pitch || pitchesFrom === null) return new Map();
  return pitchTimes(standings.map(({ entryId, slot, room }) => ({ entry: entryId, slot, room })), { from: pitchesFrom, between: pitchesBetween, ...pitch });
}

/** The judges' rounds of a call, the first first; those for calibration and of the public are not among them. */
export async function judgesRounds(tx: Tx, district: string, call: { readonly id: string; readonly plans: unknown }) {
  const rounds = await tx.round.findMany({ where: { districtId: district, callId: call.id, kind: 'judging' }, include: { aggregate: true }, orderBy: [{ stage: 'asc' }, { id: 'asc' }] });
  return rounds.filter(({ stage }) => plansOf(call)[stage]?.way !== 'public-vote');
}
