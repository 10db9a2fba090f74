import { Injectable } from '@nestjs/common';
import { refuse, type Facts } from '#kernel';
import { Clock, Database, notFound, page, Permissions, Progress, recusedOf, slice, type Actor, type PageQuery } from '#platform';
import { rulesOf } from '#rulebook';
import type { Desks, Prize, UpperContest } from '../domain/call.js';
import { isPublic, noRuleInForce } from '../domain/entry.js';
import type { RoundPlan } from '../domain/round-plan.js';
import type { DerivedColumn } from '../domain/derived-column.js';
import type { Words } from '../domain/form/field.js';
import { schemaOf } from '../domain/form/schema.js';
import { lastInstant } from '../domain/late.js';
import { formOf } from '../facts/content.js';
import { judgeEligibility } from '../facts/eligibility.js';
import { plansOf } from '../facts/round-plan.js';
import { ELIGIBILITY_RULES } from '../rules/index.js';

/** Who stands behind an edition. */
interface Sponsor {
  readonly name: string;
  readonly kind: string;
  readonly link?: string;
}

const WITH_CONTEST = { aggregate: true, contest: true } as const;

@Injectable()
export class ContestsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly progress: Progress,
    private readonly clock: Clock,
  ) {}

  async contests(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.contest.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Contest'), where] }, include: { aggregate: true, panels: true }, ...rest });
    return page(rows, query, ({ id, name, edition, sponsors, uppers, desks, clonedFrom, panels, aggregate: { state, version } }) => ({
      ...{ id, name, edition, sponsors: sponsors as unknown as Sponsor[], uppers: uppers as unknown as UpperContest[], desks: desks as Desks, clonedFrom, state, version },
      // Who judges is the office's to know.
      ...(this.permissions.allows(actor, 'read', 'Judge', {}) && { panels: panels.map(({ id: panel, name: called, judges }) => ({ id: panel, name: called, judges })) }),
    }));
  }

  async calls(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.call.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Call'), where] }, include: WITH_CONTEST, ...rest });
    return page(rows, query, showCall);
  }

  async call(actor: Actor, id: string) {
    const row = await this.read(actor, id);
    return row ? showCall(row) : refuse(notFound, { kind: 'call', id });
  }

  /** A call's form in one version, the newest where none is asked for, with the JSON Schema that answers are checked by. */
  async form(actor: Actor, id: string, version?: number) {
    const call = await this.read(actor, id);
    if (!call || (version !== undefined && version > call.formVersion)) return refuse(notFound, { kind: 'form', id });
    const form = await formOf(this.database.prisma, actor.district, id, version ?? call.formVersion);
    return { call: id, formVersion: version ?? call.formVersion, ...form, schema: schemaOf(form) };
  }

  /** The rules that calls may name, in all versions: those that the program brings and the district's own. */
  rules(actor: Actor) {
    return rulesOf(this.database.prisma, actor.district, ELIGIBILITY_RULES);
  }

  /** How the call's rule judges what someone states, before he begins an entry. */
  async eligibility(actor: Actor, id: string, facts: Facts) {
    const call = await this.read(actor, id);
    if (!call) return refuse(notFound, { kind: 'call', id });
    const judged = await judgeEligibility(this.database.prisma, { district: actor.district, now: this.clock.now(), call, project: null, facts });
    return judged ?? refuse(noRuleInForce, { rule: call.eligibilityRule, date: this.clock.now().toISOString().slice(0, 10) });
  }

  /** How far the long steps of a call are: what has come in, what of it has been compared and read, and what is being worked out. */
  async progressOf(actor: Actor, id: string) {
    const { prisma } = this.database;
    const call = await prisma.call.findFirst({ where: { AND: [this.permissions.where(actor, 'run', 'Call'), { id }] } });
    if (!call) return refuse(notFound, { kind: 'call', id });
    const of = { districtId: actor.district, callId: id };
    // What became of an entry that this officer is too near to is not told by a count either.
    const near = recusedOf(actor);
    const states = await prisma.$queryRaw<{ state: string; count: number }[]>`
      SELECT a.state, count(*)::int AS count FROM entry e JOIN aggregate a ON a.district_id = e.district_id AND a.id = e.id
      WHERE e.district_id = ${actor.district}::uuid AND e.call_id = ${id}::uuid AND e.project_id <> ALL(${near}::uuid[]) GROUP BY a.state ORDER BY a.state`;
    const [submitted, compared, files, readFiles] = await Promise.all([
      prisma.entry.count({ where: { ...of, submissions: { some: {} } } }),
      prisma.entry.count({ where: { ...of, fingerprint: { isNot: null } } }),
      prisma.entryFile.count({ where: { districtId: actor.district, removedAt: null, entry: { callId: id } } }),
      prisma.entryFile.count({ where: { districtId: actor.district, removedAt: null, readAt: { not: null }, entry: { callId: id } } }),
    ]);
    const rounds = await prisma.round.findMany({ where: of, include: { aggregate: true }, orderBy: { id: 'asc' } });
    const steps = await Promise.all(rounds.map(async ({ id: round, name, aggregate }) => ({ round, name, state: aggregate.state, steps: await this.progress.of(actor.district, round) })));
    return { call: id, entries: Object.fromEntries(states.map(({ state, count }) => [state, count])), compared: { done: compared, of: submitted }, filesRead: { done: readFiles, of: files }, rounds: steps };
  }

  /** Rounds as anyone may know of them; a seed is shown once it has drawn, and those that decide results with the results. */
  async rounds(actor: Actor, id: string) {
    const call = await this.read(actor, id);
    if (!call) return refuse(notFound, { kind: 'call', id });
    const rounds = await this.database.prisma.round.findMany({ where: { districtId: actor.district, callId: id, kind: 'judging' }, include: { aggregate: true, draws: { orderBy: { purpose: 'asc' } } }, orderBy: [{ stage: 'asc' }, { id: 'asc' }] });
    const told = isPublic(call.aggregate.state);
    return {
      call: id,
      rounds: rounds.map((round) => ({
        ...{ id: round.id, key: (round.plan as RoundPlan | null)?.key ?? null, name: round.name, way: (round.plan as RoundPlan | null)?.way ?? null, state: round.aggregate.state, board: round.board },
        draws: round.draws.map(({ purpose, commitment, seed, drawnAt }) => ({ purpose, commitment, drawnAt, seed: drawnAt !== null || told ? seed : null })),
      })),
    };
  }

  read(actor: Actor, id: string) {
    return this.database.prisma.call.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Call'), { id }] }, include: WITH_CONTEST });
  }
}

type Row = NonNullable<Awaited<ReturnType<ContestsView['read']>>>;

const showCall = (row: Row) => {
  const { id, name, group, opensAt, closesAt, timeZone, eligibilityRule, shortlist, awards, announceUntil, contest, aggregate } = row;
  return {
    ...{ id, contest: { id: contest.id, name: contest.name, edition: contest.edition, sponsors: contest.sponsors as unknown as Sponsor[], uppers: contest.uppers as unknown as UpperContest[] }, name, group, state: aggregate.state, version: aggregate.version },
    ...{ opensAt, closesAt, lastInstant: lastInstant(row), lateRule: row.lateRule, lateMinutes: row.lateMinutes, timeZone, timeline: row.timeline as unknown as { name: Words; at: string }[] },
    ...{ eligibilityRule, formVersion: row.formVersion, declaration: row.declaration as Words | null, entriesPerPerson: row.entriesPerPerson, entriesPerOrganisation: row.entriesPerOrganisation, verifiedOnly: row.verifiedOnly, blind: row.blind },
    ...{ rounds: plansOf(row), shortlist, awards, prizes: row.prizes as unknown as Prize[], diligence: row.diligence as unknown as { key: string; words: Words }[], columns: row.columns as unknown as DerivedColumn[], thresholds: row.thresholds as Facts },
    ...{ announceDays: row.announceDays, announceUnit: row.announceUnit, firstDayCounts: row.firstDayCounts, answerDays: row.answerDays, announcedUntil: announceUntil },
  };
};
