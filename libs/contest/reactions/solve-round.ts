import { sha256 } from '#kernel';
import { assignInThread, solveInThread, type Assignment, type Solved as SolvedOtherwise } from '#judging';
import { insertMany, reaction, type Context, type Prisma } from '#platform';
import { pairKey } from '../domain/conflict.js';
import { roundMachine, roundProposed, roundRequested, roundUnsolvable } from '../domain/judging.js';
import { problemOf, suitability, type Suitability, type Terms } from '../facts/assignment.js';
import { roundEntries } from '../facts/round-entries.js';
import { planOfRound } from '../facts/round-plan.js';
import { seatAll, seatRooms, type Room, type Seated } from '../facts/seating.js';

/** Seconds for the proof that nobody could be served better. */
const FAIR_SECONDS = 60;

interface Found {
  readonly suits: Suitability;
  readonly pairs: Suitability['pairs'];
  readonly short: ReadonlyMap<number, number>;
  /** There are judges enough, but no pair may be likelier than the cap. */
  readonly capTooLow?: boolean;
  /** What the office is shown, and what proves it. */
  readonly facts: object;
  readonly cost: number;
}

export const solveRound = reaction({
  name: 'solve-round',
  summary: 'Works out who judges what, in a thread of its own, and checks the proof that it is the best.',
  on: [roundRequested],
  async prepare({ tx, report }, { district, aggregate, payload: { call } }): Promise<Found> {
    const round = await tx.round.findUniqueOrThrow({ where: { districtId_id: { districtId: district, id: aggregate } }, include: { wishes: true, call: true, draws: true } });
    const { way, seating, quorum } = planOfRound(round);
    const suits = await suitability(tx, district, call, { judged: way === 'public-vote' ? [] : await roundEntries(tx, district, round), panel: round.panel }, (done, of) => report('suitability', done, of));
    const progress = (done: number, of: number) => report('assignment', done, of);
    if (way === 'public-vote') return seated(suits, { pairs: [], short: new Map() });
    if (seating === 'all') return seated(suits, seatAll(suits, quorum));
    if (seating === 'rooms') return seated(suits, await seatRooms(suits, round.rooms as unknown as Room[]));
    const worked = await solved(round, suits, progress);
    return { ...assigned(suits, worked), capTooLow: round.method === 'randomised' && worked.plain?.feasible === true };
  },
  async react(c, { aggregate: id }, found) {
    await c.lock(id);
    const round = await c.tx.round.findUniqueOrThrow({ where: c.key(id), include: { aggregate: true, call: true } });
    if (round.aggregate.state !== 'solving') return;
    const { id: call, name: callName } = round.call;
    const { suits, pairs, short, cost, capTooLow = false } = found;
    const feasible = short.size === 0 && !capTooLow;
    await write(c, id, suits, capTooLow ? [] : pairs);
    if (feasible) {
      c.move(round.aggregate, roundMachine.take('propose', round.aggregate.state, {}, [roundProposed({ call, callName, entries: suits.entries.length, judges: suits.judges.length, cost })]));
    } else {
      const places = [...short.values()].reduce((sum, n) => sum + n, 0);
      c.move(round.aggregate, roundMachine.take('fail', round.aggregate.state, {}, [roundUnsolvable({ call, callName, entries: short.size, places })]));
    }
    const facts = { entries: suits.entries.length, judges: suits.judges.length, pairs: pairs.length, conflicts: suits.conflicts, reviewsPerEntry: round.reviewsPerEntry, method: round.method };
    const lacking = short.size > 0 && { short: [...short].map(([entry, lack]) => ({ entry: suits.entries[entry]!, places: lack })) };
    await c.tx.round.update({ where: c.key(id), data: { proposal: { ...facts, feasible, ...(capTooLow && { capTooLow }), ...lacking, ...found.facts } } });
  },
});

const seated = (suits: Suitability, { pairs, short }: Seated): Found => ({ suits, pairs, short, cost: 0, facts: {} });

type RoundToSolve = Prisma.RoundModel & { readonly wishes: readonly Prisma.RoundWishModel[]; readonly draws: readonly Prisma.DrawModel[] };

interface Worked {
  readonly terms: Terms;
  readonly free: Suitability['pairs'];
  readonly plain: Assignment | null;
  readonly otherwise: SolvedOtherwise | null;
}

/** The assignment by the round's method; by the cheapest, which says what is lacking, where the other way finds none. */
async function solved(round: RoundToSolve, suits: Suitability, progress: (done: number, of: number) => void): Promise<Worked> {
  const wished = (kind: string) => round.wishes.filter((wish) => wish.kind === kind);
  const terms: Terms = {
    ...{ reviewsPerEntry: round.reviewsPerEntry, maxPerJudge: round.maxPerJudge },
    fixed: wished('pin').map(({ entryId, judgeId }) => ({ entry: entryId, judge: judgeId })),
    forbidden: new Set(wished('forbid').map(({ entryId, judgeId }) => pairKey(entryId, judgeId))),
  };
  const { problem, free } = problemOf(suits, terms);
  const seed = round.draws.find(({ purpose }) => purpose === 'assignment')?.seed ?? '';
  const otherwise =
    round.method === 'fair' ? await solveInThread(problem, { method: 'fair', seconds: FAIR_SECONDS }, { progress })
    : round.method === 'randomised' ? await solveInThread(problem, { method: 'randomised', cap: round.cap ?? 1, seed }, { progress })
    : undefined;
  return { terms, free, otherwise: otherwise ?? null, plain: otherwise ? null : await assignInThread(problem, { progress }) };
}

function assigned(suits: Suitability, { terms, free, plain, otherwise }: Worked): Found {
  const fixed = new Set(terms.fixed.map(({ entry, judge }) => pairKey(entry, judge)));
  const pinned = suits.pairs.filter(({ entry, judge }) => fixed.has(pairKey(suits.entries[entry]!, suits.judges[judge]!.person)));
  const pairs = [...pinned, ...(plain ?? otherwise)!.chosen.map((pair) => free[pair]!)];
  if (otherwise) {
    const { chosen: _, ...facts } = otherwise;
    return { suits, pairs, short: new Map(), cost: 'cost' in facts ? facts.cost : 0, facts };
  }
  const found = plain!;
  if (found.feasible) return { suits, pairs, short: new Map(), cost: found.cost, facts: { cost: found.cost, certificate: { ...found.certificate, hash: sha256(JSON.stringify(found.certificate)) } } };
  const { witness, short } = found.shortage;
  const named = witness && { ...witness, entries: witness.entries.map((entry) => suits.entries[entry]!), judges: witness.judges.map((judge) => suits.judges[judge]!.person) };
  return { suits, pairs, short, cost: found.cost, facts: { ...(named && { witness: named }) } };
}

/** Puts the pairs down in place of those of an earlier solving. */
async function write(c: Context, roundId: string, suits: Suitability, pairs: Suitability['pairs']): Promise<void> {
  await c.tx.proposedPair.deleteMany({ where: { districtId: c.district, roundId } });
  const rows = pairs.map(({ entry, judge, affinity }) => [c.district, roundId, suits.entries[entry]!, suits.judges[judge]!.person, String(affinity)]);
  await insertMany(c.tx, 'proposed_pair', { district_id: 'uuid', round_id: 'uuid', entry_id: 'uuid', judge_id: 'uuid', affinity: 'int' }, rows);
}
