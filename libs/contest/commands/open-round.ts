import { command, type Context } from '#platform';
import { callMachine, judgingBegun } from '../domain/call.js';
import { pairKey } from '../domain/conflict.js';
import { conflictInAssignment, FIRST_REMINDER, proposalOutdated, roundMachine, roundOpened, SECOND_REMINDER, SILENCE, silenceDue, workFirstReminder, workSecondReminder } from '../domain/judging.js';
import { conflictsAmong, judgedEntries } from '../facts/conflict-facts.js';
import { giveSheets } from '../facts/give-sheets.js';
import { layOut } from '../facts/lay-out.js';
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
    c.move(call.aggregate, callMachine.take('judge', call.aggregate.state, {}, [judgingBegun({ round: round.id })]));
    const pairs = await c.tx.proposedPair.findMany({ where: { districtId: c.district, roundId: round.id }, orderBy: [{ entryId: 'asc' }, { judgeId: 'asc' }] });
    await stillHolds(c, round, pairs);
    await giveSheets(c, round.id, pairs.map(({ entryId, judgeId }) => ({ entry: entryId, judge: judgeId })));
    await layOut(c, round, [...new Set(pairs.map(({ entryId }) => entryId))]);
    await remindJudges(c, round, new Set(pairs.map(({ judgeId }) => judgeId)));
  },
});

/** The proof before anyone sees it: the entries and judges are those it was made for, and no pair is in conflict. @throws Refused */
async function stillHolds(c: Context, { callId }: RoundRow, pairs: readonly { entryId: string; judgeId: string }[]): Promise<void> {
  const entries = await judgedEntries(c.tx, c.district, callId);
  const assigned = new Set(pairs.map(({ entryId }) => entryId));
  if (entries.length !== assigned.size || entries.some((entry) => !assigned.has(entry))) c.refuse(proposalOutdated);
  const people = [...new Set(pairs.map(({ judgeId }) => judgeId))];
  const accepted = await c.tx.judgeInvitation.count({ where: { districtId: c.district, callId, judgeId: { in: people }, aggregate: { state: 'accepted' } } });
  if (accepted !== people.length) c.refuse(proposalOutdated);
  const between = await conflictsAmong(c.tx, c.district, callId, { entries, people });
  const wrong = pairs.filter(({ entryId, judgeId }) => between(entryId, judgeId)!.length > 0);
  if (wrong.length > 0) c.refuse(conflictInAssignment, { pairs: wrong.map(({ entryId, judgeId }) => pairKey(entryId, judgeId)).join('; ') });
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
