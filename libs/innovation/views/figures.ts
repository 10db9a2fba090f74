import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Calendar, Database, notFound, Permissions, type Actor } from '#platform';
import { countedOn, freshOn, measure, project, type FigureRecord } from '../domain/figures.js';
import { recordsOf } from '../facts/merged-records.js';
import { FIGURES, type Figure } from '../rules/figures.js';

interface Known extends FigureRecord {
  readonly name: string;
  readonly place: string | null;
  readonly register: string;
  readonly kind: string;
  readonly title: string;
}

/** Figures of the register on any day, each with its definition, and the records behind it; targets and how far they are. */
@Injectable()
export class FiguresView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  async all(actor: Actor, { day = this.calendar.today(), place }: { day?: string | undefined; place?: string | undefined }) {
    if (!this.seesAll(actor)) return refuse(notFound, { kind: 'figures', id: day });
    const known = await this.known(actor);
    return { day, place: place ?? null, items: FIGURES.map((figure) => ({ ...figure, ...measure(figure, recordsIn(known, figure, place), day) })) };
  }

  /** What a figure counts on a day, or what of it is new, record by record. */
  async behind(actor: Actor, key: string, { day = this.calendar.today(), place, which = 'counted' }: { day?: string | undefined; place?: string | undefined; which?: 'counted' | 'new' | undefined }) {
    const figure = FIGURES.find((one) => one.key === key);
    if (!figure || !this.seesAll(actor)) return refuse(notFound, { kind: 'figure', id: key });
    const records = recordsIn(await this.known(actor), figure, place);
    const shown = (which === 'new' ? freshOn(figure, records, day) : countedOn(figure, records, day)) as Known[];
    return { figure: key, definition: figure.definition, day, which, items: shown.map(({ id, firm, name, title, on, until, amount }) => ({ id, firm: { id: firm, name }, title, on, until, amount })) };
  }

  /** The targets of a year: what there is on the day, how much of the target, and what it will be at the end of the year, with the interval. */
  async targets(actor: Actor, year: string) {
    const rows = await this.database.prisma.target.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Target'), { year }] }, include: { aggregate: true }, orderBy: [{ figure: 'asc' }, { place: 'asc' }] });
    const today = this.calendar.today();
    const day = today.slice(0, 4) > year ? `${year}-12-31` : today.slice(0, 4) < year ? null : today;
    const known = day === null ? [] : await this.known(actor);
    const items = rows.map(({ id, figure: key, place, value, paper, planId, aggregate }) => {
      const figure = FIGURES.find((one) => one.key === key)!;
      const records = recordsIn(known, figure, place === '' ? undefined : place);
      const measured = day === null ? null : measure(figure, records, day);
      const target = Number(value);
      return { id, figure: key, zh: figure.zh, en: figure.en, unit: figure.unit, place: place === '' ? null : place, target, paper, plan: planId, version: aggregate.version, value: measured?.value ?? null, percent: measured && target > 0 ? Math.round((1000 * measured.value) / target) / 10 : null, projection: day === null || day !== today ? null : project(figure, records, day) };
    });
    // What places are to reach together, beside what the district is to reach.
    const split = [...Map.groupBy(items.filter(({ place }) => place !== null), ({ figure }) => figure)].map(([figure, parts]) => ({ figure, district: items.find((one) => one.figure === figure && one.place === null)?.target ?? null, places: parts.reduce((sum, { target }) => sum + target, 0) }));
    return { year, day, items, split };
  }

  /** A figure of a part of the firms would be taken for one of the district: it is for those who see all of them. */
  private seesAll(actor: Actor): boolean {
    return this.permissions.allows(actor, 'audit', 'District', { id: actor.district });
  }

  /** All certificates and papers of the register, each with the firm that its record stands for now. */
  private async known(actor: Actor): Promise<Known[]> {
    const { prisma } = this.database;
    const districtId = actor.district;
    const firm = { is: this.permissions.where(actor, 'read', 'Firm') };
    const firms = await prisma.firm.findMany({ where: { districtId, mergedIntoId: null }, select: { id: true, name: true, place: true } });
    const heads = new Map(firms.map((one) => [one.id, one]));
    const [records, certificates, papers] = await Promise.all([
      recordsOf(prisma, districtId, [...heads.keys()]),
      prisma.qualification.findMany({ where: { districtId, issuedOn: { not: null }, firm }, select: { id: true, firmId: true, key: true, number: true, issuedOn: true, expiresOn: true, endedOn: true } }),
      prisma.firmPaper.findMany({ where: { districtId, firm }, select: { id: true, firmId: true, register: true, kind: true, title: true, on: true, until: true, withdrawnOn: true, amount: true } }),
    ]);
    const whose = (id: string) => {
      const { id: head, name, place } = heads.get(records.get(id)!)!;
      return { firm: head, name, place };
    };
    return [
      ...certificates.map(({ id, firmId, key, number, issuedOn, expiresOn, endedOn }) => ({ id, ...whose(firmId), register: 'certificate', kind: key, title: number ?? '', on: issuedOn!, until: earlier(expiresOn, endedOn), amount: 0 })),
      ...papers.map(({ id, firmId, register, kind, title, on, until, withdrawnOn, amount }) => ({ id, ...whose(firmId), register, kind, title, on, until: earlier(until, withdrawnOn), amount: Number(amount ?? 0n) })),
    ];
  }
}

/** The earlier of two last days, either of which may not be there. */
const earlier = (one: string | null, other: string | null): string | null => [one, other].filter((day) => day !== null).sort()[0] ?? null;

const recordsIn = (known: readonly Known[], { from }: Figure, place: string | undefined): Known[] => known.filter((one) => one.register === from.register && (from.kinds === undefined || from.kinds.includes(one.kind)) && (place === undefined || one.place === place));
