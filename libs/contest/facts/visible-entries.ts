import type { Tx } from '#platform';
import { conflictsBetween } from '../domain/conflict.js';
import { declaredIn, entryFacts, judgedEntries, judgeFacts } from './conflict-facts.js';

/** The entries of a call that a judge may know of: those he is in no conflict with. */
export async function visibleEntries(tx: Tx, district: string, call: string, judge: string): Promise<string[]> {
  const [facts] = await judgeFacts(tx, district, [judge]);
  if (!facts) return [];
  const declared = await declaredIn(tx, district, call);
  const entries = await entryFacts(tx, district, await judgedEntries(tx, district, call));
  return entries.filter((entry) => conflictsBetween(facts, entry, declared).length === 0).map(({ entry }) => entry);
}
