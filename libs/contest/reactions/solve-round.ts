import { sha256 } from '#kernel';
import { assignInThread, type Assignment } from '#judging';
import { insertMany, reaction, type Context, type Tx } from '#platform';
import { pairKey } from '../domain/conflict.js';
import { roundMachine, roundProposed, roundRequested, roundUnsolvable } from '../domain/judging.js';
import { problemOf, suitability, type Suitability, type Terms } from '../facts/assignment.js';

interface Solved {
  readonly suits: Suitability;
  readonly terms: Terms;
  readonly free: Suitability['pairs'];
  readonly found: Assignment;
}

export const solveRound = reaction({
  name: 'solve-round',
  summary: 'Works out who judges what, in a thread of its own, and checks the proof that it is the best.',
  on: [roundRequested],
  async prepare({ tx, report }, { district, aggregate, payload: { call } }): Promise<Solved> {
    const suits = await suitability(tx, district, call, (done, of) => report('suitability', done, of));
    const terms = await termsOf(tx, district, aggregate);
    const { problem, free } = problemOf(suits, terms);
    const found = await assignInThread(problem, { progress: (done, of) => report('assignment', done, of) });
    return { suits, terms, free, found };
  },
  async react(c, { aggregate: id }, solved) {
    await c.lock(id);
    const round = await c.tx.round.findUniqueOrThrow({ where: c.key(id), include: { aggregate: true, call: true } });
    if (round.aggregate.state !== 'solving') return;
    const { id: call, name: callName } = round.call;
    const { suits, found } = solved;
    const pairs = await write(c, id, solved);
    if (found.feasible) {
      const facts = { call, callName, entries: suits.entries.length, judges: suits.judges.length, cost: found.cost };
      c.move(round.aggregate, roundMachine.take('propose', round.aggregate.state, {}, [roundProposed(facts)]));
    } else {
      const { short } = found.shortage;
      const places = [...short.values()].reduce((sum, n) => sum + n, 0);
      c.move(round.aggregate, roundMachine.take('fail', round.aggregate.state, {}, [roundUnsolvable({ call, callName, entries: short.size, places })]));
    }
    await c.tx.round.update({ where: c.key(id), data: { proposal: proposalOf(solved, pairs) } });
  },
});

async function termsOf(tx: Tx, district: string, id: string): Promise<Terms> {
  const round = await tx.round.findUniqueOrThrow({ where: { districtId_id: { districtId: district, id } }, include: { wishes: true } });
  const wished = (kind: string) => round.wishes.filter((wish) => wish.kind === kind);
  return {
    ...{ reviewsPerEntry: round.reviewsPerEntry, maxPerJudge: round.maxPerJudge },
    fixed: wished('pin').map(({ entryId, judgeId }) => ({ entry: entryId, judge: judgeId })),
    forbidden: new Set(wished('forbid').map(({ entryId, judgeId }) => pairKey(entryId, judgeId))),
  };
}

/** Puts the pairs down in place of those of an earlier solving; returns how many. */
async function write(c: Context, roundId: string, { suits, terms, free, found }: Solved): Promise<number> {
  const row = ({ entry, judge, affinity }: Suitability['pairs'][number]) => [c.district, roundId, suits.entries[entry]!, suits.judges[judge]!.person, String(affinity)];
  const fixed = new Set(terms.fixed.map(({ entry, judge }) => pairKey(entry, judge)));
  const pinned = suits.pairs.filter(({ entry, judge }) => fixed.has(pairKey(suits.entries[entry]!, suits.judges[judge]!.person)));
  const pairs = [...pinned, ...found.chosen.map((pair) => free[pair]!)];
  await c.tx.proposedPair.deleteMany({ where: { districtId: c.district, roundId } });
  await insertMany(c.tx, 'proposed_pair', { district_id: 'uuid', round_id: 'uuid', entry_id: 'uuid', judge_id: 'uuid', affinity: 'int' }, pairs.map(row));
  return pairs.length;
}

/** What the office is shown of a solving, and what proves it: for each judge and entry its price. */
function proposalOf({ suits, found, terms }: Solved, pairs: number) {
  const { entries, judges } = suits;
  const facts = { entries: entries.length, judges: judges.length, pairs, conflicts: suits.conflicts, reviewsPerEntry: terms.reviewsPerEntry };
  if (found.feasible) return { ...facts, feasible: true, cost: found.cost, certificate: { ...found.certificate, hash: sha256(JSON.stringify(found.certificate)) } };
  const named = (list: readonly number[]) => list.map((entry) => entries[entry]!);
  const { witness } = found.shortage;
  return {
    ...{ ...facts, feasible: false, short: [...found.shortage.short].map(([entry, places]) => ({ entry: entries[entry]!, places })) },
    witness: witness && { ...witness, entries: named(witness.entries), judges: witness.judges.map((judge) => judges[judge]!.person) },
  };
}
