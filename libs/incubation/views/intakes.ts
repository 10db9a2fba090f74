import { Injectable } from '@nestjs/common';
import type { Criterion } from '#contest';
import { refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { rankedBy, sheetsOf } from '../facts/sheets-of.js';

/** Intakes, applications and what the panel says of them. */
@Injectable()
export class IntakesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async list(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.intake.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Intake'), where] }, include: { aggregate: true, platform: true, cohort: true }, ...rest });
    return page(rows, query, ({ id, name, platform, cohort, closesOn, rubric, quorum, threshold, aggregate: { state, version } }) => ({ id, name, platform: { id: platform.id, name: platform.name }, cohort: cohort && { id: cohort.id, name: cohort.name }, closesOn, rubric: rubric as unknown as Criterion[], quorum, threshold, state, version }));
  }

  /** An intake's applications for its manager, ranked by the panel as a contest's entries are. */
  async ranking(actor: Actor, id: string) {
    const intake = await this.database.prisma.intake.findFirst({ where: { AND: [this.permissions.where(actor, 'run', 'Intake'), { id }] }, include: { applications: { include: { aggregate: true, reviews: true } } } });
    if (!intake) return refuse(notFound, { kind: 'intake', id });
    const rows = new Map(intake.applications.map((one) => [one.id, one]));
    const ranked = rankedBy(intake, [...rows.keys()], sheetsOf(intake.applications.flatMap(({ reviews }) => reviews)));
    return {
      ...{ id, name: intake.name, reviewers: intake.reviewers, quorum: intake.quorum, threshold: intake.threshold },
      items: ranked.map(({ entry, score, rank, tied, sheets, criteria }) => {
        const { firm, aggregate, reason } = rows.get(entry)!;
        return { application: entry, firm, state: aggregate.state, reason, total: score, rank, tied, sheets, criteria: criteria as Record<string, string>, enough: sheets >= intake.quorum, above: score !== null && Number(score) >= intake.threshold };
      }),
    };
  }

  async applications(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.application.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Application'), where] }, include: { aggregate: true, intake: true }, ...rest });
    return page(rows, query, ({ id, intake, projectId, firm, aggregate: { state, version } }) => ({ id, intake: { id: intake.id, name: intake.name }, project: projectId, firm, state, version }));
  }

  /** An application; its manager sees all sheets, a reviewer the others' once his own is in, its team none before it is decided and then the total. */
  async application(actor: Actor, id: string) {
    const row = await this.database.prisma.application.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Application'), { id }] }, include: { aggregate: true, reviews: true, intake: true } });
    if (!row) return refuse(notFound, { kind: 'application', id });
    const person = actor.kind === 'person' ? actor.id : null;
    const manages = this.permissions.allows(actor, 'decide', 'Application', row) || this.permissions.allows(actor, 'read-marks', 'Application', row);
    const reviews = row.intake.reviewers.some((reviewer) => reviewer === person);
    const mine = row.reviews.find(({ reviewerId }) => reviewerId === person);
    const shown = manages || (reviews && mine) ? row.reviews : mine ? [mine] : [];
    const { aggregate, intake } = row;
    return {
      ...{ id, project: row.projectId, firm: row.firm, summary: row.summary, needs: row.needs, state: aggregate.state, version: aggregate.version, reason: row.reason },
      intake: { id: intake.id, name: intake.name, rubric: intake.rubric as unknown as Criterion[] },
      total: aggregate.state === 'submitted' ? null : row.total,
      sheets: shown.map(({ reviewerId, marks, comment, at }) => ({ reviewer: reviewerId, own: reviewerId === person, marks: marks as unknown as { criterion: string; mark: number; comment?: string }[], comment, at })),
    };
  }
}
