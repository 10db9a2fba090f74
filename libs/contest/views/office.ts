import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, Permissions, type Actor } from '#platform';
import type { Passage } from '../domain/near-duplicate.js';

interface OriginalitySource {
  readonly title: string;
  readonly percent: number;
  readonly link?: string;
}

interface Pair {
  readonly id: string;
  readonly entryId: string;
  readonly earlierId: string;
  readonly similarity: number;
  readonly passages: readonly Passage[];
  readonly dismissedBy: string | null;
  readonly note: string | null;
}

/** Of a call’s entries, whichever of two each is: one query a side, so that each has its index. */
const PAIRS = `
SELECT d.id, d.entry_id AS "entryId", d.earlier_id AS "earlierId", d.similarity, d.passages, d.dismissed_by AS "dismissedBy", d.note
FROM near_duplicate d JOIN (
  SELECT o.id FROM near_duplicate o JOIN entry e ON e.district_id = o.district_id AND e.id = o.entry_id WHERE o.district_id = $1 AND e.call_id = $2
  UNION
  SELECT o.id FROM near_duplicate o JOIN entry e ON e.district_id = o.district_id AND e.id = o.earlier_id WHERE o.district_id = $1 AND e.call_id = $2
) own ON own.id = d.id
WHERE d.district_id = $1 ORDER BY d.similarity DESC, d.id`;

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
    const { rows: pairs } = await this.database.pool.query<Pair>(PAIRS, [actor.district, call]);
    const both = await prisma.entry.findMany({ where: { AND: [allowed, { id: { in: pairs.flatMap(({ entryId, earlierId }) => [entryId, earlierId]) } }] }, include: { call: { include: { contest: true } } } });
    const about = new Map(both.map(({ id, title, call: { name, contest } }) => [id, { entry: id, title, call: name, contest: contest.name, edition: contest.edition }]));
    return {
      items: pairs
        .filter(({ entryId, earlierId }) => about.has(entryId) && about.has(earlierId))
        .map(({ id, entryId, earlierId, similarity, passages, dismissedBy, note }) => ({ id, one: about.get(entryId), other: about.get(earlierId), similarity, passages, dismissedBy, note })),
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
