import { Injectable } from '@nestjs/common';
import { evaluate, type Explanation, localDay, periodOf, readCertificateCode, refuse } from '#kernel';
import { Clock, Config, Database, notFound, page, Permissions, Prisma, slice, type Actor, type PageQuery } from '#platform';
import { ruleOn } from '#rulebook';
import { FIGURES, type FigureKind } from '../domain/figures.js';
import { gapList } from '../domain/gap-list.js';
import { graduationFacts } from '../domain/graduation-facts.js';
import { missing } from '../domain/health.js';
import { paceOf } from '../domain/report.js';
import { wayOf } from '../domain/way.js';
import { dueDay, isLate } from '../facts/deadlines.js';
import { earlierThan, reportsOf } from '../facts/figures-of.js';
import { healthRule, reportsSince, signsOf, WITH_HEALTH } from '../facts/signs-of.js';
import { GRADUATION } from '../rules/graduation.js';

/** Firms in incubation and after it. */
@Injectable()
export class IncubateesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  private today = () => localDay(this.clock.now(), this.config.TIME_ZONE);

  async list(actor: Actor, query: PageQuery, { platform, state }: { platform?: string | undefined; state?: string | undefined } = {}) {
    const { where, ...rest } = slice(query);
    const asked = { ...(platform !== undefined && { platformId: platform }), ...(state !== undefined && { aggregate: { state } }) };
    const rows = await this.database.prisma.incubatee.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Incubatee'), where, asked] }, include: { aggregate: true, platform: true, nextPlatform: true }, ...rest });
    return page(rows, query, ({ id, projectId, firm, creditCode, field, platform: at, nextPlatform, contractFrom, contractTo, graduatedOn, aggregate }) => ({
      ...{ id, project: projectId, firm, creditCode, field, platform: at && { id: at.id, name: at.name }, next: nextPlatform && { id: nextPlatform.id, name: nextPlatform.name }, contractFrom, contractTo, graduatedOn },
      ...{ state: aggregate.state, version: aggregate.version },
    }));
  }

  /** A firm with its way, contract, milestones, reports, money and signs, and what is still missing for graduation. */
  async one(actor: Actor, id: string) {
    const row = await this.database.prisma.incubatee.findFirst({
      where: { AND: [this.permissions.where(actor, 'read', 'Incubatee'), { id }] },
      include: { ...WITH_HEALTH, nextPlatform: true, stays: { include: { platform: true }, orderBy: { from: 'asc' } }, investments: true, leases: { include: { unit: true, aggregate: true }, orderBy: { from: 'asc' } } },
    });
    if (!row) return refuse(notFound, { kind: 'incubatee', id });
    const { aggregate, platform, nextPlatform, stays, milestones, reports, investments, flagActions } = row;
    const today = this.today();
    const rule = await ruleOn(this.database.prisma, actor.district, GRADUATION, 'incubator-graduation', today);
    const graduation = (aggregate.state === 'graduated' ? row.graduation : rule && evaluate(rule, graduationFacts({}, investments.map(({ amount }) => amount), reportsOf(reports)))) as Explanation | null | undefined;
    const runs = this.permissions.allows(actor, 'set-milestone', 'Incubatee', row);
    return {
      ...{ id, project: row.projectId, firm: row.firm, creditCode: row.creditCode, registeredOn: row.registeredOn, field: row.field, profile: row.profile as object, needs: row.needs, needWords: row.needWords },
      ...{ state: aggregate.state, version: aggregate.version, contractFrom: row.contractFrom, contractTo: row.contractTo, graduatedOn: row.graduatedOn, certificate: row.certificate, admission: row.admission as Explanation | null },
      platform: platform && { id: platform.id, name: platform.name, kind: platform.kind },
      next: nextPlatform && { id: nextPlatform.id, name: nextPlatform.name },
      way: wayOf(stays.map((stay) => ({ ...stay, platform: stay.platform.name }))),
      stays: stays.map((stay) => ({ platform: { id: stay.platform.id, name: stay.platform.name }, from: stay.from, until: stay.until, ended: stay.ended, reason: stay.reason })),
      milestones: milestones.map(({ id: milestone, title, dueOn, reachedOn, metric, target, moved }) => ({ id: milestone, title, dueOn, reachedOn, metric, target: target === null ? null : Number(target), moved })),
      reports: reports.map(({ period, version, figures, confirmed, reportedAt }) => ({ period, version, figures: figures as Record<string, number>, confirmed, reportedAt, late: isLate(period, localDay(reportedAt, this.config.TIME_ZONE)) })),
      investments: investments.map(({ id: investment, fundId, amount, instrument, paidOn }) => ({ id: investment, fund: fundId, amount: Number(amount), instrument, paidOn })),
      leases: row.leases.filter(({ from, to }) => to >= from).map((lease) => ({ id: lease.id, unit: lease.unit.code, area: lease.unit.area, from: lease.from, to: lease.to, rent: Number(lease.rent), subsidy: lease.subsidy, state: lease.aggregate.state })),
      graduation: graduation ?? null,
      missing: graduation && graduation.verdict !== 'pass' ? gapList(graduation) : [],
      signs: runs && aggregate.state === 'admitted' ? signsOf(await healthRule(this.database.prisma, actor.district, today), row, today, this.config.TIME_ZONE) : [],
      acted: runs ? flagActions.map(({ flag, did, until, byId, at }) => ({ flag, did, until, by: byId, at })) : [],
    };
  }

  /** All versions of a firm's reports, the latest first. */
  async reports(actor: Actor, id: string) {
    const row = await this.database.prisma.incubatee.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Incubatee'), { id }] } });
    if (!row) return refuse(notFound, { kind: 'incubatee', id });
    const versions = await this.database.prisma.periodicReport.findMany({ where: { districtId: actor.district, incubateeId: id }, orderBy: [{ period: 'desc' }, { version: 'desc' }] });
    return { items: versions.map(({ period, version, current, figures, confirmed, reason, reportedAt, reportedBy }) => ({ period, version, current, figures: figures as Record<string, number>, confirmed, reason, reportedAt, by: reportedBy })) };
  }

  /** The form to fill in next: the period that is due, what it asks, and what was said last time. */
  async nextReport(actor: Actor, id: string) {
    const row = await this.database.prisma.incubatee.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Incubatee'), { id }] }, include: WITH_HEALTH });
    if (!row) return refuse(notFound, { kind: 'incubatee', id });
    const [reports, cadence, today] = [reportsOf(row.reports), paceOf(row.platform), this.today()] as const;
    const deadline = await this.database.prisma.deadline.findFirst({ where: { districtId: actor.district, aggregateId: id, name: 'report:due' } });
    const waiting = (deadline?.payload as { period?: string } | undefined)?.period ?? null;
    const late = row.aggregate.state === 'admitted' ? missing(reports, reportsSince(row, this.config.TIME_ZONE), cadence, today) : [];
    const period = late[0] ?? waiting ?? periodOf(today, cadence);
    const last = earlierThan(period, reports).at(-1);
    return { period, dueOn: dueDay(period), late, fields: FIGURES.map((one): FigureKind => one), last: last?.period ?? null, figures: (last?.figures ?? {}) as Record<string, number> };
  }

  /** What a certificate's code stands for: the graduate, or that there is none. */
  async check(district: string, code: string) {
    const wanted = readCertificateCode(code);
    const row = wanted === null ? null : await this.graduate({ districtId: district, certificate: wanted });
    return row ? { valid: true, firm: row.firm, platform: row.platform?.name ?? null, on: row.graduatedOn, code: row.certificate } : { valid: false as const };
  }

  /** A graduate as his certificate is made of, for whoever may read him. */
  graduateFor(actor: Actor, id: string) {
    return this.graduate({ AND: [this.permissions.where(actor, 'read', 'Incubatee'), { id, certificate: { not: null } }] });
  }

  private async graduate(where: Prisma.IncubateeWhereInput) {
    const row = await this.database.prisma.incubatee.findFirst({ where, include: { stays: { where: { ended: 'graduated' }, include: { platform: true }, orderBy: { from: 'asc' }, take: 1 } } });
    return row && { firm: row.firm ?? '', certificate: row.certificate ?? '', graduatedOn: row.stays[0]?.until ?? row.graduatedOn ?? '', platform: row.stays[0]?.platform ?? null };
  }
}
