import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { balancesOf, budgetPots, keyOf } from '#ledger';
import { Calendar, Database, notFound, page, passing, Permissions, slice, type Actor, type PageQuery, type PassingQuery } from '#platform';
import { effortOf, gapsByEffort, type Gap } from '../domain/effort.js';
import { policyKey, type Benefit, type PolicyRule } from '../domain/policy.js';
import { qualificationFacts } from '../domain/qualification-facts.js';
import { judgeByPolicy } from '../facts/claim-of-policy.js';
import { firmsSeen } from '../facts/firms-seen.js';

interface PolicyShown {
  readonly id: string;
  readonly title: string;
  readonly level: string;
  readonly issuer: string;
  readonly paper: string;
  readonly opensOn: string;
  readonly closesOn: string | null;
  readonly automatic: boolean;
  readonly benefit: unknown;
}

const headOf = ({ id, title, level, issuer, paper, opensOn, closesOn, automatic, benefit }: PolicyShown) => ({ id, title, level, issuer, paper, opensOn, closesOn, automatic, benefit: benefit as Benefit });

/** The catalogue of policies: for a firm, what it qualifies for; for the office, who qualifies and has not applied. */
@Injectable()
export class PoliciesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  async list(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.policy.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Policy'), where] }, include: { aggregate: true }, ...rest });
    return page(rows, query, (row) => ({ ...headOf(row), state: row.aggregate.state, version: row.aggregate.version }));
  }

  /** A policy with its conditions; for those who run it, its money and its claims by state. */
  async one(actor: Actor, id: string) {
    const { prisma } = this.database;
    const row = await prisma.policy.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Policy'), { id }] }, include: { aggregate: true } });
    if (!row) return refuse(notFound, { kind: 'policy', id });
    const shown = { ...headOf(row), summary: row.summary, rule: row.rule as unknown as PolicyRule, papers: row.papers, state: row.aggregate.state, version: row.aggregate.version };
    if (!this.permissions.allows(actor, 'run', 'Policy', row) && !this.permissions.allows(actor, 'audit', 'Policy', row)) return shown;
    const [pots, balances, claims] = [budgetPots(id), await balancesOf(prisma, actor.district, [id]), await prisma.policyClaim.findMany({ where: { districtId: actor.district, policyId: id }, include: { aggregate: true } })];
    const money = (pot: Parameters<typeof keyOf>[0]) => Number(balances.get(keyOf(pot)) ?? 0n);
    const states = ['claimed', 'granted', 'refused', 'paid'].map((state) => ({ state, claims: claims.filter((claim) => claim.aggregate.state === state).length }));
    return { ...shown, budget: row.budgeted ? { free: money(pots.free), promised: money(pots.promised), paid: money(pots.paid) } : null, claims: states };
  }

  /** Who has not applied: first who qualifies, then the rest, the nearest to it first. */
  async firms(actor: Actor, id: string, query: PassingQuery) {
    const { prisma } = this.database;
    const policy = await prisma.policy.findFirst({ where: { AND: [{ OR: [this.permissions.where(actor, 'run', 'Policy'), this.permissions.where(actor, 'audit', 'Policy')] }, { id }] } });
    if (!policy) return refuse(notFound, { kind: 'policy', id });
    const rows = await prisma.assessment.findMany({ where: { districtId: actor.district, rule: policyKey(id), firm: { policyClaims: { none: { policyId: id, lives: true } } } }, include: { firm: true }, orderBy: { firmId: 'asc' } });
    const firms = rows.map(({ firm, verdict, gaps: open }) => {
      const gaps = verdict === 'pass' ? [] : (open as unknown as Gap[]);
      return { firm: { id: firm.id, name: firm.name, creditCode: firm.creditCode }, verdict, gaps, effort: effortOf(gaps) };
    });
    const [qualify, near] = [firms.filter(({ verdict }) => verdict === 'pass'), firms.filter(({ verdict }) => verdict !== 'pass').sort((a, b) => a.effort - b.effort)];
    const { shown: items, next } = passing([...qualify, ...near].slice(query.skip), query);
    return { policy: id, qualify: qualify.length, near: near.length, items, next };
  }

  /** What a firm qualifies for now, what it is missing of the rest, and what each would bring. */
  async ofFirm(actor: Actor, id: string) {
    const { prisma } = this.database;
    const readable = await prisma.firm.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Firm'), { id }] }, include: { policyClaims: { include: { aggregate: true } } } });
    const [firm] = readable ? await firmsSeen(prisma, actor.district, [id]) : [];
    if (!readable || !firm) return refuse(notFound, { kind: 'firm', id });
    const on = this.calendar.today();
    const facts = qualificationFacts(firm, on);
    const policies = await prisma.policy.findMany({ where: { districtId: actor.district, aggregate: { state: 'published' } }, orderBy: { id: 'asc' } });
    const items = policies.map((policy) => {
      const { explanation, worth } = judgeByPolicy(policy, facts);
      const claim = readable.policyClaims.find(({ policyId, lives }) => policyId === policy.id && lives);
      return { ...headOf(policy), papers: policy.papers, inWindow: policy.opensOn <= on && (policy.closesOn === null || policy.closesOn >= on), verdict: explanation.verdict, explanation, gaps: gapsByEffort(explanation), worth: worth == null ? null : Number(worth), claim: claim ? { id: claim.id, state: claim.aggregate.state, amount: Number(claim.amount) } : null };
    });
    return { firm: { id, name: firm.name }, on, items: items.sort((a, b) => Number(b.verdict === 'pass') - Number(a.verdict === 'pass')) };
  }

  async claims(actor: Actor, query: PageQuery, { policy, state }: { policy?: string | undefined; state?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = { ...(policy !== undefined && { policyId: policy }), ...(state !== undefined && { aggregate: { state } }) };
    const rows = await this.database.prisma.policyClaim.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'PolicyClaim'), where, asked] }, include: { aggregate: true, policy: true, firm: true }, ...rest });
    return page(rows, query, ({ id, policy: of, firm, automatic, amount, appliedOn, paidOn, reference, reason, explanation, aggregate }) => ({ id, policy: { id: of.id, title: of.title }, firm: { id: firm.id, name: firm.name }, automatic, amount: Number(amount), appliedOn, paidOn, reference, reason, explanation, state: aggregate.state, version: aggregate.version }));
  }

  /**
   * The money of each policy against what came of it: of the firms that were paid, revenue and tax of the year before and of the
   * last year that is known, and the certificates they got since. It says what followed, not what caused it.
   */
  async outcomes(actor: Actor) {
    const { prisma } = this.database;
    const policies = await prisma.policy.findMany({ where: { OR: [this.permissions.where(actor, 'run', 'Policy'), this.permissions.where(actor, 'audit', 'Policy')] }, include: { claims: { where: { paidOn: { not: null } } } }, orderBy: { id: 'asc' } });
    const firms = new Map((await firmsSeen(prisma, actor.district, [...new Set(policies.flatMap(({ claims }) => claims.map(({ firmId }) => firmId)))])).map((firm) => [firm.id, firm]));
    return {
      items: policies.map(({ id, title, claims }) => {
        const followed = claims.flatMap(({ firmId, amount, paidOn }) => {
          const firm = firms.get(firmId);
          if (!firm || paidOn === null) return [];
          const before = Number(paidOn.slice(0, 4)) - 1;
          const years = (metric: string) => [...firm.years.keys()].filter((key) => /^\S+ \d{4}$/.test(key) && key.startsWith(`${metric} `)).map((key) => Number(key.slice(-4))).sort((a, b) => a - b);
          const of = (metric: string) => ({ before: (firm.years.get(`${metric} ${before}`) as number | undefined) ?? null, after: years(metric).filter((year) => year > before).map((year) => firm.years.get(`${metric} ${year}`) as number).at(-1) ?? null });
          return [{ firm: { id: firmId, name: firm.name }, amount: Number(amount), paidOn, revenue: of('revenue'), tax: of('tax'), certificates: firm.certificates.filter(({ issuedOn }) => issuedOn > paidOn).map(({ key }) => key) }];
        });
        const both = (metric: 'revenue' | 'tax') => followed.map((one) => one[metric]).filter(({ before, after }) => before !== null && after !== null);
        const sums = (metric: 'revenue' | 'tax') => ({ firms: both(metric).length, before: both(metric).reduce((sum, { before }) => sum + before!, 0), after: both(metric).reduce((sum, { after }) => sum + after!, 0) });
        return { policy: { id, title }, firms: followed.length, paid: followed.reduce((sum, { amount }) => sum + amount, 0), revenue: sums('revenue'), tax: sums('tax'), certificates: followed.reduce((sum, { certificates }) => sum + certificates.length, 0), records: followed };
      }),
    };
  }
}
