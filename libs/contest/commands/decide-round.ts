import { isRefusal } from '#kernel';
import { command, Flag, List, Ref, Text } from '#platform';
import { goingOn, type Exception } from '../domain/going-on.js';
import { lastRound, nextRoundBegun, roundDecided, roundMachine } from '../domain/judging.js';
import { meetingDecisions } from '../facts/meeting-decisions.js';
import { notRecused } from '../facts/not-recused.js';
import { judgesRounds, planOfRound } from '../facts/round-plan.js';
import { roundKind } from './kinds.js';

export class ExceptionInput implements Exception {
  @Ref() entry!: string;
  @Flag() goesOn!: boolean;
  @Text({ min: 5, max: 1000, description: 'On record, and published with the results' }) reason!: string;
}

export class DecideRound {
  @List(() => ExceptionInput, { min: 0, optional: true }) exceptions?: ExceptionInput[];
}

export const decideRound = command({
  name: 'decide-round',
  summary: 'Decides who goes on to the next round: by the rule of the call, with what the panel decided, wildcards and ties across the cut each with a reason.',
  on: roundKind,
  may: 'run',
  target: (input: DecideRound & { round: string }) => input.round,
  async decide(c, { exceptions = [] }, round) {
    await notRecused(c, round.callId);
    const { advance, wildcards } = planOfRound(round);
    if (!advance) return c.refuse(lastRound);
    if ((await judgesRounds(c.tx, c.district, round.call)).some(({ stage }) => stage > round.stage)) c.refuse(nextRoundBegun);
    const standings = await c.tx.standing.findMany({ where: { districtId: c.district, roundId: round.id }, include: { entry: { select: { projectId: true, field: true } } }, orderBy: [{ rank: 'asc' }, { entryId: 'asc' }] });
    const byPanel = await meetingDecisions(c.tx, c.district, round.id);
    const own = new Set(exceptions.map(({ entry }) => entry));
    const groupOf = (standing: (typeof standings)[number]) => (advance.by === 'group-share' ? (advance.group === 'room' ? standing.room : standing.entry.field) : null) ?? '';
    const stood = standings.map((standing) => ({ entry: standing.entryId, rank: standing.rank, score: standing.total?.toString() ?? null, group: groupOf(standing) }));
    // What the panel decided together needs no wildcard.
    const decided = goingOn(stood, advance, wildcards + byPanel.filter(({ goesOn }) => goesOn).length, [...exceptions, ...byPanel.filter(({ entry }) => !own.has(entry))]);
    if (isRefusal(decided)) return c.refuse(decided.type, decided.facts);
    const counts = { goesOn: decided.filter(({ goesOn }) => goesOn).length, staysOut: decided.filter(({ goesOn }) => !goesOn).length };
    c.move(round.aggregate, roundMachine.take('decide', round.aggregate.state, {}, [roundDecided({ call: round.callId, callName: round.call.name, name: round.name, ...counts })]));
    await c.tx.$executeRaw`
      UPDATE standing s SET goes_on = d.goes_on, goes_on_why = d.why
      FROM unnest(${decided.map(({ entry }) => entry)}::uuid[], ${decided.map(({ goesOn }) => goesOn)}::bool[], ${decided.map(({ reason }) => reason)}::text[]) AS d(entry, goes_on, why)
      WHERE s.district_id = ${c.district}::uuid AND s.round_id = ${round.id}::uuid AND s.entry_id = d.entry`;
    return { decided };
  },
});
