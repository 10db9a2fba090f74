import { commitmentTo } from '#judging';
import { Choice, command, Instant, List, newId, newSeed, Quantity, Refs, Text, timeZoneOf, Whole, type Context } from '#platform';
import { callNotOpen } from '../domain/call.js';
import { identityUnsettled, noEntries, noRoundLeft, roomsWrong, roundMachine, roundRequested, roundRunning, unknownJudge, voteEnds } from '../domain/judging.js';
import type { RoundPlan } from '../domain/round-plan.js';
import { inFuture } from '../facts/in-future.js';
import { plansOf } from '../facts/round-plan.js';
import { strangersAmong } from '../facts/strangers.js';
import { settleNames } from '../facts/settle-names.js';
import { callKind, roundKind, type CallRow } from './kinds.js';

export class RoomInput {
  @Text({ max: 60, example: '第一组' }) name!: string;
  @Refs({ max: 100 }) judges!: string[];
}

export class ProposeRound {
  @Text({ optional: true, max: 40, description: 'The key of the round of the call; the next one where it is left out' }) round?: string;
  @Text({ optional: true, max: 60, description: 'Its name, where it is not the plan’s' }) name?: string;
  @Whole({ optional: true, min: 1, max: 50, description: 'Of an assigned round; the quorum where it is left out' }) reviewsPerEntry?: number;
  @Whole({ optional: true, min: 1, max: 5000 }) maxPerJudge?: number;
  @Choice(['cheapest', 'fair', 'randomised'], { optional: true, description: 'The best on the whole, good for the entry served worst, or by lot with no pair likelier than `cap`' }) method?: 'cheapest' | 'fair' | 'randomised';
  @Quantity({ optional: true, min: 0.05, max: 1, description: 'Of a randomised assignment' }) cap?: number;
  @Refs({ optional: true, max: 1000, description: 'Only these of the call’s judges, such as the panel of a pitch day' }) panel?: string[];
  @List(() => RoomInput, { optional: true, max: 50, description: 'Of parallel rooms' }) rooms?: RoomInput[];
  @Instant({ optional: true, description: 'By when sheets should be in: judges are reminded at half and at three quarters of the time; a public vote ends then' }) judgeBy?: string;
}

export const proposeRound = command({
  name: 'propose-round',
  summary: 'Begins a round of the call and has it worked out who judges what: without conflicts, by expertise and preference, with even loads and a proof. Judges see it once the round is opened.',
  on: callKind,
  may: 'assign',
  target: (input: ProposeRound & { call: string }) => input.call,
  async decide(c, input, call) {
    if (!['closed', 'judging'].includes(call.aggregate.state)) c.refuse(callNotOpen, { call: call.name, state: call.aggregate.state });
    if ((await c.tx.entry.count({ where: { districtId: c.district, callId: call.id, aggregate: { state: 'submitted' } } })) === 0) c.refuse(noEntries);
    const stage = await nextStage(c, call, input.round);
    const plan = plansOf(call)[stage]!;
    await settled(c, call.id);
    return { id: await beginRound(c, call, { ...input, stage, plan, kind: 'judging', only: [] }) };
  },
});

interface Begun extends ProposeRound {
  readonly stage: number;
  readonly plan: RoundPlan;
  readonly kind: 'judging' | 'calibration';
  readonly only: readonly string[];
}

/** Writes a round down and asks for its assignment. */
export async function beginRound(c: Context, call: CallRow, { stage, plan, kind, only, name, reviewsPerEntry, maxPerJudge, method, cap, panel, rooms, judgeBy }: Begun): Promise<string> {
  const due = judgeBy === undefined ? null : inFuture(c, judgeBy);
  const strangers = await strangersAmong(c, call.id, panel ?? []);
  if (strangers.length > 0) c.refuse(unknownJudge, { judges: strangers.join(', ') });
  if (plan.seating === 'rooms') await checkRooms(c, call.id, rooms ?? []);
  const id = newId();
  c.create(roundKind.kind, roundMachine.begin(roundRequested({ call: call.id })), { id });
  await c.tx.round.create({
    data: {
      ...{ districtId: c.district, id, callId: call.id, name: name ?? plan.name, kind, stage, plan: plan as object, only: [...only], panel: panel ?? [], judgeBy: due },
      ...{ method: method ?? 'cheapest', cap: cap ?? null, reviewsPerEntry: plan.seating === 'assigned' ? (reviewsPerEntry ?? plan.quorum) : plan.quorum, maxPerJudge: maxPerJudge ?? 5000 },
      ...(plan.seating === 'rooms' && { rooms: rooms!.map((room) => ({ ...room })) }),
    },
  });
  // The seeds are fixed before anyone knows what they will decide; only their hashes are shown until then.
  const seeds = [...['lot', 'assignment'], ...(plan.pitch ? ['order'] : [])].map((purpose) => ({ purpose, seed: newSeed() }));
  await c.tx.draw.createMany({ data: seeds.map(({ purpose, seed }) => ({ districtId: c.district, roundId: id, purpose, seed, commitment: commitmentTo(seed) })) });
  if (plan.way === 'public-vote' && due) c.remind({ id, kind: roundKind.kind }, voteEnds({ call: call.id }), due, await timeZoneOf(c));
  return id;
}

/** The round of the call that is next, or the one that is named. @throws Refused where it can't begin yet, or has begun */
async function nextStage(c: Context, call: CallRow, key: string | undefined): Promise<number> {
  const plans = plansOf(call);
  const rounds = await c.tx.round.findMany({ where: { districtId: c.district, callId: call.id, kind: 'judging' }, include: { aggregate: true } });
  const begun = new Map(rounds.map((round) => [round.stage, round.aggregate.state]));
  const isPublic = (stage: number) => plans[stage]?.way === 'public-vote';
  if (key === undefined && [...begun].some(([stage, state]) => !isPublic(stage) && !['ranked', 'decided'].includes(state))) c.refuse(roundRunning);
  const stage = plans.findIndex((plan, n) => !begun.has(n) && (key === undefined ? plan.way !== 'public-vote' : plan.key === key));
  if (stage < 0) c.refuse(noRoundLeft);
  const before = plans.map((_, n) => n).filter((n) => n < stage && !isPublic(n));
  if (!isPublic(stage) && before.some((n) => begun.get(n) !== 'decided')) c.refuse(noRoundLeft);
  return stage;
}

async function checkRooms(c: Context, call: string, rooms: readonly RoomInput[]): Promise<void> {
  const judges = rooms.flatMap((room) => room.judges);
  const wrong = [...(await strangersAmong(c, call, judges)), ...judges.filter((judge, n) => judges.indexOf(judge) !== n)];
  if (rooms.length < 2 || wrong.length > 0) c.refuse(roomsWrong, { judges: wrong.join(', ') });
}

/**
 * Whether every judge is known to be nobody of the teams: one who shares a name with a contestant may be he, under
 * another address. @throws Refused with the names
 */
export async function settled(c: Context, call: string): Promise<void> {
  const invitations = await c.tx.judgeInvitation.findMany({ where: { districtId: c.district, callId: call, aggregate: { state: 'accepted' } }, select: { judgeId: true } });
  const same = await settleNames(c.tx, c.district, call, invitations.map(({ judgeId }) => judgeId));
  if (same.length > 0) c.refuse(identityUnsettled, { names: same.map(({ name, judge, member }) => `${name} (${judge}, ${member})`).join('; ') });
}
