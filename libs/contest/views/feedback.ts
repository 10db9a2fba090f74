import { Injectable } from '@nestjs/common';
import { Decimal, refuse, roundHalfUp } from '#kernel';
import { Clock, Database, notFound, Permissions, type Actor } from '#platform';
import { isPublic } from '../domain/entry.js';
import type { RoundPlan } from '../domain/round-plan.js';
import { materialOf } from '../facts/ranking.js';
import { scoreText, type Result } from '../facts/results.js';

/** What a team learns of its entry: scores against its group, comments as the office has cleared them, its place. */
@Injectable()
export class FeedbackView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly clock: Clock,
  ) {}

  /** Scores and places once results are public; comments then, and while a round takes answers to them. */
  async of(actor: Actor, id: string) {
    const { prisma } = this.database;
    const entry = await prisma.entry.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Entry'), { id }] }, include: { call: { include: { aggregate: true, announcements: { orderBy: { version: 'desc' }, take: 1 } } }, standings: { where: { round: { kind: 'judging' } }, include: { round: true }, orderBy: { roundId: 'asc' } } } });
    if (!entry) return refuse(notFound, { kind: 'entry', id });
    const told = isPublic(entry.call.aggregate.state);
    const answering = (until: Date | null) => until !== null && this.clock.now() < until;
    const rounds = entry.standings.filter(({ round }) => told || round.rebuttalUntil !== null);
    const announced = entry.call.announcements[0]?.results as unknown as Result[] | undefined;
    return {
      entry: id,
      ...(told && announced && { place: announced.find((result) => result.entry === id)?.place ?? null, of: announced.length }),
      rounds: await Promise.all(
        rounds.map(async (standing) => ({
          ...{ round: standing.roundId, name: standing.round.name, answersUntil: answering(standing.round.rebuttalUntil) ? standing.round.rebuttalUntil : null },
          ...(told && { score: scoreText(standing.round, standing.total), rank: standing.rank, goesOn: standing.goesOn, reason: standing.goesOnWhy, criteria: await this.criteria(actor, standing.round, entry) }),
          comments: await this.comments(actor, standing.roundId, id),
          answer: (await prisma.rebuttal.findUnique({ where: { districtId_roundId_entryId: { districtId: actor.district, roundId: standing.roundId, entryId: id } } }))?.text ?? null,
        })),
      ),
    };
  }

  /** Its mean of each criterion beside the mean of all, and of those in its field of technology. */
  private async criteria(actor: Actor, round: { readonly id: string; readonly callId: string; readonly plan: unknown }, entry: { readonly id: string; readonly field: string | null }) {
    const plan = round.plan as RoundPlan | null;
    if (!plan) return [];
    const { entries, sheets } = await materialOf(this.database.prisma, actor.district, round);
    const fields = new Map((await this.database.prisma.entry.findMany({ where: { districtId: actor.district, id: { in: [...entries] } }, select: { id: true, field: true } })).map(({ id, field }) => [id, field]));
    const of = Map.groupBy(sheets, (sheet) => sheet.entry);
    const mean = (values: readonly Decimal[]) => (values.length === 0 ? null : values.reduce((sum, value) => sum.plus(value), new Decimal(0)).div(values.length));
    const meanOf = (some: readonly string[], key: string) => {
      const all = mean(some.flatMap((one) => mean((of.get(one) ?? []).flatMap(({ marks }) => (marks[key] === undefined ? [] : [new Decimal(marks[key])]))) ?? []));
      return all && roundHalfUp(all, plan.places);
    };
    const marked = entries.filter((one) => of.has(one));
    const group = marked.filter((one) => fields.get(one) === entry.field);
    return plan.rubric.map(({ key, name, max }) => ({ key, name, max, own: meanOf([entry.id], key), all: meanOf(marked, key), group: meanOf(group, key), entries: marked.length, inGroup: group.length }));
  }

  /** Comments as they were cleared; whose they are stands nowhere, and their order tells nothing. */
  private async comments(actor: Actor, round: string, entry: string) {
    const sheets = await this.database.prisma.scoreSheet.findMany({ where: { districtId: actor.district, roundId: round, entryId: entry, pulled: null, submittedAt: { not: null } } });
    return sheets
      .flatMap(({ cleared }) => (cleared === null ? [] : [cleared as { comment: string; criteria: Record<string, string> }]))
      .filter(({ comment, criteria }) => comment !== '' || Object.keys(criteria).length > 0)
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
}
