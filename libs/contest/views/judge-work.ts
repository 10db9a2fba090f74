import { Injectable } from '@nestjs/common';
import { Decimal, refuse } from '#kernel';
import { crowdBt, learn, nextPair, type CrowdBt } from '#judging';
import { Database, notFound, Permissions, type Actor } from '#platform';
import { inOrder, nextInQueue } from '../domain/judge-queue.js';
import { weightsOf } from '../domain/round-plan.js';
import type { Content } from '../facts/content.js';
import { planOfRound } from '../facts/round-plan.js';

/** How a judge goes through a round: his queue, his next pair, and what others said once he has. */
@Injectable()
export class JudgeWorkView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** His sheets of a round in his own balanced order, and the next one to do. */
  async queue(actor: Actor, round: string) {
    const sheets = await this.own(actor, round);
    if (sheets.length === 0) return refuse(notFound, { kind: 'round', id: round });
    const queue = inOrder(sheets.map(({ id, position, later, submittedAt }) => ({ sheet: id, position, later, done: submittedAt !== null })));
    const states = new Map(sheets.map((row) => [row.id, { state: row.aggregate.state, entry: row.entryId, title: titleOf(row), field: row.entry.field, marks: row.marks.map(({ aspect, value }) => ({ criterion: aspect.key, mark: value.toNumber() })), total: totalOf(row) }]));
    return { round, done: queue.filter(({ done }) => done).length, of: queue.length, next: nextInQueue(queue)?.sheet ?? null, sheets: queue.map(({ sheet, later, done }) => ({ sheet, later, done, ...states.get(sheet)! })) };
  }

  /** The two entries whose comparison by this judge tells most, of those that he has not compared yet; none when he has compared as many as are asked for. */
  async pair(actor: Actor, id: string) {
    const { prisma } = this.database;
    const sheets = await this.own(actor, id);
    const round = await prisma.round.findUnique({ where: { districtId_id: { districtId: actor.district, id } } });
    if (!round || sheets.length === 0) return refuse(notFound, { kind: 'round', id });
    const { comparisons = 0 } = planOfRound(round);
    const rows = await prisma.comparison.findMany({ where: { districtId: actor.district, roundId: id }, orderBy: { id: 'asc' } });
    const standings = await prisma.standing.findMany({ where: { districtId: actor.district, roundId: id }, select: { entryId: true }, orderBy: { entryId: 'asc' } });
    const entries = standings.map(({ entryId }) => entryId);
    const judges = [...new Set([...rows.map(({ judgeId }) => judgeId), sheets[0]!.judgeId])].sort();
    const [e, j] = [new Map(entries.map((entry, n) => [entry, n])), new Map(judges.map((judge, n) => [judge, n]))];
    const known = rows.filter(({ better, worse }) => e.has(better) && e.has(worse)).reduce((learnt: CrowdBt, { judgeId, better, worse }) => learn(learnt, { judge: j.get(judgeId)!, winner: e.get(better)!, loser: e.get(worse)! }), crowdBt(entries.length, judges.length));
    const mine = rows.filter(({ judgeId }) => judgeId === sheets[0]!.judgeId);
    const seen = new Set(mine.flatMap(({ better, worse }) => [`${e.get(better)} ${e.get(worse)}`, `${e.get(worse)} ${e.get(better)}`]));
    const pair = mine.length >= comparisons ? undefined : unseenPair(known, j.get(sheets[0]!.judgeId)!, sheets.flatMap(({ entryId }) => e.get(entryId) ?? []), seen);
    return { round: id, done: mine.length, of: comparisons, pair: pair ? pair.map((n) => ({ entry: entries[n]!, sheet: sheets.find(({ entryId }) => entryId === entries[n])!.id })) : null };
  }

  /** What others marked and said of an entry, without their names, once one's own sheet is in and the round lets judges talk. */
  async others(actor: Actor, sheet: string) {
    const { prisma } = this.database;
    const own = await prisma.scoreSheet.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'ScoreSheet'), { id: sheet }] }, include: { round: true } });
    if (!own) return refuse(notFound, { kind: 'score-sheet', id: sheet });
    const of = { districtId: actor.district, roundId: own.roundId, entryId: own.entryId };
    const rebuttal = await prisma.rebuttal.findUnique({ where: { districtId_roundId_entryId: of } });
    const open = own.submittedAt !== null && own.round.plan !== null && planOfRound(own.round).discussion;
    if (!open) return { open, sheets: [], remarks: [], rebuttal: rebuttal?.text ?? null };
    const others = await prisma.scoreSheet.findMany({ where: { ...of, pulled: null, submittedAt: { not: null } }, include: { marks: { include: { aspect: true } } }, orderBy: { id: 'asc' } });
    const remarks = await prisma.remark.findMany({ where: of, orderBy: { id: 'asc' } });
    const people = [...new Set(others.map(({ judgeId }) => judgeId))];
    const called = (person: string) => (person === own.judgeId ? 'self' : people.includes(person) ? `J${people.indexOf(person) + 1}` : 'office');
    return {
      open,
      sheets: others.map(({ judgeId, comment, marks }) => ({ judge: called(judgeId), comment, marks: marks.map(({ aspect, value, comment: said }) => ({ criterion: aspect.key, mark: value.toNumber(), comment: said })) })),
      remarks: remarks.map(({ personId, text, at }) => ({ by: called(personId), text, at })),
      rebuttal: rebuttal?.text ?? null,
    };
  }

  /** His own sheets, with what he marked. */
  own(actor: Actor, round: string) {
    const judge = actor.kind === 'person' ? actor.id : actor.district;
    return this.database.prisma.scoreSheet.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'ScoreSheet'), { roundId: round, judgeId: judge, pulled: null }] }, include: { aggregate: true, marks: { include: { aspect: true } }, round: { include: { call: true } }, entry: { include: { submissions: { orderBy: { number: 'desc' }, take: 1 } } } }, orderBy: { id: 'asc' } });
  }
}

type Own = Awaited<ReturnType<JudgeWorkView['own']>>[number];

/** What was handed in, with names taken out where the review is blind. */
function titleOf({ entry, round }: Own): string {
  const redacted = round.call.blind ? (entry.redactions as Record<string, string>)['title'] : undefined;
  return redacted ?? (entry.submissions[0]?.content as Content | undefined)?.title ?? entry.title;
}

/** One's own total once the sheet is in. */
function totalOf({ round, marks, submittedAt }: Own): number | null {
  if (submittedAt === null || round.plan === null || marks.length === 0) return null;
  const weights = weightsOf(planOfRound(round));
  return marks.reduce((sum, { aspect, value }) => sum.plus(value.times(weights[aspect.key] ?? 0)), new Decimal(0)).toNumber();
}

/** The pair that tells most of those not seen: where the best was seen, one of its two is set aside and the rest is asked. */
function unseenPair(known: CrowdBt, judge: number, choice: readonly number[], seen: ReadonlySet<string>): readonly [number, number] | undefined {
  for (let left = [...choice]; left.length >= 2; ) {
    const pair = nextPair(known, judge, left);
    if (!pair) break;
    if (!seen.has(pair.join(' '))) return pair;
    left = left.filter((n) => n !== pair[0]);
  }
  return choice.flatMap((a, n) => choice.slice(n + 1).map((b) => [a, b] as const)).find((pair) => !seen.has(pair.join(' ')));
}
