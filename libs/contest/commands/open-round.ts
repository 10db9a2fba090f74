import { command, type Context } from '#platform';
import { callMachine, judgingBegun } from '../domain/call.js';
import { pairKey } from '../domain/conflict.js';
import { conflictInAssignment, FIRST_REMINDER, proposalOutdated, roundMachine, roundOpened, SECOND_REMINDER, SILENCE, silenceDue, workFirstReminder, workSecondReminder } from '../domain/judging.js';
import { conflictsAmong } from '../facts/conflict-facts.js';
import { giveSheets } from '../facts/give-sheets.js';
import type { Room } from '../facts/seating.js';
import { layOut } from '../facts/lay-out.js';
import { roundEntries } from '../facts/round-entries.js';
import { planOfRound } from '../facts/round-plan.js';
import { invitationKind, roundKind, type RoundRow } from './kinds.js';

export const openRound = command({
  name: 'open-round',
  summary: 'Publishes the assignment, after it is checked once more that no pair is in conflict: each judge is told and has his sheets.',
  on: roundKind,
  may: 'assign',
  target: (input: { round: string }) => input.round,
  async decide(c, _, round) {
    const { call } = round;
    c.move(round.aggregate, roundMachine.take('open', round.aggregate.state, {}, [roundOpened({ call: call.id, callName: call.name })]));
    await c.lock(call.id);
    const { aggregate } = await c.tx.call.findUniqueOrThrow({ where: c.key(call.id), include: { aggregate: true } });
    const { way } = planOfRound(round);
    // A calibration and a public vote don't begin the judging: teams and bids stay as they are.
    if (round.kind === 'judging' && way !== 'public-vote' && aggregate.state !== 'judging') c.move(aggregate, callMachine.take('judge', aggregate.state, {}, [judgingBegun({ round: round.id })]));
    if (way === 'public-vote') return layOut(c, round, await roundEntries(c.tx, c.district, round));
    const pairs = await c.tx.proposedPair.findMany({ where: { districtId: c.district, roundId: round.id }, orderBy: [{ entryId: 'asc' }, { judgeId: 'asc' }] });
    await stillHolds(c, round, pairs);
    await giveSheets(c, round.id, pairs.map(({ entryId, judgeId }) => ({ entry: entryId, judge: judgeId })));
    await layOut(c, round, [...new Set(pairs.map(({ entryId }) => entryId))]);
    await seatRooms(c, round, pairs);
    await remindJudges(c, round, new Set(pairs.map(({ judgeId }) => judgeId)));
  },
});

/** The proof before anyone sees it: the entries and judges are those it was made for, and no pair is in conflict. @throws Refused */
async function stillHolds(c: Context, round: RoundRow, pairs: readonly { entryId: string; judgeId: string }[]): Promise<void> {
  const { callId } = round;
  const entries = await roundEntries(c.tx, c.district, round);
  const assigned = new Set(pairs.map(({ entryId }) => entryId));
  if (entries.length !== assigned.size || entries.some((entry) => !assigned.has(entry))) c.refuse(proposalOutdated);
  const people = [...new Set(pairs.map(({ judgeId }) => judgeId))];
  const accepted = await c.tx.judgeInvitation.count({ where: { districtId: c.district, callId, judgeId: { in: people }, aggregate: { state: 'accepted' } } });
  if (accepted !== people.length) c.refuse(proposalOutdated);
  const between = await conflictsAmong(c.tx, c.district, callId, { entries, people });
  const wrong = pairs.filter(({ entryId, judgeId }) => between(entryId, judgeId)!.length > 0);
  if (wrong.length > 0) c.refuse(conflictInAssignment, { pairs: wrong.map(({ entryId, judgeId }) => pairKey(entryId, judgeId)).join('; ') });
}

/** Says of each entry which room it is in: that of its judges. */
async function seatRooms(c: Context, { id, rooms }: RoundRow, pairs: readonly { entryId: string; judgeId: string }[]): Promise<void> {
  if (rooms === null) return;
  const roomOf = new Map((rooms as unknown as Room[]).flatMap(({ name, judges }) => judges.map((judge) => [judge, name] as const)));
  const seated = [...new Map(pairs.map(({ entryId, judgeId }) => [entryId, roomOf.get(judgeId)!]))];
  await c.tx.$executeRaw`
    UPDATE standing s SET room = r.room FROM unnest(${seated.map(([entry]) => entry)}::uuid[], ${seated.map(([, room]) => room)}::text[]) AS r(entry, room)
    WHERE s.district_id = ${c.district}::uuid AND s.round_id = ${id}::uuid AND s.entry_id = r.entry`;
}

async function remindJudges(c: Context, { judgeBy, call }: RoundRow, judges: ReadonlySet<string>): Promise<void> {
  if (judgeBy === null) return;
  const at = (share: number) => new Date(c.now.getTime() + share * (judgeBy.getTime() - c.now.getTime()));
  const invitations = await c.tx.judgeInvitation.findMany({ where: { districtId: c.district, callId: call.id, judgeId: { in: [...judges] } } });
  for (const { id, judgeId: judge } of invitations) {
    const facts = { call: call.id, callName: call.name, judge };
    for (const [type, share] of [[workFirstReminder, FIRST_REMINDER], [workSecondReminder, SECOND_REMINDER], [silenceDue, SILENCE]] as const)
      c.remind({ id, kind: invitationKind.kind }, type(facts), at(share), call.timeZone);
  }
}
