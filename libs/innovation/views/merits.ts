import { Injectable } from '@nestjs/common';
import { isRefusal } from '#kernel';
import { marksBeside, type MarkOfProject } from '#contest';
import { Config, Database, Permissions, type Actor } from '#platform';
import { STAGES } from '../domain/funnel.js';
import { meritOf, percentiles, shareOf, warningFor } from '../domain/merits.js';
import { questionOf } from './question.js';

/** What may be taken for success: the stages after the award. */
export const OUTCOMES = STAGES.slice(STAGES.findIndex(({ key }) => key === 'awarded') + 1).map(({ key }) => key);

interface Met {
  readonly mentor: string;
  readonly name: string;
  readonly project: string;
}

/** Which judges' marks, which criteria and which mentors went with later success. That they went together is not that one made the other. */
@Injectable()
export class MeritsView {
  constructor(
    private readonly database: Database,
    readonly permissions: Permissions,
    readonly config: Config,
  ) {}

  async all(actor: Actor, outcome: string) {
    const question = questionOf(this, actor, {});
    if (isRefusal(question)) return question;
    const stage = STAGES.find(({ key }) => key === outcome)!;
    const came = await this.came(actor.district, stage.event);
    // A round of which nobody came that far has nobody to compare the others with.
    const marks = await marksBeside(this.database, actor.district, came);
    const entered = [...Map.groupBy(marks, ({ round }) => round).values()].flatMap(standings);
    return {
      outcome: stage.key,
      zh: stage.zh,
      en: stage.en,
      panel: this.merit(entered.filter(({ of }) => of === 'panel'), came),
      criteria: this.merits(entered.filter(({ of }) => of === 'criterion'), came),
      judges: this.merits(entered.filter(({ of }) => of === 'judge'), came),
      mentors: await this.mentors(actor.district, came),
    };
  }

  private merits(all: readonly Standing[], came: ReadonlySet<string>) {
    return [...Map.groupBy(all, ({ key }) => key)].map(([key, own]) => ({ key, name: own[0]!.name, ...this.merit(own, came) })).sort((a, b) => (b.area ?? 0) - (a.area ?? 0) || (a.key < b.key ? -1 : 1));
  }

  private merit(own: readonly Standing[], came: ReadonlySet<string>) {
    const successes = own.filter(({ project }) => came.has(project)).length;
    const merit = meritOf(own.map(({ score, project }) => ({ score, success: came.has(project) })));
    return { area: merit && rounded(merit.area), low: merit && rounded(merit.low), high: merit && rounded(merit.high), successes, others: own.length - successes, projects: [...new Set(own.map(({ project }) => project))], warning: warningFor(successes, own.length - successes) };
  }

  /** Of the firms that a mentor saw, and of those in a platform that saw none, how many came that far. */
  private async mentors(district: string, came: ReadonlySet<string>) {
    const { rows } = await this.database.pool.query<Met>(
      `SELECT DISTINCT s.mentor_id AS mentor, m.name, s.project_id AS project FROM mentor_session s JOIN mentor m ON m.district_id = s.district_id AND m.id = s.mentor_id WHERE s.district_id = $1 AND s.minutes IS NOT NULL`,
      [district],
    );
    const { rows: all } = await this.database.pool.query<{ project: string }>('SELECT DISTINCT project_id AS project FROM stay WHERE district_id = $1', [district]);
    const seen = new Set(rows.map(({ project }) => project));
    const told = (key: string | null, name: string, projects: readonly string[]) => {
      const successes = projects.filter((project) => came.has(project)).length;
      const { share, low, high } = projects.length === 0 ? { share: 0, low: 0, high: 1 } : shareOf(successes, projects.length);
      return { key, name, share: rounded(share), low: rounded(low), high: rounded(high), successes, others: projects.length - successes, projects, warning: warningFor(successes, projects.length - successes) };
    };
    return [
      ...[...Map.groupBy(rows, ({ mentor }) => mentor)].map(([mentor, own]) => told(mentor, own[0]!.name, own.map(({ project }) => project))).sort((a, b) => b.low - a.low || (a.name < b.name ? -1 : 1)),
      told(null, '', all.map(({ project }) => project).filter((project) => !seen.has(project))),
    ];
  }

  private async came(district: string, event: string): Promise<ReadonlySet<string>> {
    const { rows } = await this.database.pool.query<{ project: string }>('SELECT DISTINCT project_id AS project FROM event WHERE district_id = $1 AND name = $2 AND project_id IS NOT NULL', [district, event]);
    return new Set(rows.map(({ project }) => project));
  }
}

/** Where an entry stood in its round by one judge, one criterion or the whole panel: the part of the others that it was above. */
interface Standing {
  readonly of: 'judge' | 'criterion' | 'panel';
  readonly key: string;
  readonly name: string;
  readonly project: string;
  readonly score: number;
}

/** Marks of different rounds have different ranges, so each round is looked at for itself. */
function standings(round: readonly MarkOfProject[]): Standing[] {
  const by = (of: Standing['of'], key: (mark: MarkOfProject) => string, name: (mark: MarkOfProject) => string): Standing[] =>
    [...Map.groupBy(round, key).values()].flatMap((own) => {
      const means = [...Map.groupBy(own, ({ project }) => project)].map(([project, marks]) => ({ project, mean: marks.reduce((sum, { value }) => sum + value, 0) / marks.length }));
      return [...percentiles(means, ({ mean }) => mean)].map(([{ project }, score]) => ({ of, key: key(own[0]!), name: name(own[0]!), project, score }));
    });
  return [...by('judge', ({ judge }) => judge, ({ judgeName }) => judgeName), ...by('criterion', ({ criterion }) => criterion, ({ criterion }) => criterion), ...by('panel', () => 'panel', () => '')];
}

const rounded = (part: number): number => Math.round(part * 1000) / 1000;
