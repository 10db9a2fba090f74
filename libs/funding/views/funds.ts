import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { balancesOf, keyOf } from '#ledger';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { contributorPots, fundPots } from '../domain/fund-pots.js';
import { multiples, worthOn } from '../domain/fund-state.js';
import { historyOf } from './holding-history.js';

/** Seed funds as they stand on any day. */
@Injectable()
export class FundsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** Its managers, its committee and the district's office look into a fund; others know that there is one. */
  private looksInto = (actor: Actor, fund: object) => this.permissions.allows(actor, 'look-into', 'SeedFund', fund) || this.permissions.allows(actor, 'audit', 'SeedFund', fund);

  async list(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.seedFund.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'SeedFund'), where] }, include: { aggregate: true, contributors: true }, ...rest });
    const balances = await balancesOf(this.database.prisma, actor.district, rows.map(({ id }) => id));
    return page(rows, query, (row) => {
      const { id, name, contributors, aggregate: { version } } = row;
      const held = (pot: keyof ReturnType<typeof fundPots>) => Number(balances.get(keyOf(fundPots(id)[pot])) ?? 0n);
      const known = { id, name, version };
      if (!this.looksInto(actor, row)) return known;
      return { ...known, capital: contributors.reduce((sum, { pledged }) => sum + Number(pledged), 0), left: held('free'), promised: held('promised'), invested: held('invested'), cash: held('cash') };
    });
  }

  /** A fund at the end of a day (today's where none is given): what it has, has promised, holds, and its multiples. */
  async one(actor: Actor, id: string, day?: string) {
    const fund = await this.database.prisma.seedFund.findFirst({
      where: { AND: [this.permissions.where(actor, 'read', 'SeedFund'), { id }] },
      include: { aggregate: true, contributors: { orderBy: { id: 'asc' } }, holdings: { include: { aggregate: true, tranches: true, valuations: { orderBy: [{ on: 'asc' }, { id: 'asc' }] }, exits: true }, orderBy: { id: 'asc' } } },
    });
    if (!fund || !this.looksInto(actor, fund)) return refuse(notFound, { kind: 'seed-fund', id });
    const balances = await balancesOf(this.database.prisma, actor.district, [id], day);
    const of = (pot: { owner: string; part: string }) => Number(balances.get(keyOf(pot)) ?? 0n);
    const pots = fundPots(id);
    const contributors = fund.contributors.map((one) => {
      const own = contributorPots(id, one);
      return { id: one.id, name: one.name, pledged: Number(one.pledged), paidIn: -of(own.paidIn), returned: of(own.returned) };
    });
    const until = day ?? '9999-12-31';
    const holdings = fund.holdings.filter(({ signedOn }) => signedOn <= until).map((holding) => {
      const seen = historyOf(holding);
      return { id: holding.id, project: holding.projectId, firm: holding.firm, instrument: (holding.terms as { instrument: string }).instrument, state: holding.aggregate.state, cost: seen.moves.filter(({ on }) => on <= until).reduce((sum, { cost }) => sum + cost, 0), worth: worthOn(seen, until) };
    });
    const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
    const [invested, realised, lost] = [of(pots.invested), of(pots.realised), of(pots.lost)];
    // What was invested before holdings were kept has no valuation: it stands at cost.
    const unlisted = invested - sum(holdings.map(({ cost }) => cost));
    const cameBack = sum(fund.holdings.flatMap(({ exits }) => exits.filter(({ on }) => on <= until).map(({ proceeds }) => Number(proceeds))));
    const money = { pledged: sum(contributors.map(({ pledged }) => pledged)), paidIn: sum(contributors.map(({ paidIn }) => paidIn)), returned: sum(contributors.map(({ returned }) => returned)), cash: of(pots.cash), proceeds: of(pots.proceeds), paidOut: invested + realised + lost, cameBack, worth: unlisted + sum(holdings.map(({ worth }) => worth)) };
    return {
      ...{ id, name: fund.name, version: fund.aggregate.version, day: day ?? null, committee: fund.committee, quorum: fund.quorum, majority: fund.majority, perProject: fund.perProject === null ? null : Number(fund.perProject) },
      checklist: fund.checklist as unknown as { key: string; zh: string; en: string }[],
      ...{ left: of(pots.free), promised: of(pots.promised), invested, realised, lost, unlisted },
      ...{ ...money, ...multiples(money), contributors, holdings },
    };
  }
}
