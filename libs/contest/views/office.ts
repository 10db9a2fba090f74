import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, Permissions, type Actor } from '#platform';
import type { Passage } from '../domain/near-duplicate.js';

interface OriginalitySource {
  readonly title: string;
  readonly percent: number;
  readonly link?: string;
}

/** What the office is hinted at in a call: like entries, and names that give authors away. */
@Injectable()
export class OfficeView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** Pairs of entries that say nearly the same, the likest first, with the passages side by side. */
  async nearDuplicates(actor: Actor, call: string) {
    const { prisma } = this.database;
    if (!(await this.runs(actor, call))) return refuse(notFound, { kind: 'call', id: call });
    const allowed = this.permissions.where(actor, 'disqualify', 'Entry');
    const entries = await prisma.entry.findMany({ where: { AND: [allowed, { callId: call }] }, select: { id: true } });
    const ids = entries.map(({ id }) => id);
    const pairs = await prisma.nearDuplicate.findMany({ where: { districtId: actor.district, OR: [{ entryId: { in: ids } }, { earlierId: { in: ids } }] }, orderBy: [{ similarity: 'desc' }, { id: 'asc' }] });
    const both = await prisma.entry.findMany({ where: { AND: [allowed, { id: { in: pairs.flatMap(({ entryId, earlierId }) => [entryId, earlierId]) } }] }, include: { call: { include: { contest: true } } } });
    const about = new Map(both.map(({ id, title, call: { name, contest } }) => [id, { entry: id, title, call: name, contest: contest.name, edition: contest.edition }]));
    return {
      items: pairs
        .filter(({ entryId, earlierId }) => about.has(entryId) && about.has(earlierId))
        .map(({ id, entryId, earlierId, similarity, passages, dismissedBy, note }) => ({ id, one: about.get(entryId), other: about.get(earlierId), similarity, passages: passages as unknown as Passage[], dismissedBy, note })),
    };
  }

  /** What outside services found of a call's entries elsewhere, the most first; `latest`: of what the entry says now. */
  async originalityReports(actor: Actor, call: string, entry?: string) {
    if (!(await this.runs(actor, call))) return refuse(notFound, { kind: 'call', id: call });
    const rows = await this.database.prisma.originalityReport.findMany({
      where: { districtId: actor.district, ...(entry !== undefined && { entryId: entry }), entry: { is: { AND: [this.permissions.where(actor, 'disqualify', 'Entry'), { callId: call }] } } },
      include: { entry: { select: { title: true, _count: { select: { submissions: true } } } } },
      orderBy: [{ percent: 'desc' }, { id: 'asc' }],
    });
    return { items: rows.map(({ id, entryId, entry: of, submission, service, percent, link, sources, at, dismissedBy, note }) => ({ id, entry: entryId, title: of.title, submission, latest: submission === of._count.submissions, service, percent, link, sources: sources as unknown as OriginalitySource[], at, dismissedBy, note })) };
  }

  /** The names found in a call's entries that nobody has looked at, and those that were cleared. */
  async findings(actor: Actor, call: string) {
    if (!(await this.runs(actor, call))) return refuse(notFound, { kind: 'call', id: call });
    const rows = await this.database.prisma.nameFinding.findMany({ where: { districtId: actor.district, entry: { is: { AND: [this.permissions.where(actor, 'redact', 'Entry'), { callId: call }] } } }, include: { entry: true }, orderBy: { id: 'asc' } });
    return { items: rows.map(({ id, entryId, entry, place, of, name, excerpt, clearedBy, clearedAt }) => ({ id, entry: entryId, title: entry.title, place, of, name, excerpt, clearedBy, clearedAt })) };
  }

  private async runs(actor: Actor, call: string): Promise<boolean> {
    return (await this.database.prisma.call.count({ where: { AND: [this.permissions.where(actor, 'run', 'Call'), { id: call }] } })) > 0;
  }
}
