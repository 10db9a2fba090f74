import { ELIGIBLE, openCall } from '../../support/chain.js';
import { equity, openFund, lookInto } from '../../support/funding.js';
import { firmIn, openPlatform } from '../../support/incubation.js';
import { openedRound } from '../../support/judged-round.js';
import { startTestService } from '../../support/service.js';

/** How much there is to do, so that it lasts. */
export interface Size {
  readonly entries: number;
  readonly judges: number;
  readonly proposals: number;
}

/** A district in the middle of its work, as the clients find it. */
export interface World {
  readonly home: string;
  readonly contest: string;
  /** A call that takes entries for as long as anyone will run this. */
  readonly call: string;
  readonly teams: readonly string[];
  readonly judges: readonly string[];
  readonly deals: readonly string[];
  readonly sites: readonly string[];
  readonly fund: string;
  /** Proposals that have their votes; the fund has the money for some. */
  readonly proposals: readonly string[];
  readonly affordable: number;
  /** A fund that is paid in bit by bit. */
  readonly pledged: string;
}

/** When the call closes that outlasts every run. */
export const LAST_YEAR = 2098;
const ON = '2025-03-10';
const AMOUNT = 1_000_000;

export async function prepare(database: string, { entries, judges, proposals }: Size): Promise<World> {
  const service = await startTestService({ environment: { DATABASE_URL: database } });
  const round = await openedRound(service, entries, judges);
  const { office } = round;
  const { id: contest } = await office.post('/contests', { name: '不断的大赛', edition: 9 });
  const call = await openCall(office, { closesAt: `${LAST_YEAR}-12-31T00:00:00+08:00` });
  const teams = ['soak1', 'soak2', 'soak3'];
  for (const name of teams) await service.visitor(name).signUp();
  const { id: park } = await office.post('/parks', { name: '园区', kind: 'park' });
  const [deals, sites]: [string[], string[]] = [[], []];
  for (let n = 0; n < 6; n++) deals.push((await office.post(`/parks/${park}/deals`, { firm: `落地公司${n}`, industry: 'industry', investment: 1, output: 1, tax: 1, jobs: 1 })).id);
  for (let n = 0; n < 3; n++) sites.push((await office.post(`/parks/${park}/sites`, { code: `S-${n}`, area: 1000 })).id);
  const affordable = Math.ceil(proposals / 2);
  const fund = await openFund(office, '基金', affordable * AMOUNT, ON, { committee: [office.id], quorum: 1 });
  const { id: pledged } = await office.post('/funds', { name: '实缴的基金', contributors: [{ name: '区级', pledged: 1e12 }] });
  const host = await openPlatform(service, office, '孵化器', 'incubator');
  const waiting: string[] = [];
  for (let n = 0; n < proposals; n++) {
    const { project } = await firmIn(service, office, host, `公司${n}`);
    const { id } = await office.post(`/funds/${fund}/proposals`, { project, title: `提案${n}`, asked: AMOUNT, plan: '研发' });
    await office.post(`/fund-proposals/${id}/take-up`, { fund });
    await lookInto(office, id);
    await office.post(`/fund-proposals/${id}/put-to-vote`, { terms: equity(AMOUNT) });
    await office.post(`/fund-proposals/${id}/vote`, { vote: 'for' });
    waiting.push(id);
  }
  await service.settle();
  const { home } = service;
  await service.stop({ keep: true });
  return { home, contest, call, teams, judges: round.judges.map(({ name }) => name), deals, sites, fund, proposals: waiting, affordable, pledged };
}

/** An entry of a firm that is young when its call closes. */
export const draft = (title: string, year: number) => ({ title, abstract: '0', facts: { ...ELIGIBLE, 'registration-year': year } });
