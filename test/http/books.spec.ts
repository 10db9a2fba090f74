import fc from 'fast-check';
import { daysAfter } from '#kernel';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { Problem } from '../../apps/cli/demo/visitor.js';
import { booksOf, equity } from '../support/funding.js';
import { firmIn, openPlatform, type FirmIn } from '../support/incubation.js';
import { startTestService, type TestService } from '../support/service.js';
import { notAsRecounted } from '../support/recounted.js';

const FIRST = '2025-03-10';
const FACTS = { 'valid-inventions': 6, 'valid-ip': 12, 'research-share': 12, 'technical-share': 80, 'high-tech-enterprise': true, revenue: 3_000_000_000 };

/** What someone may do with money, whatever came before: each step picks among what is there, and may well be refused. */
const STEPS = ['draw', 'propose', 'approve', 'sign', 'pay', 'cancel', 'drop', 'enter', 'value', 'exit', 'write-off', 'distribute', 'recycle', 'fill', 'apply', 'accept', 'withdraw', 'draw-loan', 'repay', 'compensate', 'grant-ask', 'grant-approve', 'grant-sign', 'instalment', 'spend', 'midterm', 'grant-accept', 'grant-fail', 'return'] as const;
type Step = (typeof STEPS)[number];

describe('the books', () => {
  let service: TestService;
  let office: Visitor;
  let firms: FirmIn[];
  let [fund, pool, bank, scheme] = ['', '', '', ''];
  let references = 0;
  let today = FIRST;

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    await service.moveTo(`${FIRST}T09:00:00+08:00`);
    const host = await openPlatform(service, office, '孵化器', 'incubator');
    firms = [];
    for (let n = 1; n <= 8; n++) firms.push(await firmIn(service, office, host, `公司 ${n}`));
    const me = office.id;
    fund = (await office.post('/funds', { name: '基金', contributors: [{ name: '市级', pledged: 333_33 }, { name: '区级', pledged: 666_67 }], committee: [me], checklist: [{ key: 'all', zh: '全部', en: 'all' }] })).id;
    pool = (await office.post('/credit/pools', { name: '池', floor: 50_00 })).id;
    bank = (await office.post(`/credit/pools/${pool}/banks`, { name: '银行' })).id;
    scheme = (await office.post('/schemes', { name: '专项', kind: 'district', source: '区财政', budget: 2_000_00, opensOn: FIRST, closesOn: '2025-12-31', ownShare: 0, slack: 0, headings: [{ key: 'a', zh: '甲', en: 'a' }], instalments: [{ percent: 60, upon: 'contract' }, { percent: 40, upon: 'midterm' }] })).id;
  });
  afterAll(() => service.stop());

  const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];
  const some = async (path: string, n: number) => pick(await office.all<{ id: string; project: string }>(path), n);
  /** Mostly one to which the step belongs; now and then any, to be refused. */
  const fitting = (path: string, n: number, ...states: string[]) => some(n % 5 === 4 ? path : `${path}?state=${pick(states, n)}`, n);

  async function take(step: Step, n: number, amount: number): Promise<unknown> {
    const [firm, reference] = [pick(firms, n)!, `号 ${++references}`];
    const at = (path: string, one: { id: string } | undefined, body: Record<string, unknown> = {}) => one && office.post(path.replace(':', one.id), body);
    const tranche = async (what: string, body: Record<string, unknown>) => {
      const holding = await some('/holdings', n);
      const due = holding && pick((await office.get<{ tranches: { id: string; state: string }[] }>(`/holdings/${holding.id}`)).tranches.filter(({ state }) => state === 'due' || n % 4 === 0), n);
      return due && office.post(`/holdings/${holding.id}/tranches/${due.id}/${what}`, body);
    };
    const running = ['instalment', 'spend', 'midterm', 'grant-accept', 'grant-fail'].includes(step);
    const grant = await fitting('/grants', n, ...(running ? ['running'] : step === 'return' ? ['accepted', 'failed'] : step === 'grant-sign' ? ['approved'] : ['submitted']));
    switch (step) {
      case 'draw': return office.post(`/funds/${fund}/drawdowns`, { amount, on: today, reference });
      case 'propose': {
        const { id } = await office.post(`/funds/${fund}/proposals`, { project: firm.project, title: '融资', asked: amount, plan: '研发' });
        await office.post(`/fund-proposals/${id}/take-up`, { fund });
        await office.post(`/fund-proposals/${id}/findings`, { item: 'all', verdict: 'ok', note: '好' });
        await office.post(`/fund-proposals/${id}/put-to-vote`, { terms: { ...equity(amount), tranches: [{ amount: Math.ceil(amount / 2), upon: '一' }, ...(amount > 1 ? [{ amount: Math.floor(amount / 2), upon: '二' }] : [])] } });
        return office.post(`/fund-proposals/${id}/vote`, { vote: n % 5 === 0 ? 'against' : 'for' });
      }
      case 'approve': return at('/fund-proposals/:/close-vote', await some('/fund-proposals?state=voting', n));
      case 'sign': return at('/fund-proposals/:/sign', await some('/fund-proposals?state=approved', n), { on: today, paper: reference });
      case 'drop': return at('/fund-proposals/:/drop', await some('/fund-proposals', n), { reason: '不投' });
      case 'pay': return tranche('pay', { on: today, reference });
      case 'cancel': return tranche('cancel', { reason: '不再支付' });
      case 'enter': return office.post(`/funds/${fund}/investments`, { project: firm.project, amount, instrument: 'grant', paidOn: today, paper: reference });
      case 'value': return at('/holdings/:/valuations', await some('/holdings', n), { on: today, value: amount, basis: '估值' });
      case 'exit': return at('/holdings/:/exits', await some('/holdings', n), { way: 'transfer', on: today, proceeds: amount, ...(n % 2 === 0 && { cost: Math.ceil(amount / 3) }), note: '转让' });
      case 'write-off': return at('/holdings/:/write-off', await some('/holdings', n), { on: today, reason: '已注销' });
      case 'distribute': return office.post(`/funds/${fund}/distributions`, { amount, on: today, reference });
      case 'recycle': return office.post(`/funds/${fund}/recycle`, { amount, on: today, reason: '滚动' });
      case 'fill': return office.post(`/credit/pools/${pool}/fillings`, { from: n % 2 ? '市级' : '区级', amount, on: today });
      case 'apply': return office.post(`/credit/banks/${bank}/loans`, { project: firm.project, score: (await office.post('/credit/scores', { project: firm.project, facts: FACTS })).id, asked: amount, purpose: '周转' });
      case 'accept': return at('/credit/loans/:/accept', await fitting('/credit/loans', n, 'applied'), { granted: amount, rate: 4, months: 6 });
      case 'withdraw': return at('/credit/loans/:/withdraw', await fitting('/credit/loans', n, 'applied', 'accepted'), { reason: '不贷了' });
      case 'draw-loan': return at('/credit/loans/:/draw', await fitting('/credit/loans', n, 'accepted'), { on: today, way: 'equal-principal' });
      case 'repay': return at('/credit/loans/:/repayments', await fitting('/credit/loans', n, 'drawn', 'overdue', 'compensated'), { principal: amount % 3000, interest: n % 7, reference, on: today });
      case 'compensate': return at('/credit/loans/:/compensate', await fitting('/credit/loans', n, 'overdue'), { on: today });
      case 'grant-ask': return office.post(`/schemes/${scheme}/grants`, { project: firm.project, title: '项目', plan: '研发', targets: '样机', asked: amount, own: 0, endsOn: '2026-01-01', budget: [{ heading: 'a', amount }] });
      case 'grant-approve': return at('/grants/:/approve', grant, { approved: amount, contractNo: reference });
      case 'grant-sign': {
        const sha256 = grant && (await office.get<{ contract: { sha256: string } | null }>(`/grants/${grant.id}`)).contract?.sha256;
        if (sha256 === undefined) return undefined;
        await at('/grants/:/sign', grant, { sha256 });
        return at('/grants/:/countersign', grant, { sha256 });
      }
      case 'instalment': {
        const due = grant && pick((await office.get<{ instalments: { id: string }[] }>(`/grants/${grant.id}`)).instalments, n);
        return due && office.post(`/grants/${grant.id}/instalments/${due.id}/pay`, { on: today, reference });
      }
      case 'spend': return at('/grants/:/spendings', grant, { heading: 'a', from: n % 2 ? 'grant' : 'own', amount: 1 + (amount % 3000), on: today, what: '采购', voucher: reference });
      case 'midterm': return at('/grants/:/midterm', grant, { passed: n % 2 === 0, note: '检查' });
      case 'grant-accept': return n % 3 > 0 ? undefined : at('/grants/:/accept', grant, { note: '验收' });
      case 'grant-fail': return n % 3 > 0 ? undefined : at('/grants/:/fail', grant, { note: '终止' });
      case 'return': return at('/grants/:/return-unspent', grant, { on: today });
    }
  }

  it('balance and agree with every record after any order of steps, alone or several at once', async () => {
    const taken = new Map<Step, number>();
    const step = fc.tuple(fc.constantFrom(...STEPS), fc.nat(50), fc.integer({ min: 1, max: 300_00 }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 20, maxLength: 30 }), async (rounds) => {
        // A month on, so that what is not paid back is overdue.
        today = daysAfter(today, 32);
        await service.moveTo(`${today}T09:00:00+08:00`);
        for (const together of rounds) {
          const outcomes = await Promise.allSettled(together.map(([what, n, amount]) => take(what, n, amount)));
          for (const [i, outcome] of outcomes.entries()) {
            if (outcome.status === 'fulfilled' && outcome.value !== undefined) taken.set(together[i]![0], (taken.get(together[i]![0]) ?? 0) + 1);
            // What can't be done is refused, never an error.
            if (outcome.status === 'rejected') expect(outcome.reason instanceof Problem ? outcome.reason.status : outcome.reason).toBeLessThan(500);
          }
        }
        expect((await booksOf(service)).findings).toEqual([]);
      }),
      { numRuns: 14, seed: 20_250_310, endOnFailure: true },
    );
    // The steps were not all refused: money did move in each way.
    expect([...STEPS].filter((one) => (taken.get(one) ?? 0) === 0)).toEqual([]);
  }, 180_000);

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });
});
