import { Injectable } from '@nestjs/common';
import { inYuan } from '#ledger';
import { isRefusal, refuse, type Refusal } from '#kernel';
import { Calendar, Config, Database, notFound, page, Permissions, slice, type Actor, type LongTable, type PageQuery } from '#platform';
import { cutsOf, Readings, tooManyRecords, yearBefore } from '../domain/figures.js';
import { knownUntil, moreBehindThan, movedBetween, recordsBehind, type Question, type Span } from '../facts/tallies.js';
import type { Figure } from '../rules/figure.js';
import { figureOf } from '../rules/figures.js';
import { questionOf, type FiguresAsked } from './question.js';

export type WhichRecords = 'counted' | 'new' | 'year-before';

interface RecordsAsked extends FiguresAsked {
  readonly which?: WhichRecords | undefined;
  readonly after?: number | undefined;
  readonly limit?: number | undefined;
}

const MOST_IN_A_TABLE = 100_000;
const AT_ONCE = 1000;

/** From a figure to the records that it counts, and from a record to its history. */
@Injectable()
export class RecordsView {
  constructor(
    private readonly database: Database,
    readonly permissions: Permissions,
    private readonly calendar: Calendar,
    readonly config: Config,
  ) {}

  /** What a figure counts on a day, what of it is new, or what it counted a year before, record by record. */
  async behind(actor: Actor, key: string, asked: RecordsAsked) {
    const found = await this.find(actor, key, asked);
    if (isRefusal(found)) return found;
    const { figure, day, which } = found;
    const { limit = 1000 } = asked;
    const rows = await recordsBehind(this.database, found.question, figure, found.span, { from: asked.after ?? null, limit });
    const items = rows.slice(0, limit).map(({ amount, ...row }) => ({ ...row, amount: figure.measure === 'amount' ? Number(amount) : null }));
    return { figure: key, zh: figure.zh, en: figure.en, unit: figure.unit, definition: figure.definition, day, which, items, next: rows.length > limit ? Number(items.at(-1)!.id) : null };
  }

  /** The same whole, read while it is sent; as known when it was asked for, so that its pages are of one moment. */
  async table(actor: Actor, key: string, asked: RecordsAsked): Promise<LongTable | Refusal> {
    const found = await this.find(actor, key, asked);
    if (isRefusal(found)) return found;
    const { figure, day, span } = found;
    const question = { ...found.question, knownAt: found.question.knownAt ?? (await knownUntil(this.database, actor.district)) };
    if (await moreBehindThan(this.database, question, figure, span, MOST_IN_A_TABLE)) return refuse(tooManyRecords, { most: MOST_IN_A_TABLE });
    const amount = (value: string) => (figure.measure !== 'amount' ? null : figure.unit === 'fen' ? Number(inYuan(BigInt(value))) : Number(value));
    const { database } = this;
    async function* rows() {
      for (let from: number | null = null; ; ) {
        const read = await recordsBehind(database, question, figure, span, { from, limit: AT_ONCE });
        for (const one of read.slice(0, AT_ONCE)) yield [one.title, one.sort, one.place, one.on, one.until, amount(one.amount), one.project, one.aggregate, one.knownFrom.toISOString()];
        if (read.length <= AT_ONCE) return;
        from = Number(read[AT_ONCE - 1]!.id);
      }
    }
    return { name: `${figure.zh} ${day}`, columns: ['记录', '类型', '园区或载体', '起', '止', figure.unit === 'fen' ? '金额（元）' : '数量', '项目', '对象', '知悉时间'], rows: rows() };
  }

  /** What was done to a thing, each step with who did it; and the records of it that figures count, as they were known over time. */
  async history(actor: Actor, thing: string) {
    const question = questionOf(this, actor, {});
    if (isRefusal(question)) return question;
    const { prisma } = this.database;
    const key = { districtId: actor.district, aggregateId: thing };
    const [known, steps, events, records] = await Promise.all([
      prisma.aggregate.findUnique({ where: { districtId_id: { districtId: actor.district, id: thing } } }),
      prisma.auditEntry.findMany({ where: key, orderBy: { version: 'asc' } }),
      prisma.event.findMany({ where: key, orderBy: [{ version: 'asc' }, { ordinal: 'asc' }] }),
      prisma.tally.findMany({ where: key, orderBy: { id: 'asc' } }),
    ]);
    const project = known?.projectId ?? null;
    const seen = project === null || (await prisma.project.count({ where: { AND: [this.permissions.where(actor, 'read', 'Project'), { id: project }] } })) > 0;
    if (!known || records.length === 0 || !seen) return refuse(notFound, { kind: 'thing', id: thing });
    return {
      id: thing,
      kind: known.kind,
      project,
      steps: steps.map(({ version, command, actor: by, at, fromState, toState }) => ({ version, command, by, at, from: fromState, to: toState, events: events.filter((one) => one.version === version).map(({ name, payload }) => ({ name, payload })) })),
      records: records.map(({ id, source, sort, place, title, on, until, amount, knownFrom, knownTo }) => ({ id: String(id), source, sort, place, title, on: day(on), until: until && day(until), amount: Number(amount), knownFrom, knownTo })),
    };
  }

  async statistics(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.statistic.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Statistic'), where] }, include: { aggregate: true }, ...rest });
    return page(rows, query, ({ id, metric, period, value, source, aggregate: { version } }) => ({ id, metric, period, value: Number(value), source, version }));
  }

  private async find(actor: Actor, key: string, asked: RecordsAsked) {
    const figure = figureOf(key);
    const question = questionOf(this, actor, asked);
    if (isRefusal(question)) return question;
    if (!figure) return refuse(notFound, { kind: 'figure', id: key });
    const { which = 'counted', day = this.calendar.today() } = asked;
    return { figure, question, which, day, span: await this.span(question, figure, which, day) };
  }

  /** The days between which a figure's records came. */
  private async span(question: Question, figure: Figure, which: WhichRecords, day: string): Promise<Span> {
    const until = which === 'year-before' ? yearBefore(day) : day;
    const begin = `${Number(until.slice(0, 4)) - 1}-12-31`;
    if (figure.of === 'flow') return { after: begin, until, holding: false };
    if (figure.of === 'stock') return { after: which === 'new' ? begin : null, until, holding: true };
    const cuts = cutsOf(day);
    const last = new Readings(figure, await movedBetween(this.database, question, cuts), cuts).lastYear(day) ?? Number(until.slice(0, 4));
    const year = which === 'year-before' ? last - 1 : last;
    return { after: `${year - 1}-12-31`, until: `${year}-12-31`, holding: false };
  }
}

const day = (at: Date): string => at.toISOString().slice(0, 10);
