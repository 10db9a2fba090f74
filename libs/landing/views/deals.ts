import { Injectable } from '@nestjs/common';
import { refuse, type Explanation } from '#kernel';
import { Calendar, Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { rulesOf } from '#rulebook';
import { LANDING_RULES } from '../rules/landing-steps.js';
import { chaseLists, checklistOf, STEPS, usualDays, type DealSeen, type Evidence } from '../domain/deal-steps.js';
import { dealChart } from '../domain/deal-chart.js';
import { dealEnded, dealMachine, roseAboveScale } from '../domain/deal.js';
import { muOf } from '../domain/standard-land.js';

/** Deals on their way, plan against fact, and the lists that offices chase. */
@Injectable()
export class LandingDealsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  async list(actor: Actor, query: PageQuery, { park, state }: { park?: string | undefined; state?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = { ...(park !== undefined && { parkId: park }), ...(state !== undefined && { aggregate: { state } }) };
    const rows = await this.database.prisma.deal.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Deal'), where, asked] }, include: { aggregate: true, park: true }, ...rest });
    return page(rows, query, ({ id, projectId, firm, industry, origin, creditedTo, declaredOn, park: at, siteId, aggregate: { state: now, version } }) => ({ id, project: projectId, firm, industry, origin, creditedTo, declaredOn, park: { id: at.id, name: at.name }, site: siteId, state: now, version }));
  }

  /** A deal with its steps as planned and as they came, its evidence, changes and quarters. */
  async one(actor: Actor, id: string) {
    const row = await this.database.prisma.deal.findFirst({
      where: { AND: [this.permissions.where(actor, 'read', 'Deal'), { id }] },
      include: { aggregate: true, park: true, site: true, quarters: { orderBy: [{ quarter: 'asc' }, { version: 'asc' }] }, steps: true, progress: { orderBy: { on: 'asc' } }, changes: { orderBy: { on: 'asc' } }, holds: { orderBy: { from: 'asc' } } },
    });
    if (!row) return refuse(notFound, { kind: 'deal', id });
    const { park } = row;
    const rules = await rulesOf(this.database.prisma, actor.district, LANDING_RULES);
    return {
      ...{ id, project: row.projectId, firm: row.firm, industry: row.industry, origin: row.origin, creditedTo: row.creditedTo, declaredOn: row.declaredOn, state: row.aggregate.state, version: row.aggregate.version },
      park: { id: park.id, name: park.name, kind: park.kind, partner: park.partner },
      site: row.site && { id: row.site.id, code: row.site.code, area: row.site.area, mu: muOf(row.site.area) },
      promised: { investment: Number(row.promisedInvestment), output: Number(row.promisedOutput), tax: Number(row.promisedTax), jobs: row.promisedJobs, investedBy: row.investedBy, yieldBy: row.yieldBy },
      consequences: row.consequences as unknown as { belowPercent: number; follows: string }[],
      ...{ needs: row.needs as Record<string, number | string> | null, landIndustry: row.landIndustry, landAcceptance: row.landAcceptance as unknown as { year: string; on: string; mu: number; explanation: Explanation } | null },
      steps: stepsOf(row.steps),
      next: dealMachine.next(row.aggregate.state).flatMap((step) => checklistOf(rules, step, this.calendar.today()) ?? []),
      progress: row.progress.map(({ on, percent, note, proof }) => ({ on, percent, note, proof })),
      changes: row.changes.map(({ kind, on, before, after, reason }) => ({ kind, on, before: before as Record<string, number | string>, after: after as Record<string, number | string>, reason })),
      holds: row.holds.filter(({ from, until }) => until === null || until >= from).map(({ siteId, kind, from, until }) => ({ site: siteId, kind, from, until })),
      quarters: row.quarters.map(({ quarter, version, current, investment, output, tax, jobs, research, energy, confirmed, reason }) => ({ quarter, version, current, investment: Number(investment), output: Number(output), tax: Number(tax), jobs, research: Number(research), energy, confirmed, reason })),
    };
  }

  /** Plan against fact of a park's deals, or of one, as rows and as a picture; undefined where there is none to read. */
  async chart(actor: Actor, of: { readonly park: string } | { readonly deal: string }) {
    const asked = 'park' in of ? { parkId: of.park } : { id: of.deal };
    const rows = await this.database.prisma.deal.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Deal'), asked] }, include: { aggregate: true, park: true, steps: true }, orderBy: [{ declaredOn: 'asc' }, { id: 'asc' }] });
    const [first] = rows;
    if (!first) return undefined;
    const closed = await this.closedOn(actor, rows);
    const deals = rows.map(({ id, firm, declaredOn, aggregate, steps }) => ({ id, firm, declaredOn, state: aggregate.state, closedOn: closed.get(id) ?? null, progress: [], steps: stepsOf(steps).map(({ step, plannedOn, on }) => ({ step, plannedOn, on })) }));
    return { deals, picture: dealChart('park' in of ? first.park.name : first.firm, deals, this.calendar.today()) };
  }

  /** Plants that rose above scale, by the quarter in which they did. */
  async aboveScale(actor: Actor) {
    const { prisma } = this.database;
    const events = await prisma.event.findMany({ where: { districtId: actor.district, name: roseAboveScale.event }, orderBy: { id: 'asc' } });
    const deals = await prisma.deal.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Deal'), { id: { in: events.map(({ aggregateId }) => aggregateId) } }] }, include: { park: true } });
    const named = new Map(deals.map(({ id, firm, industry, park }) => [id, { deal: id, firm, industry, park: park.name }]));
    const risen = events.flatMap(({ aggregateId, payload }) => {
      const deal = named.get(aggregateId);
      const { quarter, output, rule, version } = payload as unknown as { quarter: string; output: number; rule: string; version: string };
      return deal ? [{ quarter, ...deal, output, rule, version }] : [];
    });
    const quarters = [...new Set(risen.map(({ quarter }) => quarter))].sort();
    return { items: quarters.map((quarter) => ({ quarter, firms: risen.filter((one) => one.quarter === quarter) })) };
  }

  /** The lists that are chased on a day, today where none is given; and how long deals usually stand at each step. */
  async chased(actor: Actor, { day = this.calendar.today(), park }: { day?: string | undefined; park?: string | undefined }) {
    const rows = await this.database.prisma.deal.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Deal'), park === undefined ? {} : { parkId: park }] }, include: { steps: true, progress: true }, orderBy: { id: 'asc' } });
    const closed = await this.closedOn(actor, rows);
    const firms = new Map(rows.map(({ id, firm, parkId }) => [id, { firm, park: parkId }]));
    const seen = rows.map(({ id, declaredOn, steps, progress }): DealSeen => ({ id, closedOn: closed.get(id) ?? null, declaredOn, progress, steps: steps.map(({ step, plannedOn, on }) => ({ step, plannedOn, on: on !== null && on <= day ? on : null })) })).filter(({ declaredOn }) => declaredOn <= day);
    const lists = chaseLists(seen, day);
    const named = Object.entries(lists).map(([list, items]) => ({ list, items: items.map((item) => ({ ...item, ...firms.get(item.deal)! })) }));
    return { day, lists: named, usual: usualDays(seen) };
  }

  private async closedOn(actor: Actor, deals: readonly { readonly id: string }[]): Promise<Map<string, string>> {
    const events = await this.database.prisma.event.findMany({ where: { districtId: actor.district, name: { in: [dealEnded.event, roseAboveScale.event] }, aggregateId: { in: deals.map(({ id }) => id) } }, orderBy: { id: 'desc' } });
    return new Map(events.map(({ aggregateId, at }) => [aggregateId, this.calendar.dayOf(at)]));
  }
}

interface StepRow {
  readonly step: string;
  readonly plannedOn: string | null;
  readonly on: string | null;
  readonly evidence: unknown;
  readonly explanation: unknown;
  readonly late: boolean;
  readonly byId: string | null;
  readonly enteredAt: Date | null;
}

const stepsOf = (rows: readonly StepRow[]) =>
  [...rows].sort((a, b) => STEPS.indexOf(a.step as 'sign') - STEPS.indexOf(b.step as 'sign')).map(({ step, plannedOn, on, evidence, explanation, late, byId, enteredAt }) => ({ step, plannedOn, on, evidence: evidence as Evidence[], explanation: explanation as Explanation | null, late, by: byId, enteredAt }));
