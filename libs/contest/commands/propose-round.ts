import { assign } from '#judging';
import { command, newId, Text, Whole, type Context } from '#platform';
import { callMachine, judgingBegun, type Criterion } from '../domain/call.js';
import { noEntries, notEnoughJudges, roundMachine, roundProposed, sheetAssigned, sheetMachine } from '../domain/judging.js';
import { callKind, roundKind, sheetKind } from './kinds.js';

export class ProposeRound {
  @Text({ max: 60, example: '网评' }) name!: string;
  @Whole({ min: 1, max: 50 }) reviewsPerEntry!: number;
  @Whole({ min: 1, max: 500 }) maxPerJudge!: number;
}

export const proposeRound = command({
  name: 'propose-round',
  summary: 'Works out who judges what: the evenest assignment without conflicts. Judges see it once the round is opened.',
  on: callKind,
  may: 'run',
  target: (input: ProposeRound & { call: string }) => input.call,
  async decide(c, { name, reviewsPerEntry, maxPerJudge }, call) {
    const entries = await c.tx.entry.findMany({ where: { districtId: c.district, callId: call.id, aggregate: { state: 'submitted' } }, orderBy: { id: 'asc' } });
    if (entries.length === 0) c.refuse(noEntries);
    const judges = await acceptedJudges(c, call.id);
    const allowed = entries.flatMap((entry, e) => judges.flatMap((judge, j) => (inConflict(judge, entry) ? [] : [{ entry: e, judge: j, cost: 0 }])));
    const found = assign({ entries: entries.length, judges: judges.length, reviewsPerEntry, maxPerJudge, balanceCost: 1, allowed });
    if (!found.feasible) {
      const places = [...found.short.values()].reduce((sum, n) => sum + n, 0);
      return c.refuse(notEnoughJudges, { entries: found.short.size, places, names: [...found.short.keys()].map((e) => entries[e]!.title).join(', ') });
    }
    const round = newId();
    c.create(roundKind.kind, roundMachine.begin(roundProposed({ call: call.id, entries: entries.length, judges: judges.length, cost: found.cost })), { id: round });
    c.move(call.aggregate, callMachine.take('judge', call.aggregate.state, {}, [judgingBegun({ round })]));
    await c.tx.round.create({ data: { districtId: c.district, id: round, callId: call.id, name, scoring: call.scoring ?? {} } });
    const sheets = found.pairs.map(({ entry, judge }) => ({ id: newId(), entry: entries[entry]!, judge: judges[judge]!.id }));
    for (const { id, entry, judge } of sheets)
      c.create(sheetKind.kind, sheetMachine.begin(sheetAssigned({ round, entry: entry.id, judge })), { id, project: entry.projectId });
    const of = { districtId: c.district, roundId: round };
    await c.tx.scoreSheet.createMany({ data: sheets.map(({ id, entry, judge }) => ({ ...of, id, entryId: entry.id, judgeId: judge })) });
    await c.tx.standing.createMany({ data: entries.map(({ id }) => ({ ...of, entryId: id })) });
    const rubric = call.rubric as unknown as Criterion[];
    await c.tx.aspect.createMany({
      data: entries.flatMap((entry) => rubric.map(({ key, weight }) => ({ ...of, id: newId(), entryId: entry.id, key, section: 'criteria', base: 0, factor: weight }))),
    });
    return { id: round, sheets: sheets.length };
  },
});

interface Candidate {
  readonly id: string;
  readonly organisation: string | null;
  readonly projects: ReadonlySet<string>;
}

async function acceptedJudges(c: Context, call: string): Promise<Candidate[]> {
  const invitations = await c.tx.judgeInvitation.findMany({ where: { districtId: c.district, callId: call, aggregate: { state: 'accepted' } }, orderBy: { judgeId: 'asc' } });
  const people = await c.tx.person.findMany({
    where: { districtId: c.district, id: { in: invitations.map(({ judgeId }) => judgeId) } },
    include: { organisation: true, grants: { where: { role: 'team' } } },
    orderBy: { id: 'asc' },
  });
  return people.map(({ id, organisation, grants }) => ({ id, organisation: organisation?.name ?? null, projects: new Set(grants.map(({ scopeId }) => scopeId)) }));
}

/** A judge never judges his own project, nor an entry of the organisation he belongs to. */
const inConflict = (judge: Candidate, entry: { projectId: string; organisation: string | null }): boolean =>
  judge.projects.has(entry.projectId) || (judge.organisation !== null && judge.organisation === entry.organisation);
