import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal } from '#kernel';
import { Calendar, Config, Database, Permissions, type Actor } from '#platform';
import { counts, cutsOf, density, measure, percentOf, project, projectionCuts, reached, Readings, sourcesOf, type Measured } from '../domain/figures.js';
import { freshOn, knownUntil, movedBetween, targetsOf, type Question } from '../facts/tallies.js';
import type { Figure } from '../rules/figure.js';
import { FIGURES, figureOf } from '../rules/figures.js';
import { questionOf, type FiguresAsked } from './question.js';

/** One figure on one day with all that a report says of it. */
export interface FigureLine extends Figure, Measured {
  readonly target: { readonly value: number; readonly percent: number | null } | null;
  /** For each 10 billion yuan of the last year's GDP. */
  readonly density: number | null;
  /** In percent of the same year's GDP. */
  readonly intensity: number | null;
}

/** The figures that a district shows to anyone. */
const OPEN = ['entries', 'winners', 'platforms', 'incubatees', 'graduates', 'landed', 'producing', 'above-scale', 'plant-jobs', 'holders-high-tech-enterprise', 'holders-tech-based-sme', 'achievements', 'contracts', 'institutes', 'envoys'];

/** The district's figures on any day, as known at any moment, each with its definition and the records behind it; targets and how far they are. */
@Injectable()
export class FiguresView {
  constructor(
    private readonly database: Database,
    readonly permissions: Permissions,
    private readonly calendar: Calendar,
    readonly config: Config,
  ) {}

  /** All figures; `knownAt` is what to ask with for the very same ones later. */
  async all(actor: Actor, asked: FiguresAsked): Promise<Refusal | { day: string; knownAt: Date | null; place: string | null; items: FigureLine[] }> {
    const question = questionOf(this, actor, asked);
    return isRefusal(question) ? question : this.linesOf(question, asked.day ?? this.calendar.today());
  }

  /** What anyone may see of a district: its figures of today, with what they mean and the year before. */
  async open(district: string) {
    const { day, items } = await this.linesOf({ district, timeZone: this.config.TIME_ZONE, knownAt: null, place: null }, this.calendar.today());
    return { day, items: OPEN.flatMap((key) => items.filter((line) => line.key === key)).map(({ key, zh, en, unit, definition, value, change, series }) => ({ key, zh, en, unit, definition, value, change, series })) };
  }

  private async linesOf(question: Question, day: string): Promise<{ day: string; knownAt: Date | null; place: string | null; items: FigureLine[] }> {
    const cuts = cutsOf(day);
    const { knownAt, moved, fresh, targets } = await this.read(question, day, cuts);
    const gdp = new Readings(figureOf('gdp')!, moved, cuts);
    const items = FIGURES.map((figure): FigureLine => {
      const readings = new Readings(figure, moved, cuts);
      const begun = fresh.filter(counts(figure)).reduce((sum, one) => sum + (figure.measure === 'amount' ? one.amount : one.count), 0);
      const measured = measure(readings, begun, day);
      const target = targets.get(figure.key);
      return { ...figure, ...measured, target: target === undefined ? null : { value: target, percent: reached(measured.value, target) }, ...this.against(readings, measured, gdp, day) };
    });
    return { day, knownAt, place: question.place, items };
  }

  /** The targets of a year: what there is on the day, how much of the target, and what it will be at the end of the year, with the interval. */
  async targets(actor: Actor, year: string) {
    const rows = await this.database.prisma.target.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Target'), { year }] }, include: { aggregate: true }, orderBy: [{ figure: 'asc' }, { place: 'asc' }] });
    const today = this.calendar.today();
    const day = today.slice(0, 4) > year ? `${year}-12-31` : today.slice(0, 4) < year ? null : today;
    const cuts = day === null ? [] : [...new Set([...cutsOf(day), ...projectionCuts(day)])].sort();
    // What came and went is read once a place, however many targets it has.
    const places = [...new Set(rows.map(({ place }) => place))];
    const moved = new Map(day === null ? [] : await Promise.all(places.map(async (place) => [place, await movedBetween(this.database, { district: actor.district, timeZone: this.config.TIME_ZONE, knownAt: null, place: place === '' ? null : place }, cuts)] as const)));
    const items = rows.map(({ id, figure: key, place, value, paper, planId, aggregate }) => {
      const figure = figureOf(key)!;
      const target = Number(value);
      const readings = new Readings(figure, moved.get(place) ?? [], cuts);
      const now = day === null ? null : measure(readings, 0, day).value;
      return { id, figure: key, zh: figure.zh, en: figure.en, unit: figure.unit, place: place === '' ? null : place, target, paper, plan: planId, version: aggregate.version, value: now, percent: now === null ? null : reached(now, target), projection: day === today ? project(readings, day) : null };
    });
    // What places are to reach together, beside what the district is to reach.
    const split = [...Map.groupBy(items.filter(({ place }) => place !== null), ({ figure }) => figure)].map(([figure, parts]) => ({ figure, district: items.find((one) => one.figure === figure && one.place === null)?.target ?? null, places: parts.reduce((sum, { target }) => sum + target, 0) }));
    return { year, day, items, split };
  }

  /** What is known until now is read from the sums alone; where something is counted meanwhile, as it was known before that. */
  private async read(question: Question, day: string, cuts: readonly string[]) {
    const { database } = this;
    const from = async (then: Question) => {
      const [moved, fresh, targets] = await Promise.all([movedBetween(database, then, cuts), freshOn(database, then, day, sourcesOf(FIGURES.filter(({ of }) => of === 'stock'))), targetsOf(database, then, day)]);
      return { moved, fresh, targets };
    };
    const known = await knownUntil(database, question.district);
    if (question.knownAt !== null && known !== null && question.knownAt < known) return { knownAt: question.knownAt, ...(await from(question)) };
    const read = await from({ ...question, knownAt: null });
    const later = await knownUntil(database, question.district);
    return { knownAt: known, ...(later?.getTime() === known?.getTime() || known === null ? read : await from({ ...question, knownAt: known })) };
  }

  private against(readings: Readings, { value }: Measured, gdp: Readings, day: string): Pick<FigureLine, 'density' | 'intensity'> {
    const { against } = readings.figure;
    const year = (against === 'intensity' ? readings : gdp).lastYear(day);
    const base = against === undefined || year === undefined || !gdp.known(`${year - 1}-12-31`, `${year}-12-31`) ? 0 : gdp.between(`${year - 1}-12-31`, `${year}-12-31`);
    return { density: against === 'density' && base > 0 ? density(value, base) : null, intensity: against === 'intensity' && base > 0 ? percentOf(value, base) : null };
  }
}
