import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, Permissions, type Actor } from '#platform';
import { isPublic } from '../domain/entry.js';
import { isTooNear } from '../facts/too-near.js';
import { resultsOf, type Result } from '../facts/results.js';

/** What became of a call: as it was announced, version by version, and for the office as it stands. */
@Injectable()
export class ResultsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /**
   * Results as the public sees them: what was announced last, to the letter. While they are taken back to be corrected
   * they say so, and why.
   */
  async results(actor: Actor, id: string) {
    const call = await this.call(actor, id);
    if (!call) return refuse(notFound, { kind: 'results', id });
    const [latest, ...earlier] = call.announcements;
    if (!latest && !isPublic(call.aggregate.state)) return refuse(notFound, { kind: 'results', id });
    // An edition that was brought in was never announced here.
    const results = latest ? (latest.results as unknown as Result[]) : await resultsOf(this.database.prisma, actor.district, call);
    return {
      ...{ call: id, state: call.aggregate.state, withdrawn: !isPublic(call.aggregate.state), announcedUntil: call.announceUntil },
      ...(latest && { version: latest.version, from: latest.from, until: latest.until, provisional: latest.provisional, reason: latest.reason, hash: latest.hash }),
      versions: [...(latest ? [latest] : []), ...earlier].map(({ version, at, reason, hash }) => ({ version, at, reason, hash })),
      results: results.map(publicResult),
    };
  }

  /** A version of the results as it was announced, for whoever wants to compare. */
  async version(actor: Actor, id: string, version: number) {
    const call = await this.call(actor, id);
    const found = call?.announcements.find((announcement) => announcement.version === version);
    return found ? { call: id, version, from: found.from, until: found.until, reason: found.reason, hash: found.hash, results: (found.results as unknown as Result[]).map(publicResult) } : refuse(notFound, { kind: 'results', id });
  }

  /** The decision sheet: results as they stand, before anyone is told. */
  async sheet(actor: Actor, id: string) {
    const { prisma } = this.database;
    const call = await prisma.call.findFirst({ where: { AND: [this.permissions.where(actor, 'run', 'Call'), { id }] }, include: { aggregate: true } });
    if (!call) return refuse(notFound, { kind: 'call', id });
    if (await isTooNear(prisma, actor, id)) return refuse(notFound, { kind: 'results', id });
    const results = await resultsOf(prisma, actor.district, call);
    const diligence = await prisma.diligence.findMany({ where: { districtId: actor.district, entry: { callId: id } }, orderBy: { id: 'asc' } });
    const latest = new Map(diligence.map((row) => [row.entryId, { verdict: row.verdict, note: row.note, findings: row.findings as unknown as { item: string; found: string; note?: string }[], at: row.at }]));
    const items = await prisma.agendaItem.findMany({ where: { districtId: actor.district, decidedAt: { not: null }, meeting: { round: { callId: id } } }, include: { meeting: true }, orderBy: { decidedAt: 'asc' } });
    const panel = Map.groupBy(items, ({ entryId }) => entryId);
    return { call: id, state: call.aggregate.state, shortlist: call.shortlist, awards: call.awards, results: results.map((result) => ({ ...result, diligence: latest.get(result.entry) ?? null, panel: (panel.get(result.entry) ?? []).map(({ meeting, decision, note, decidedAt }) => ({ meeting: meeting.name, decision, note, decidedAt })) })) };
  }

  private call(actor: Actor, id: string) {
    return this.database.prisma.call.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Call'), { id }] }, include: { aggregate: true, announcements: { orderBy: { version: 'desc' } } } });
  }
}

/** A result without what only the office works with. */
const publicResult = ({ field: _, ...result }: Result) => result;
