import { Injectable } from '@nestjs/common';
import { canonical, refuse, type Refusal } from '#kernel';
import { drawnOrder, lotOf } from '#judging';
import { Database, notFound, Permissions, SigningKey, type Actor } from '#platform';
import { isPublic } from '../domain/entry.js';
import { BUNDLE, checksumOf, type BundledRound, type ResultsBundle, type SignedBundle } from '../domain/results-bundle.js';
import { conflictsAmong } from '../facts/conflict-facts.js';
import { materialOf } from '../facts/ranking.js';
import { resultsOf, scoreText } from '../facts/results.js';
import { planOfRound } from '../facts/round-plan.js';

/** The results bundle of a call: all that anyone needs to compute its results again, and nobody's name who judged. */
@Injectable()
export class BundlesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly key: SigningKey,
  ) {}

  async bundle(actor: Actor, id: string): Promise<SignedBundle | Refusal> {
    const { prisma } = this.database;
    const call = await prisma.call.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Call'), { id }] }, include: { aggregate: true, contest: true, announcements: { orderBy: { version: 'desc' }, take: 1 } } });
    const announcement = call?.announcements[0];
    if (!call || !announcement || !isPublic(call.aggregate.state)) return refuse(notFound, { kind: 'results', id });
    const rounds = await prisma.round.findMany({ where: { districtId: actor.district, callId: id, kind: 'judging', aggregate: { state: { in: ['ranked', 'decided'] } } }, orderBy: [{ stage: 'asc' }, { id: 'asc' }] });
    const results = await resultsOf(prisma, actor.district, call);
    const bundle: ResultsBundle = {
      format: BUNDLE,
      contest: { name: call.contest.name, edition: call.contest.edition },
      call: { id, name: call.name, group: call.group },
      announcement: { version: announcement.version, hash: announcement.hash },
      titles: Object.fromEntries(results.map(({ entry, title }) => [entry, title])),
      rounds: await Promise.all(rounds.filter(({ plan }) => plan !== null).map((round) => this.round(actor, round))),
      decisions: results.map(({ entry, place, shortlisted, awarded, prize, reason }) => ({ entry, place, shortlisted, awarded, prize, reason })),
    };
    return { bundle, checksum: checksumOf(bundle), signature: this.key.sign(canonical(bundle)), publicKey: this.key.publicKey };
  }

  private async round(actor: Actor, round: { readonly id: string; readonly callId: string; readonly name: string; readonly plan: unknown }): Promise<BundledRound> {
    const { prisma } = this.database;
    const of = { districtId: actor.district, roundId: round.id };
    const material = await materialOf(prisma, actor.district, round);
    const judges = [...new Set([...material.sheets, ...material.comparisons].map(({ judge }) => judge))].sort((a, b) => lotOf(round.id, a) - lotOf(round.id, b));
    const number = new Map(judges.map((judge, n) => [judge, `J${String(n + 1).padStart(2, '0')}`]));
    const draws = await prisma.draw.findMany({ where: of, orderBy: { purpose: 'asc' } });
    const standings = await prisma.standing.findMany({ where: of, orderBy: { entryId: 'asc' } });
    const people = (await prisma.judgeInvitation.findMany({ where: { districtId: actor.district, callId: round.callId }, select: { judgeId: true } })).map(({ judgeId }) => judgeId);
    const between = await conflictsAmong(prisma, actor.district, round.callId, { entries: material.entries, people });
    const order = draws.find(({ purpose, drawnAt }) => purpose === 'order' && drawnAt !== null);
    return {
      ...{ name: round.name, plan: planOfRound(round), entries: [...material.entries].sort(), votes: material.votes },
      sheets: material.sheets.map((sheet) => ({ ...sheet, judge: number.get(sheet.judge)! })).sort((a, b) => (`${a.entry} ${a.judge}` < `${b.entry} ${b.judge}` ? -1 : 1)),
      comparisons: material.comparisons.map((one) => ({ ...one, judge: number.get(one.judge)! })),
      conflicts: people.reduce((sum, person) => sum + material.entries.filter((entry) => (between(entry, person) ?? []).length > 0).length, 0),
      pulled: await prisma.scoreSheet.count({ where: { ...of, pulled: { not: null } } }),
      draws: draws.map(({ purpose, commitment, seed }) => ({ purpose, commitment, seed })),
      order: order ? drawnOrder(order.seed, material.entries) : [],
      ranking: standings.map(({ entryId, total, rank, tied }) => ({ entry: entryId, score: scoreText(round, total), rank, tied: tied ?? false })),
      goneOn: standings.flatMap(({ entryId, goesOn, goesOnWhy }) => (goesOn === null ? [] : [{ entry: entryId, goesOn, reason: goesOnWhy }])),
    };
  }
}
