import { Choice, command, type Context } from '#platform';
import { nextStep, noPitchDay, orderNotDrawn, pitchMoved, pitchPutBack, type Phase, type Slot } from '../domain/pitching.js';
import { planOfRound } from '../facts/round-plan.js';
import { roundTakesMarks } from '../facts/round-takes-marks.js';
import { roundKind, type RoundRow } from './kinds.js';

export class MoveOnPitch {
  @Choice(['go-on', 'put-back'], { optional: true, description: 'On to the next step; or the team is not there: its turn comes after the others' }) how?: 'go-on' | 'put-back';
}

const MINUTE = 60_000;

export const moveOnPitch = command({
  name: 'move-on-pitch',
  summary: 'The one key of a pitch day: from presenting to questions, to marking, to the next team.',
  on: roundKind,
  may: 'run',
  target: (input: MoveOnPitch & { round: string }) => input.round,
  async decide(c, { how = 'go-on' }, round) {
    await roundTakesMarks(c, round.id);
    const { pitch } = planOfRound(round);
    if (!pitch) return c.refuse(noPitchDay);
    const slots = await slotsOf(c, round);
    const now = { entry: round.pitching, phase: round.phase as Phase | null };
    const back = how === 'put-back' && now.entry !== null && now.phase === 'presenting' ? now.entry : null;
    const next = back === null ? nextStep(now, slots, pitch) : nextStep({ entry: back, phase: 'marking' }, slots, pitch);
    const minutes = next.phase === 'presenting' ? pitch.present : next.phase === 'answering' ? pitch.answer : null;
    const endsAt = minutes === null ? null : new Date(c.now.getTime() + minutes * MINUTE);
    const of = (entry: string) => ({ districtId_roundId_entryId: { districtId: c.district, roundId: round.id, entryId: entry } });
    if (back !== null) await c.tx.standing.update({ where: of(back), data: { slot: 1 + Math.max(...slots.map(({ slot }) => slot)) } });
    if (next.phase === 'marking' && next.entry !== null) await c.tx.standing.update({ where: of(next.entry), data: { pitchedAt: c.now } });
    c.announce(round.aggregate, ...(back === null ? [] : [pitchPutBack({ entry: back })]), pitchMoved({ entry: next.entry, phase: next.phase, endsAt: endsAt?.toISOString() ?? null }));
    await c.tx.round.update({ where: c.key(round.id), data: { pitching: next.entry, phase: next.phase, phaseEndsAt: endsAt } });
    return { ...next, endsAt };
  },
});

async function slotsOf(c: Context, round: RoundRow): Promise<Slot[]> {
  const standings = await c.tx.standing.findMany({ where: { districtId: c.district, roundId: round.id } });
  if (standings.some(({ slot }) => slot === null)) c.refuse(orderNotDrawn);
  return standings.map(({ entryId, slot, pitchedAt }) => ({ entry: entryId, slot: slot!, pitched: pitchedAt !== null }));
}
