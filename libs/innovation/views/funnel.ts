import { Calendar, Database } from '#platform';
import { Injectable } from '@nestjs/common';
import { ENTERED, STAGES } from '../domain/funnel.js';

/** How many projects reached each stage; the list behind a figure is `GET /projects?reached=EVENT`. */
export interface FunnelLine {
  readonly stage: string;
  readonly event: string;
  readonly zh: string;
  readonly en: string;
  readonly projects: number;
}

/** The way of one project, as the public may see it: when it reached which stage. */
export interface Journey {
  readonly project: string;
  readonly title: string;
  readonly firm: string | null;
  readonly stages: readonly { stage: string; on: Date }[];
}

@Injectable()
export class FunnelView {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {}

  /** Of all projects, or of those that entered one call or one edition; as far as they were by the end of a day. */
  async funnel(district: string, { call, contest, until, knownAt = null }: { call?: string | undefined; contest?: string | undefined; until?: string | undefined; knownAt?: Date | null } = {}): Promise<FunnelLine[]> {
    // What is announced later is not known yet; what was known is what had happened.
    const ends = until === undefined ? knownAt : new Date(Math.min(this.calendar.endOf(until).getTime(), knownAt?.getTime() ?? Infinity));
    const { rows } = await this.database.pool.query<{ stage: string; projects: number }>(`${reached((at) => `AND ($5::timestamptz IS NULL OR ${at} <= $5)`)} SELECT stage, count(DISTINCT project)::int AS projects FROM reached WHERE ($3::text IS NULL AND $6::uuid IS NULL) OR EXISTS (SELECT 1 FROM event s WHERE s.district_id = $1 AND s.project_id = reached.project AND s.name = $4 AND (s.payload ->> 'call' = $3 OR s.payload ->> 'call' IN (SELECT id::text FROM call WHERE district_id = $1 AND contest_id = $6))) GROUP BY stage`, [district, JSON.stringify(STAGES), call ?? null, ENTERED, ends, contest ?? null]);
    const counts = new Map(rows.map(({ stage, projects }) => [stage, projects]));
    return STAGES.map(({ key, event, zh, en }) => ({ stage: key, event, zh, en, projects: counts.get(key) ?? 0 }));
  }

  /** The projects that came furthest, those with a standing award only. */
  async furthest(district: string, most: number): Promise<Journey[]> {
    const { rows } = await this.database.pool.query<Journey>(
      `${reached(() => '')}, journey AS (
         SELECT project, stage, min(at) AS "on", min(place) AS place FROM reached GROUP BY project, stage)
       SELECT p.id AS project, p.title, p.firm, jsonb_agg(jsonb_build_object('stage', j.stage, 'on', j."on") ORDER BY j."on", j.place) AS stages
       FROM journey j JOIN project p ON p.district_id = $1 AND p.id = j.project
       GROUP BY p.id, p.title, p.firm HAVING bool_or(j.stage = 'awarded') ORDER BY count(*) DESC, min(j."on") LIMIT $3`,
      [district, JSON.stringify(STAGES), most],
    );
    return rows;
  }
}

/** @param also a further condition on when an event happened, which one that is the condition of another has to meet too */
const reached = (also: (at: string) => string): string => `
WITH stage AS (SELECT s.*, row_number() OVER () AS place FROM jsonb_to_recordset($2::jsonb) AS s(key text, event text, once jsonb)),
reached AS (
  SELECT s.key AS stage, s.place, e.project_id AS project, e.at
  FROM stage s JOIN event e ON e.district_id = $1 AND e.name = s.event AND e.project_id IS NOT NULL ${also('e.at')}
  WHERE s.once IS NULL OR EXISTS (SELECT 1 FROM event o WHERE o.district_id = e.district_id AND o.name = s.once ->> 'event' AND o.aggregate_id::text = e.payload ->> (s.once ->> 'field') ${also('o.at')})
)`;
