import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { booksOf, inTens } from '../support/funding.js';
import { CHECKED, FIGURES, firmIn, openPlatform, type FirmIn, type Host } from '../support/incubation.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';
import { notAsRecounted } from '../support/recounted.js';

const YUAN = 100;
const WAN = 10_000 * YUAN;

interface PoolShown {
  readonly kept: number;
  readonly cash: number;
  readonly room: number;
  readonly reserved: number;
  readonly used: number;
  readonly contributors: { name: string; paidIn: number }[];
  readonly banks: { id: string; state: string; lent: number; lost: number; loss: number }[];
}

/** Facts that make a grade A in the example table: 20 + 10 + 15 + 10 + 10 and 15 + 10 + 5 + 5. */
const STRONG = { 'valid-inventions': 6, 'valid-ip': 12, 'research-share': 12, 'technical-share': 80, 'high-tech-enterprise': true, revenue: 30_000_000 * YUAN, 'revenue-growth': 40, tax: 2_000_000 * YUAN, staff: 60 };

describe('knowledge-value credit', () => {
  let service: TestService;
  let office: Visitor;
  let host: Host;
  let firm: FirmIn;
  let pool: string;
  let bank: string;
  let banker: Visitor;

  const poolOn = (day?: string) => office.get<PoolShown>(`/credit/pools/${pool}${day === undefined ? '' : `?day=${day}`}`);
  const scored = async (project: string, facts: object): Promise<string> => (await office.post('/credit/scores', { project, facts })).id;

  async function bankUnder(of: string, name: string): Promise<{ id: string; officer: Visitor }> {
    const { id } = await office.post(`/credit/pools/${of}/banks`, { name });
    const officer = await service.visitor(`bank-${id.slice(-6)}`).signUp();
    await office.post(`/people/${officer.id}/roles`, { role: 'bank-officer', scope: id });
    return { id, officer };
  }

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    await service.moveTo('2025-03-10T09:00:00+08:00');
    host = await openPlatform(service, office, '孵化器', 'incubator');
    firm = await firmIn(service, office, host, '阿尔法公司');
    pool = (await office.post('/credit/pools', { name: '风险池', floor: 200 * WAN })).id;
    ({ id: bank, officer: banker } = await bankUnder(pool, '示例银行'));
  });
  afterAll(() => service.stop());

  it('fills its floor first, which never pays', async () => {
    await office.post(`/credit/pools/${pool}/fillings`, { from: '市级', amount: 400 * WAN, on: '2025-03-10' });
    await office.post(`/credit/pools/${pool}/fillings`, { from: '区级', amount: 600 * WAN, on: '2025-03-10' });
    expect(await poolOn()).toMatchObject({ kept: 200 * WAN, cash: 800 * WAN, room: 800 * WAN, reserved: 0, contributors: expect.arrayContaining([{ name: '市级', paidIn: 400 * WAN }, { name: '区级', paidIn: 600 * WAN }]) as object });
    expect((await refused(office.post('/credit/pools', { name: '错', floor: 1, warnAt: 8, stopAt: 8 }))).body.code).toBe('pool:lines-crossed');
  });

  it('scores from what the firm has reported, explains each factor, and says what the next grade needs', async () => {
    await service.moveTo('2025-04-10T09:00:00+08:00');
    const id = await scored(firm.project, { 'high-tech-enterprise': true });
    const empty = await office.get<{ card: { score: number; grade: string | null; limit: number } }>(`/credit/scores/${id}`);
    expect(empty.card).toMatchObject({ score: 10, grade: null, limit: 0 });
    expect((await refused(firm.team.post(`/credit/banks/${bank}/loans`, { project: firm.project, score: id, asked: WAN, purpose: '周转' }))).body.code).toBe('loan:no-grade');
    await firm.team.post(`/incubatees/${firm.id}/reports`, { period: '2025-Q1', figures: FIGURES });
    // The reports of 2025 are last year's in 2026.
    const next = await office.post<{ id: string; score: number; grade: string }>('/credit/scores', { project: firm.project, on: '2026-01-15' });
    const { card } = await firm.team.get<{ card: { score: number; grade: string; next: object; groups: { factors: { metric: string; seen: number; points: number; next: object }[] }[] } }>(`/credit/scores/${next.id}`);
    const factor = (metric: string) => card.groups.flatMap(({ factors }) => factors).find((one) => one.metric === metric);
    // A million yuan of revenue, 12 % of it research, 12 staff, 2 valid IP.
    expect(factor('revenue')).toMatchObject({ seen: 1_000_000 * YUAN, points: 4, next: { more: 1_000_000 * YUAN, points: 4 } });
    expect(factor('research-share')).toMatchObject({ seen: 12, points: 15, next: null });
    expect(factor('valid-ip')).toMatchObject({ seen: 2, points: 4, next: { more: 3, points: 3 } });
    expect(factor('staff')).toMatchObject({ points: 2 });
    expect(card).toMatchObject({ score: 25, grade: 'E', next: { grade: 'D', points: 10 } });
  });

  let loan: string;

  it('asks a bank within the limit of the grade; the pool keeps its share ready', async () => {
    const score = await scored(firm.project, STRONG);
    expect(await office.get<object>(`/credit/scores/${score}`)).toMatchObject({ card: { score: 100, grade: 'A', limit: 500 * WAN, next: null, certainty: { limits: 'two-copies', points: 'example' } } });
    const ask = (asked: number) => firm.team.post(`/credit/banks/${bank}/loans`, { project: firm.project, score, asked, purpose: '采购设备' });
    loan = (await ask(300 * WAN)).id;
    expect((await refused(firm.team.post(`/credit/loans/${loan}/accept`, { granted: 1, rate: 4, months: 12 }))).status).toBe(403);
    expect((await refused(banker.post(`/credit/loans/${loan}/accept`, { granted: 301 * WAN, rate: 4, months: 12 }))).body.code).toBe('loan:more-than-asked');
    await banker.post(`/credit/loans/${loan}/accept`, { granted: 300 * WAN, rate: 4.35, months: 12 });
    expect(await poolOn()).toMatchObject({ room: 560 * WAN, reserved: 240 * WAN });
    const { id: second } = await ask(300 * WAN);
    expect((await refused(banker.post(`/credit/loans/${second}/accept`, { granted: 250 * WAN, rate: 4, months: 12 }))).body.code).toBe('loan:over-limit');
    await firm.team.post(`/credit/loans/${second}/withdraw`, { reason: '改用自有资金' });
    const other = await firmIn(service, office, host, '贝塔公司');
    expect((await refused(other.team.post(`/credit/banks/${bank}/loans`, { project: other.project, score, asked: 1, purpose: '周转' }))).body.code).toBe('loan:score-of-another');
  });

  it('is drawn, paid back by its schedule once for each number, and overdue the day after a due', async () => {
    await banker.post(`/credit/loans/${loan}/draw`, { on: '2025-04-10' });
    const { dues } = await firm.team.get<{ dues: { dueOn: string; principal: number; interest: number }[] }>(`/credit/loans/${loan}`);
    expect(dues.map(({ dueOn, principal }) => [dueOn, principal])).toEqual([['2025-07-10', 0], ['2025-10-10', 0], ['2026-01-10', 0], ['2026-04-10', 300 * WAN]]);
    // 3,000,000 yuan x 4.35 % x 91 / 360 = 32,987.50 yuan.
    expect(dues[0]!.interest).toBe(32_987_50);
    await service.moveTo('2025-07-10T12:00:00+08:00');
    const repay = (principal: number, interest: number, reference: string, on: string) => banker.post(`/credit/loans/${loan}/repayments`, { principal, interest, reference, on });
    const same = await Promise.allSettled(Array.from({ length: 5 }, () => repay(0, 32_987_50, '流水 1', '2025-07-10')));
    expect(same.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await refused(repay(0, 1, '流水 1', '2025-07-10'))).body.code).toBe('loan:repayment-known');
    expect((await refused(repay(301 * WAN, 0, '流水 2', '2025-07-10'))).body.code).toBe('loan:owed-less');
    const state = async () => (await banker.get<{ state: string }>(`/credit/loans/${loan}`)).state;
    await service.moveTo('2025-07-11T01:00:00+08:00');
    expect(await state()).toBe('drawn');
    await service.moveTo('2025-10-10T23:00:00+08:00');
    expect(await state()).toBe('drawn');
    await service.moveTo('2025-10-11T01:00:00+08:00');
    expect(await state()).toBe('overdue');
    expect((await firm.team.all<{ id: string; kind: string }>('/notifications')).map(({ kind }) => kind)).toContain('loan-overdue');
    await repay(0, 10_000_00, '流水 3', '2025-10-11');
    expect(await state()).toBe('overdue');
    await repay(0, 23_350_00, '流水 4', '2025-10-12').catch(() => undefined);
    await service.moveTo('2025-10-12T09:00:00+08:00');
    await repay(0, 23_350_00, '流水 4', '2025-10-12');
    expect(await state()).toBe('drawn');
  });

  it('pays its share of what is not paid back, shares what comes back, and stops the bank whose loss passes the line', async () => {
    const far = await office.post('/credit/pools', { name: '另一池', floor: 0 });
    expect(await office.get<object>(`/credit/pools/${far.id}/totals`)).toMatchObject({ all: { asked: { firms: 0, amount: 0 } } });
    await service.moveTo('2026-01-10T12:00:00+08:00');
    await service.moveTo('2026-01-11T09:00:00+08:00');
    await service.settle();
    expect((await refused(banker.post(`/credit/loans/${loan}/compensate`, { on: '2026-01-11' }))).status).toBe(403);
    expect(await office.post<object>(`/credit/loans/${loan}/compensate`, { on: '2026-01-11' })).toMatchObject({ paid: 240 * WAN, borne: 60 * WAN, loss: 100 });
    expect(await poolOn()).toMatchObject({ kept: 200 * WAN, cash: 560 * WAN, room: 560 * WAN, reserved: 0, used: 240 * WAN, banks: [{ state: 'stopped', lost: 300 * WAN }] });
    const score = await scored(firm.project, STRONG);
    expect((await refused(firm.team.post(`/credit/banks/${bank}/loans`, { project: firm.project, score, asked: WAN, purpose: '周转' }))).body.code).toBe('bank:stopped');
    await banker.post(`/credit/loans/${loan}/repayments`, { principal: 100 * WAN, interest: 0, reference: '追偿 1', on: '2026-01-11' });
    // Of a million recovered the pool gets four fifths, as it bears four fifths.
    expect(await poolOn()).toMatchObject({ cash: 640 * WAN, room: 640 * WAN, used: 160 * WAN });
    await office.post(`/credit/loans/${loan}/close`, { reason: '企业已破产清算' });
    await office.post(`/credit/banks/${bank}/lift`, { reason: '已整改，恢复合作' });
    expect(await poolOn('2025-12-31')).toMatchObject({ cash: 800 * WAN, used: 0 });
    expect((await booksOf(service)).findings).toEqual([]);
  });

  it('never stands for more than it has, under 200 approvals at once, and never falls below its floor', async () => {
    const small = (await office.post('/credit/pools', { name: '小池', floor: 50 * WAN, reserve: 50 })).id;
    await office.post(`/credit/pools/${small}/fillings`, { from: '区级', amount: 250 * WAN, on: '2026-01-11' });
    const { id: lender, officer } = await bankUnder(small, '小银行');
    const loans = await inTens(200, async (n) => {
      const { project } = await host.manager.post<{ project: string }>(`/platforms/${host.id}/incubatees`, { project: `项目 ${n}`, firm: `公司 ${n}`, registeredOn: '2024-06-01', from: '2026-01-05', to: '2028-03-02', facts: CHECKED });
      return (await office.post(`/credit/banks/${lender}/loans`, { project, score: await scored(project, STRONG), asked: 30 * WAN, purpose: '研发' })).id;
    });
    const outcomes = await Promise.allSettled(loans.map((id) => officer.post(`/credit/loans/${id}/accept`, { granted: 30 * WAN, rate: 4, months: 6 })));
    // Two million stand for loans at half of four fifths: 120,000 yuan each, so 16.
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect((outcome.reason as { body: { code: string } }).body.code).toBe('pool:no-room');
    const accepted = loans.filter((_, n) => outcomes[n]!.status === 'fulfilled');
    for (const id of accepted) await officer.post(`/credit/loans/${id}/draw`, { on: '2026-01-11', dues: [{ dueOn: '2026-01-12', principal: 30 * WAN, interest: 0 }] });
    await service.moveTo('2026-01-13T09:00:00+08:00');
    await service.settle();
    // All fail at once: the pool pays until it is at its floor, and then says so.
    const paid = await Promise.allSettled(accepted.map((id) => office.post(`/credit/loans/${id}/compensate`, { on: '2026-01-13' })));
    expect(paid.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
    for (const outcome of paid) if (outcome.status === 'rejected') expect((outcome.reason as { body: { code: string } }).body.code).toBe('pool:at-floor');
    expect(await office.get<object>(`/credit/pools/${small}`)).toMatchObject({ kept: 50 * WAN, cash: 8 * WAN });
    expect((await booksOf(service)).findings).toEqual([]);
  });

  it('adds loans up by bank, grade and year, each figure with its loans', async () => {
    const totals = await office.get<{ all: { asked: { firms: number; amount: number }; lent: { loans: number } }; byBank: { value: string; lent: { loans: number } }[]; byGrade: { value: string; asked: { loans: number } }[] }>(`/credit/pools/${pool}/totals`);
    expect(totals.all).toMatchObject({ asked: { firms: 1, loans: 2, amount: 600 * WAN }, accepted: { firms: 1, amount: 300 * WAN }, lent: { firms: 1, loans: 1, amount: 300 * WAN }, lost: 200 * WAN, poolBears: 160 * WAN });
    expect(await office.all(`/credit/loans?bank=${bank}&grade=A&year=2025`)).toHaveLength(totals.byGrade[0]!.asked.loans);
    expect(await office.text(`/credit/pools/${pool}/totals.table?format=csv`)).toContain('放款金额');
  });

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });
});
