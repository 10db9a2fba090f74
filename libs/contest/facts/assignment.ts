import { setImmediate } from 'node:timers/promises';
import { pairsOf, type AssignmentProblem } from '#judging';
import type { Tx } from '#platform';
import { affinity, likenessTo, MOST_AFFINITY, vocabularyOf, weigh } from '../domain/affinity.js';
import { conflictsBetween, pairKey } from '../domain/conflict.js';
import { declaredIn, entryFacts, judgeFacts } from './conflict-facts.js';
import { textsOf } from './texts.js';
import { wordsOf } from './words.js';

/** Who may judge what in a call, and how well each suits it. */
export interface Suitability {
  readonly entries: readonly string[];
  readonly judges: readonly { readonly person: string; readonly limit: number }[];
  readonly pairs: readonly { readonly entry: number; readonly judge: number; readonly affinity: number }[];
  /** How many pairs are in conflict. */
  readonly conflicts: number;
}

/** Entries between two breaths. */
const BREATH = 50;

/** What an even load is worth beside affinity, which goes up to 1300. */
const BALANCE = 20;

export async function suitability(tx: Tx, district: string, call: string, { judged, panel }: { readonly judged: readonly string[]; readonly panel: readonly string[] }, report: (done: number, of: number) => void = () => undefined): Promise<Suitability> {
  const invitations = await tx.judgeInvitation.findMany({ where: { districtId: district, callId: call, ...(panel.length > 0 && { judgeId: { in: [...panel] } }), aggregate: { state: 'accepted' } }, orderBy: { judgeId: 'asc' } });
  const people = invitations.map(({ judgeId }) => judgeId);
  const pool = new Map((await tx.judge.findMany({ where: { districtId: district, personId: { in: people } } })).map((judge) => [judge.personId, judge]));
  const judges = await judgeFacts(tx, district, people);
  const entries = await entryFacts(tx, district, judged);
  const declared = await declaredIn(tx, district, call);
  const bids = new Map((await tx.bid.findMany({ where: { districtId: district, callId: call } })).map(({ entryId, judgeId, bid }) => [pairKey(entryId, judgeId), bid]));
  const fields = new Map((await tx.entry.findMany({ where: { districtId: district, callId: call }, select: { id: true, field: true } })).map(({ id, field }) => [id, field]));
  const words = await likenesses(tx, district, entries.map(({ entry }) => entry), judges.map(({ person }) => pool.get(person)?.expertise ?? null));

  const pairs: Suitability['pairs'][number][] = [];
  let conflicts = 0;
  for (const [e, entry] of entries.entries()) {
    const likeness = words(e);
    for (const [j, judge] of judges.entries()) {
      if (conflictsBetween(judge, entry, declared).length > 0) {
        conflicts++;
        continue;
      }
      const field = fields.get(entry.entry) ?? null;
      const sameField = field !== null && (pool.get(judge.person)?.fields.includes(field) ?? false);
      pairs.push({ entry: e, judge: j, affinity: affinity({ sameField, words: likeness[j]!, bid: bids.get(pairKey(entry.entry, judge.person)) ?? 0 }) });
    }
    report(e + 1, entries.length);
    // Thousands of entries take seconds: others are let through now and then.
    if (e % BREATH === 0) await setImmediate();
  }
  const own = new Map(invitations.map(({ judgeId, maxEntries }) => [judgeId, maxEntries]));
  const limitOf = (person: string) => Math.min(own.get(person) ?? Infinity, pool.get(person)?.maxEntries ?? Infinity);
  return { entries: entries.map(({ entry }) => entry), judges: judges.map(({ person }) => ({ person, limit: limitOf(person) })), pairs, conflicts };
}

/** How like each judge's expertise and each entry's words are; not worked out where no judge says what he knows. */
async function likenesses(tx: Tx, district: string, entries: readonly string[], expertise: readonly (string | null)[]): Promise<(entry: number) => ArrayLike<number>> {
  if (expertise.every((text) => text === null)) return () => new Float64Array(expertise.length);
  const texts = await textsOf(tx, district, entries);
  const said: string[][] = [];
  for (const [e, entry] of entries.entries()) {
    said.push(wordsOf((texts.get(entry) ?? []).join('\n')));
    if (e % BREATH === 0) await setImmediate();
  }
  const known = expertise.map((text) => wordsOf(text ?? ''));
  const vocabulary = vocabularyOf([...said, ...known]);
  const toJudges = likenessTo(known.map((one) => weigh(one, vocabulary)));
  return (entry) => toJudges(weigh(said[entry]!, vocabulary));
}

export interface Terms {
  readonly reviewsPerEntry: number;
  readonly maxPerJudge: number;
  /** Pairs that stand whatever comes: pinned, or marked already. */
  readonly fixed: readonly { readonly entry: string; readonly judge: string }[];
  /** Pairs that must not be. */
  readonly forbidden: ReadonlySet<string>;
  /** Entries that one judge more is to look at. */
  readonly disputed?: ReadonlySet<string>;
  /** Pairs that are to stay if they can: as few as possible are changed, and only then the cost counts. */
  readonly kept?: ReadonlySet<string>;
}

/** The assignment to be solved, and the pairs it chooses from. */
export function problemOf({ entries, judges, pairs }: Suitability, { reviewsPerEntry, maxPerJudge, fixed, forbidden, kept, disputed }: Terms): { problem: AssignmentProblem; free: Suitability['pairs'] } {
  const fixedKeys = new Set(fixed.map(({ entry, judge }) => pairKey(entry, judge)));
  const key = ({ entry, judge }: { entry: number; judge: number }) => pairKey(entries[entry]!, judges[judge]!.person);
  const free = pairs.filter((pair) => !fixedKeys.has(key(pair)) && !forbidden.has(key(pair)));
  const count = <K>(keys: readonly K[]) => keys.reduce((counts, one) => counts.set(one, (counts.get(one) ?? 0) + 1), new Map<K, number>());
  const ofEntry = count(fixed.map(({ entry }) => entry));
  const ofJudge = count(fixed.map(({ judge }) => judge));
  const loads = judges.map(({ person }) => ofJudge.get(person) ?? 0);
  // More than any assignment costs, so that one change outweighs all costs.
  const change = 1 + entries.length * reviewsPerEntry * (MOST_AFFINITY + BALANCE * (entries.length + 1));
  const list = free.map((pair) => ({ entry: pair.entry, judge: pair.judge, cost: MOST_AFFINITY - pair.affinity + (kept && !kept.has(key(pair)) ? change : 0) }));
  return {
    free,
    problem: {
      ...{ balanceCost: BALANCE, loads, pairs: pairsOf(list) },
      needs: entries.map((entry) => Math.max(0, reviewsPerEntry + (disputed?.has(entry) ? 1 : 0) - (ofEntry.get(entry) ?? 0))),
      places: judges.map(({ limit }, j) => Math.max(0, Math.min(limit, maxPerJudge) - loads[j]!)),
    },
  };
}
