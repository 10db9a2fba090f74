import { Injectable } from '@nestjs/common';
import { Database, page, Permissions, recusedOf, slice, type Actor, type PageQuery } from '#platform';

/** The pool of judges with each one's record over all editions. */
@Injectable()
export class JudgesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async pool(actor: Actor, query: PageQuery, field?: string) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.judge.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Judge'), where, field === undefined ? {} : { fields: { has: field } }] }, include: { aggregate: true }, ...rest });
    const ids = rows.map(({ personId }) => personId);
    const people = new Map((await this.database.prisma.person.findMany({ where: { districtId: actor.district, id: { in: ids } }, include: { organisation: true } })).map((person) => [person.id, person]));
    const records = new Map((await this.records(actor, ids)).map(({ judge, ...record }) => [judge, record]));
    return page(rows, query, ({ id, personId, fields, expertise, maxEntries, aggregate: { state, version } }) => ({
      ...{ id, person: personId, name: people.get(personId)?.name, email: people.get(personId)?.email, organisation: people.get(personId)?.organisation?.name ?? null, fields, expertise, maxEntries, state, version },
      record: records.get(personId) ?? NO_RECORD,
    }));
  }

  /**
   * How each has judged so far: sheets given, handed in, in time, and taken from him; and how far his totals lie above
   * (or below) the mean of the others' for the same entries, in points, with the number of entries behind it.
   */
  private records(actor: Actor, people: readonly string[]): Promise<JudgeRecord[]> {
    const recused = recusedOf(actor);
    return this.database.prisma.$queryRaw<JudgeRecord[]>`
      WITH sheets AS (
        SELECT s.*, r.judge_by FROM score_sheet s JOIN round r ON r.district_id = s.district_id AND r.id = s.round_id
        JOIN entry e ON e.district_id = s.district_id AND e.id = s.entry_id AND e.project_id <> ALL(${recused}::uuid[])
        WHERE s.district_id = ${actor.district}::uuid AND s.judge_id = ANY(${[...people]}::uuid[])
      ),
      totals AS (
        SELECT x.round_id, x.entry_id, x.judge_id, sum(m.value * a.factor) AS total FROM score_sheet x
        JOIN mark m ON m.district_id = x.district_id AND m.sheet_id = x.id JOIN aspect a ON a.district_id = m.district_id AND a.id = m.aspect_id
        WHERE x.district_id = ${actor.district}::uuid AND (x.round_id, x.entry_id) IN (SELECT round_id, entry_id FROM sheets WHERE submitted_at IS NOT NULL AND pulled IS NULL)
        GROUP BY x.round_id, x.entry_id, x.judge_id
      ),
      gaps AS (
        SELECT own.judge_id, own.total - avg(other.total) AS gap FROM totals own JOIN totals other ON other.round_id = own.round_id AND other.entry_id = own.entry_id AND other.judge_id <> own.judge_id
        WHERE own.judge_id = ANY(${[...people]}::uuid[]) GROUP BY own.round_id, own.entry_id, own.judge_id, own.total
      ),
      severity AS (SELECT judge_id, round(avg(gap), 2)::float8 AS gap, count(*)::int AS entries FROM gaps GROUP BY judge_id)
      SELECT sheets.judge_id AS judge, count(*)::int AS given, count(submitted_at)::int AS "handedIn",
        count(*) FILTER (WHERE submitted_at <= coalesce(judge_by, submitted_at))::int AS "inTime", count(pulled)::int AS pulled,
        max(severity.gap) AS "aboveOthers", coalesce(max(severity.entries), 0)::int AS "comparedEntries"
      FROM sheets LEFT JOIN severity ON severity.judge_id = sheets.judge_id GROUP BY sheets.judge_id`;
  }
}

interface JudgeRecord {
  readonly judge: string;
  readonly given: number;
  readonly handedIn: number;
  readonly inTime: number;
  readonly pulled: number;
  readonly aboveOthers: number | null;
  readonly comparedEntries: number;
}

const NO_RECORD: Omit<JudgeRecord, 'judge'> = { given: 0, handedIn: 0, inTime: 0, pulled: 0, aboveOthers: null, comparedEntries: 0 };
