import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, ruleInForce, type RuleSet } from '#kernel';
import { Calendar, Config, Database, Permissions, type Actor } from '#platform';
import { rulesOf } from '#rulebook';
import { costsOf, JOBS, PUBLIC_MONEY, TAX, type Costs } from '../domain/costs.js';
import { amountsByProject, type Question } from '../facts/tallies.js';
import { SECTIONS, type SectionKey } from '../rules/figure.js';
import { QUALIFICATIONS } from '../rules/qualifications.js';
import { SOURCES } from '../facts/sources.js';
import { FiguresView, type FigureLine } from './figures.js';
import { FunnelView, type FunnelLine } from './funnel.js';
import { questionOf, type FiguresAsked } from './question.js';

/** A line of the report with where it comes from: the records and, for a title of firms, the rule in force. */
export interface ReportLine extends FigureLine {
  readonly sources: readonly { readonly key: string; readonly zh: string; readonly en: string }[];
  readonly rule: { readonly key: string; readonly version: string; readonly source: string } | null;
}

export interface Report {
  readonly district: string;
  readonly day: string;
  readonly knownAt: Date | null;
  readonly place: string | null;
  readonly sections: readonly { readonly key: SectionKey; readonly zh: string; readonly en: string; readonly lines: readonly ReportLine[] }[];
  /** The chain's own: how far projects came until the day, and what that cost. Of the whole district alone. */
  readonly chain: { readonly funnel: readonly FunnelLine[]; readonly costs: Omit<Costs, 'projects'> } | null;
}

/** The innovation report: a page for the district, of any day as known at any moment. */
@Injectable()
export class ReportView {
  constructor(
    private readonly database: Database,
    readonly permissions: Permissions,
    readonly config: Config,
    private readonly calendar: Calendar,
    private readonly figures: FiguresView,
    private readonly funnel: FunnelView,
  ) {}

  async report(actor: Actor, asked: FiguresAsked): Promise<Report | Refusal> {
    const told = await this.figures.all(actor, asked);
    if (isRefusal(told)) return told;
    const { day, knownAt, place, items } = told;
    const rules = await rulesOf(this.database.prisma, actor.district, QUALIFICATIONS);
    const lines = items.map((line): ReportLine => ({ ...line, sources: line.from.map(({ source }) => sourceNamed(source)), rule: ruleOf(rules, line.key, day) }));
    const sections = (Object.keys(SECTIONS) as SectionKey[]).map((key) => ({ key, ...SECTIONS[key], lines: lines.filter(({ section }) => section === key) }));
    return { district: this.config.DISTRICT_NAME, day, knownAt, place, sections, chain: place === null ? await this.chain(actor, day, knownAt) : null };
  }

  /** What projects that were paid public money came to, project by project. */
  async costs(actor: Actor, asked: FiguresAsked): Promise<Refusal | (Omit<Costs, 'projects'> & { readonly day: string; readonly projects: readonly (Costs['projects'][number] & { readonly title: string; readonly firm: string | null })[] })> {
    const question = questionOf(this, actor, asked);
    if (isRefusal(question)) return question;
    const day = asked.day ?? this.calendar.today();
    const { projects, ...rest } = await this.costsUntil(question, day);
    const rows = await this.database.prisma.project.findMany({ where: { districtId: actor.district, id: { in: projects.map(({ project }) => project) } }, select: { id: true, title: true, firm: true } });
    const named = new Map(rows.map((row) => [row.id, row]));
    return { day, ...rest, projects: projects.map((one) => ({ ...one, title: named.get(one.project)?.title ?? '', firm: named.get(one.project)?.firm ?? null })) };
  }

  private async chain(actor: Actor, day: string, knownAt: Date | null): Promise<NonNullable<Report['chain']>> {
    const { money, tax, jobs, perJob, perTax } = await this.costsUntil({ district: actor.district, timeZone: this.config.TIME_ZONE, knownAt, place: null }, day);
    return { funnel: await this.funnel.funnel(actor.district, { until: day, knownAt }), costs: { money, tax, jobs, perJob, perTax } };
  }

  private async costsUntil(question: Question, day: string): Promise<Costs> {
    return costsOf(await amountsByProject(this.database, question, day, { money: PUBLIC_MONEY, tax: TAX, jobs: JOBS }));
  }
}

function sourceNamed(key: string): ReportLine['sources'][number] {
  const { zh, en } = SOURCES.find((one) => one.key === key)!;
  return { key, zh, en };
}

/** The version of a title's rule that is in force on a day. */
function ruleOf(rules: readonly RuleSet[], figure: string, day: string): ReportLine['rule'] {
  const rule = figure.startsWith('holders-') ? ruleInForce(rules, figure.slice('holders-'.length), day) : undefined;
  return rule ? { key: rule.key, version: rule.version, source: rule.source } : null;
}
