import type { Tx } from '#platform';
import { conflictsAmong, judgedEntries } from './conflict-facts.js';

/** The entries of a call that a judge may know of: those he is in no conflict with. */
export async function visibleEntries(tx: Tx, district: string, call: string, judge: string): Promise<string[]> {
  const entries = await judgedEntries(tx, district, call);
  const between = await conflictsAmong(tx, district, call, { entries, people: [judge] });
  return entries.filter((entry) => between(entry, judge)?.length === 0);
}
