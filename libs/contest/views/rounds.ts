import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { rank } from '#judging';
import { Database, notFound, Permissions, recusedOf, type Actor } from '#platform';
import type { RoundPlan } from '../domain/round-plan.js';
import { conflictsAmong, judgedEntries } from '../facts/conflict-facts.js';
import { scoreText } from '../facts/results.js';
import { namesOf } from '../facts/names-of.js';
import { settleNames } from '../facts/settle-names.js';

/** How many of the worst served entries the office is shown. */
const WEAKEST = 10;

/** What is kept of an assignment that was worked out: its size, its cost, what proves it, or what it lacks. */
interface ProposalFacts {
  readonly feasible: boolean;
  readonly entries?: number;
  readonly judges?: number;
  readonly pairs?: number;
  readonly conflicts?: number;
  readonly reviewsPerEntry?: number;
  readonly method?: string;
  readonly cost?: number;
  readonly capTooLow?: boolean;
  /** Entries that lack judges, and how many. */
  readonly short?: readonly { readonly entry: string; readonly places: number }[];
  /** Prices that prove it the cheapest, and their hash. */
  readonly certificate?: { readonly hash: string };
  /** Of a fair one: what the entry served worst has, and what none could exceed. */
  readonly worst?: number;
  readonly bound?: number;
}

/** What the office is shown of a round: the proposed assignment, how judging goes, totals and ranks. */
@Injectable()
export class RoundsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /**
   * How a round stands. Someone of the office who is too near to an entry sees the round as if that entry were not in
   * it: neither its judges nor its marks, nor loads, counts or ranks that would tell of them.
   */
  async round(actor: Actor, id: string) {
    const row = await this.database.prisma.round.findFirst({
      where: { AND: [this.permissions.where(actor, 'read', 'Round'), { id }] },
      include: {
        aggregate: true,
        wishes: true,
        sheets: { select: { id: true, entryId: true, judgeId: true, pulled: true, submittedAt: true } },
        standings: { include: { entry: { select: { title: true } } }, orderBy: [{ rank: 'asc' }, { entryId: 'asc' }] },
      },
    });
    if (!row) return refuse(notFound, { kind: 'round', id });
    const hidden = await this.hiddenEntries(actor, row.callId);
    const sheets = row.sheets.filter(({ entryId, pulled }) => !hidden.has(entryId) && pulled === null);
    const load = new Map<string, { assigned: number; submitted: number }>();
    for (const { judgeId, submittedAt } of sheets) {
      const { assigned, submitted } = load.get(judgeId) ?? { assigned: 0, submitted: 0 };
      load.set(judgeId, { assigned: assigned + 1, submitted: submitted + (submittedAt ? 1 : 0) });
    }
    const standings = row.standings.filter(({ entryId }) => !hidden.has(entryId));
    const names = await namesOf(this.database.prisma, actor.district, [...load.keys()]);
    return {
      ...{ id, call: row.callId, kind: row.kind, plan: row.plan as unknown as RoundPlan | null, method: row.method, rooms: row.rooms as unknown as { name: string; judges: string[] }[] | null, board: row.board, unveiled: row.unveiled, rebuttalUntil: row.rebuttalUntil, name: row.name, state: row.aggregate.state, version: row.aggregate.version, reviewsPerEntry: row.reviewsPerEntry, maxPerJudge: row.maxPerJudge, judgeBy: row.judgeBy },
      sheets: sheets.length,
      submitted: sheets.filter(({ submittedAt }) => submittedAt !== null).length,
      pulled: row.sheets.filter(({ entryId, pulled }) => !hidden.has(entryId) && pulled !== null).map(({ id: sheet, entryId, judgeId, pulled }) => ({ sheet, entry: entryId, judge: judgeId, why: pulled })),
      judges: [...load].map(([judge, counts]) => ({ judge, name: names.get(judge) ?? '', ...counts })),
      wishes: row.wishes.filter(({ entryId }) => !hidden.has(entryId)).map(({ entryId, judgeId, kind }) => ({ entry: entryId, judge: judgeId, kind })),
      standings: ranked(row, standings, hidden.size > 0),
    };
  }

  /** The assignment as it was last worked out: every pair, each judge's load, the entries served worst, and what proves it the best. */
  async proposal(actor: Actor, id: string) {
    const { prisma } = this.database;
    const row = await prisma.round.findFirst({ where: { AND: [this.permissions.where(actor, 'assign', 'Round'), { id }] }, include: { aggregate: true, proposed: true } });
    if (!row?.proposal) return refuse(notFound, { kind: 'proposal', id });
    const hidden = await this.hiddenEntries(actor, row.callId);
    const pairs = row.proposed.filter(({ entryId }) => !hidden.has(entryId));
    const people = new Map((await prisma.person.findMany({ where: { districtId: actor.district, id: { in: pairs.map(({ judgeId }) => judgeId) } }, include: { organisation: true } })).map((person) => [person.id, person]));
    const titles = new Map((await prisma.entry.findMany({ where: { districtId: actor.district, id: { in: pairs.map(({ entryId }) => entryId) } }, select: { id: true, title: true } })).map((entry) => [entry.id, entry.title]));
    const loads = [...Map.groupBy(pairs, ({ judgeId }) => judgeId)].map(([judge, own]) => ({ judge, name: people.get(judge)?.name, organisation: people.get(judge)?.organisation?.name ?? null, entries: own.length, affinity: sum(own) }));
    const served = [...Map.groupBy(pairs, ({ entryId }) => entryId)].map(([entry, own]) => ({ entry, title: titles.get(entry), judges: own.length, affinity: sum(own) }));
    return {
      ...{ round: id, state: row.aggregate.state, version: row.aggregate.version },
      // The proof's figures tell of every entry: only who may see all of them is shown it.
      ...(hidden.size === 0 ? (row.proposal as unknown as ProposalFacts) : { feasible: (row.proposal as unknown as ProposalFacts).feasible }),
      loads: loads.sort((a, b) => b.entries - a.entries || (a.judge < b.judge ? -1 : 1)),
      weakest: served.sort((a, b) => a.affinity - b.affinity || (a.entry < b.entry ? -1 : 1)).slice(0, WEAKEST),
      assignment: pairs.map(({ entryId, judgeId, affinity }) => ({ entry: entryId, title: titles.get(entryId), judge: judgeId, name: people.get(judgeId)?.name, affinity })),
    };
  }

  /** Which of these people would be in conflict with which of a call's entries, and why; asked before anyone is invited. */
  async conflicts(actor: Actor, call: string, people: readonly string[]) {
    const { prisma } = this.database;
    if ((await prisma.call.count({ where: { AND: [this.permissions.where(actor, 'assign', 'Call'), { id: call }] } })) === 0) return refuse(notFound, { kind: 'call', id: call });
    const hidden = await this.hiddenEntries(actor, call);
    const entries = (await judgedEntries(prisma, actor.district, call)).filter((entry) => !hidden.has(entry));
    const between = await conflictsAmong(prisma, actor.district, call, { entries, people });
    const conflicts = entries.flatMap((entry) => people.map((judge) => ({ entry, judge, reasons: between(entry, judge) ?? [] }))).filter(({ reasons }) => reasons.length > 0);
    return { entries: entries.length, unsettled: await settleNames(prisma, actor.district, call, people), conflicts };
  }

  /** Entries that someone of the office must not see the judges and marks of. */
  private async hiddenEntries(actor: Actor, call: string): Promise<ReadonlySet<string>> {
    const recused = recusedOf(actor);
    if (recused.length === 0) return new Set();
    const rows = await this.database.prisma.entry.findMany({ where: { districtId: actor.district, callId: call, projectId: { in: recused } }, select: { id: true } });
    return new Set(rows.map(({ id }) => id));
  }
}

const sum = (pairs: readonly { affinity: number }[]): number => pairs.reduce((total, { affinity }) => total + affinity, 0);

interface Standing {
  readonly entryId: string;
  readonly entry: { readonly title: string };
  readonly total: { toFixed(places: number): string; toString(): string } | null;
  readonly rank: number | null;
  readonly tied: boolean | null;
  readonly keys: readonly string[];
  readonly disputed: boolean;
  readonly room: string | null;
  readonly slot: number | null;
  readonly goesOn: boolean | null;
  readonly goesOnWhy: string | null;
}

/** Totals and ranks; among those shown alone where some are hidden, so that no gap tells where they stand. */
function ranked(round: { readonly plan: unknown }, standings: readonly Standing[], amongShown: boolean) {
  const own = amongShown ? new Map(rank(standings.flatMap(({ entryId, total, rank: known, keys }) => (total && known !== null ? [{ id: entryId, total: total.toString(), keys }] : []))).map((one) => [one.id, one])) : null;
  return standings.map(({ entryId, entry, total, rank: known, tied, disputed, room, slot, goesOn, goesOnWhy }) => ({
    ...{ entry: entryId, title: entry.title, total: scoreText(round, total) },
    ...{ disputed, room, slot, goesOn, goesOnWhy },
    ...(own ? { rank: own.get(entryId)?.rank ?? null, tied: own.get(entryId)?.tied ?? null } : { rank: known, tied }),
  }));
}
