import type { Tx } from '#platform';
import { judgedEntries } from './conflict-facts.js';
import { judgesRounds } from './round-plan.js';

/** The entries that a round is for: those named, or all handed in that went on from the judges' round before it. */
export async function roundEntries(tx: Tx, district: string, round: { readonly stage: number; readonly only: readonly string[]; readonly call: { readonly id: string; readonly plans: unknown } }): Promise<string[]> {
  const all = await judgedEntries(tx, district, round.call.id);
  if (round.only.length > 0) return all.filter((entry) => round.only.includes(entry));
  const before = (await judgesRounds(tx, district, round.call)).findLast(({ stage }) => stage < round.stage);
  if (!before) return all;
  const gone = await tx.standing.findMany({ where: { districtId: district, roundId: before.id, goesOn: true }, select: { entryId: true } });
  const on = new Set(gone.map(({ entryId }) => entryId));
  return all.filter((entry) => on.has(entry));
}
