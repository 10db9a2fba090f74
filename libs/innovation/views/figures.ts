import { Injectable } from '@nestjs/common';
import { localDay, refuse } from '#kernel';
import { Clock, Config, Database, notFound, Permissions, type Actor } from '#platform';
import { countedOn, freshOn, measure, project, type FigureRecord } from '../domain/figures.js';
import { CLASS_ONE } from '../domain/firm-seen.js';
import { FIGURES, type Figure } from '../rules/figures.js';

interface Found extends FigureRecord {
  readonly name: string;
  readonly title: string;
}

/** Figures of the register on any day, each with its definition, and the records behind it; targets and how far they are. */
@Injectable()
export class FiguresView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  private today = () => localDay(this.clock.now(), this.config.TIME_ZONE);

  async all(actor: Actor, { day = this.today(), place }: { day?: string | undefined; place?: string | undefined }) {
    if (!this.seesAll(actor)) return refuse(notFound, { kind: 'figures', id: day });
    return { day, place: place ?? null, items: await Promise.all(FIGURES.map(async (figure) => ({ ...figure, ...measure(figure, await this.records(actor, figure, place), day) }))) };
  }

  /** What a figure counts on a day, or what of it is new, record by record. */
  async behind(actor: Actor, key: string, { day = this.today(), place, which = 'counted' }: { day?: string | undefined; place?: string | undefined; which?: 'counted' | 'new' | undefined }) {
    const figure = FIGURES.find((one) => one.key === key);
    if (!figure || !this.seesAll(actor)) return refuse(notFound, { kind: 'figure', id: key });
    const records = await this.records(actor, figure, place);
    const shown = (which === 'new' ? freshOn(figure, records, day) : countedOn(figure, records, day)) as Found[];
    return { figure: key, definition: figure.definition, day, which, items: shown.map(({ id, firm, name, title, on, until, amount }) => ({ id, firm: { id: firm, name }, title, on, until, amount })) };
  }

  /** The targets of a year: what there is on the day, how much of the target, and what it will be at the end of the year, with the interval. */
  async targets(actor: Actor, year: string) {
    const rows = await this.database.prisma.target.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Target'), { year }] }, include: { aggregate: true }, orderBy: [{ figure: 'asc' }, { place: 'asc' }] });
    const today = this.today();
    const day = today.slice(0, 4) > year ? `${year}-12-31` : today.slice(0, 4) < year ? null : today;
    const items = await Promise.all(
      rows.map(async ({ id, figure: key, place, value, paper, planId, aggregate }) => {
        const figure = FIGURES.find((one) => one.key === key)!;
        const records = day === null ? [] : await this.records(actor, figure, place === '' ? undefined : place);
        const measured = day === null ? null : measure(figure, records, day);
        const target = Number(value);
        return { id, figure: key, zh: figure.zh, en: figure.en, unit: figure.unit, place: place === '' ? null : place, target, paper, plan: planId, version: aggregate.version, value: measured?.value ?? null, percent: measured && target > 0 ? Math.round((1000 * measured.value) / target) / 10 : null, projection: day === null || day !== today ? null : project(figure, records, day) };
      }),
    );
    // What places are to reach together, beside what the district is to reach.
    const split = [...Map.groupBy(items.filter(({ place }) => place !== null), ({ figure }) => figure)].map(([figure, parts]) => ({ figure, district: items.find((one) => one.figure === figure && one.place === null)?.target ?? null, places: parts.reduce((sum, { target }) => sum + target, 0) }));
    return { year, day, items, split };
  }

  /** A figure of a part of the firms would be taken for one of the district: it is for those who see all of them. */
  private seesAll(actor: Actor): boolean {
    return this.permissions.allows(actor, 'audit', 'District', { id: actor.district });
  }

  private async records(actor: Actor, figure: Figure, place?: string): Promise<Found[]> {
    const { prisma } = this.database;
    const firm = { is: { AND: [this.permissions.where(actor, 'read', 'Firm'), ...(place === undefined ? [] : [{ place }])] } };
    // Papers and certificates of a record that was merged are those of the firm that stayed.
    if (figure.firms) {
      const rows = await prisma.qualification.findMany({ where: { districtId: actor.district, key: figure.key.slice('holders-'.length), issuedOn: { not: null }, firm }, include: { firm: true } });
      return rows.map(({ id, firm: of, issuedOn, expiresOn, endedOn, number }) => ({ id, firm: of.mergedIntoId ?? of.id, name: of.name, title: number ?? '', on: issuedOn!, until: endedOn !== null && (expiresOn === null || endedOn < expiresOn) ? endedOn : expiresOn, amount: 0 }));
    }
    const of = { 'class-one-ip': { register: 'ip', kind: { in: [...CLASS_ONE] } }, contracts: { register: 'contract' }, 'contract-amount': { register: 'contract' }, achievements: { register: 'achievement' }, platforms: { register: 'platform' }, talents: { register: 'talent' }, awards: { register: 'award' } }[figure.key]!;
    const rows = await prisma.firmPaper.findMany({ where: { districtId: actor.district, ...of, firm }, include: { firm: true } });
    return rows.map(({ id, firm: at, title, on, until, withdrawnOn, amount }) => ({ id, firm: at.mergedIntoId ?? at.id, name: at.name, title, on, until: withdrawnOn !== null && (until === null || withdrawnOn < until) ? withdrawnOn : until, amount: Number(amount ?? 0n) }));
  }
}
