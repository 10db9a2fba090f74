import { Injectable } from '@nestjs/common';
import { daysBetween } from '#kernel';
import { Calendar, Database, Permissions, type Actor } from '#platform';
import { STRETCHES } from '../domain/durations.js';
import { survivalOf } from '../domain/kaplan-meier.js';

/** Fewer than so many make an estimate that says little. */
const FEW = 20;

interface Began {
  readonly aggregate: string;
  readonly project: string | null;
  readonly from: Date;
  readonly to: Date | null;
  readonly ended: Date | null;
}

/** How long projects take from stage to stage, those still on their way and those that left included. */
@Injectable()
export class DurationsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  async all(actor: Actor) {
    const today = this.calendar.today();
    const readable = new Set((await this.database.prisma.project.findMany({ where: this.permissions.where(actor, 'read', 'Project'), select: { id: true } })).map(({ id }) => id));
    const stretches = await Promise.all(
      STRETCHES.map(async ({ key, zh, en, from, to, ends }) => {
        const { rows } = await this.database.pool.query<Began>(BEGAN, [actor.district, from, to, ends]);
        const spells = rows.map(({ project, from: began, to: came, ended }) => {
          const happened = came !== null && (ended === null || came <= ended);
          return { project, from: this.calendar.dayOf(began), days: daysBetween(this.calendar.dayOf(began), happened ? this.calendar.dayOf(came) : ended === null ? today : this.calendar.dayOf(ended)), happened };
        });
        // Rounded for people; the records behind it are exact.
        const { steps, ...survival } = survivalOf(spells);
        const shown = steps.map(({ waiting, low, high, ...step }) => ({ ...step, waiting: round(waiting), low: round(low), high: round(high) }));
        const warning = spells.length >= FEW ? null : { zh: `仅 ${spells.length} 个样本，估计很不确定`, en: `only ${spells.length} cases: the estimate says little` };
        return { key, zh, en, from, to, ...survival, steps: shown, warning, records: spells.filter(({ project }) => project !== null && readable.has(project)) };
      }),
    );
    return { day: today, items: stretches };
  }
}

const round = (part: number): number => Math.round(part * 1000) / 1000;

/** Each thing once: when it first began, when it came to the second event, and when it ended without. */
const BEGAN = `
SELECT e.aggregate_id AS aggregate, min(e.project_id::text) AS project, min(e.at) AS "from",
  (SELECT min(t.at) FROM event t WHERE t.district_id = $1 AND t.aggregate_id = e.aggregate_id AND t.name = $3) AS "to",
  (SELECT min(t.at) FROM event t WHERE t.district_id = $1 AND t.aggregate_id = e.aggregate_id AND t.name = ANY($4::text[])) AS ended
FROM event e WHERE e.district_id = $1 AND e.name = $2 GROUP BY e.aggregate_id ORDER BY min(e.at), e.aggregate_id`;
