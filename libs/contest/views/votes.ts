import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, Permissions, type Actor } from '#platform';
import { planOfRound } from '../facts/round-plan.js';

/** The public's vote: its ballot for anyone, its votes for the office. */
@Injectable()
export class VotesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** The entries one may vote for while the vote is open, and one's own vote. */
  async ballot(actor: Actor, id: string) {
    const { prisma } = this.database;
    const round = await this.round(actor, id);
    if (round?.aggregate.state !== 'judging') return refuse(notFound, { kind: 'round', id });
    const standings = await prisma.standing.findMany({ where: { districtId: actor.district, roundId: id }, include: { entry: { select: { title: true } } }, orderBy: { entryId: 'asc' } });
    const own = actor.kind === 'person' ? await prisma.vote.findUnique({ where: { districtId_roundId_personId: { districtId: actor.district, roundId: id, personId: actor.id } } }) : null;
    return { round: id, name: round.name, until: round.judgeBy, own: own?.entryId ?? null, entries: standings.map(({ entryId, entry }) => ({ entry: entryId, title: entry.title })) };
  }

  async votes(actor: Actor, id: string) {
    const { prisma } = this.database;
    const round = await this.round(actor, id);
    if (!round || !this.permissions.allows(actor, 'run', 'Round', round)) return refuse(notFound, { kind: 'round', id });
    const votes = await prisma.vote.findMany({ where: { districtId: actor.district, roundId: id }, orderBy: [{ at: 'asc' }, { personId: 'asc' }] });
    const titles = new Map((await prisma.entry.findMany({ where: { districtId: actor.district, id: { in: votes.map(({ entryId }) => entryId) } }, select: { id: true, title: true } })).map(({ id: entry, title }) => [entry, title]));
    const counts = [...Map.groupBy(votes, ({ entryId }) => entryId)].map(([entry, own]) => ({ entry, title: titles.get(entry), counted: own.filter(({ held }) => held === null).length, held: own.filter(({ held }) => held !== null).length }));
    const networks = [...Map.groupBy(votes, ({ place }) => place)].filter(([, own]) => own.some(({ held }) => held !== null)).map(([network, own]) => ({ network, votes: own.map(({ personId, entryId, at, held, settledBy }) => ({ person: personId, entry: entryId, at, held, settledBy })) }));
    return { round: id, counts: counts.sort((a, b) => b.counted - a.counted || (a.entry < b.entry ? -1 : 1)), networks };
  }

  private async round(actor: Actor, id: string) {
    const round = await this.database.prisma.round.findUnique({ where: { districtId_id: { districtId: actor.district, id } }, include: { aggregate: true } });
    return round && round.plan !== null && planOfRound(round).way === 'public-vote' ? round : null;
  }
}
