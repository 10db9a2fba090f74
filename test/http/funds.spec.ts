import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { booksOf, equity, inTens, lookInto } from '../support/funding.js';
import { CHECKED, firmIn, openPlatform, type FirmIn, type Host } from '../support/incubation.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';
import { notAsRecounted } from '../support/recounted.js';

const YUAN = 100;

interface FundShown {
  readonly left: number;
  readonly promised: number;
  readonly invested: number;
  readonly realised: number;
  readonly lost: number;
  readonly cash: number;
  readonly proceeds: number;
  readonly paidIn: number;
  readonly returned: number;
  readonly worth: number;
  readonly netAssets: number;
  readonly dpi: number | null;
  readonly tvpi: number | null;
  readonly moic: number | null;
  readonly contributors: { id: string; name: string; pledged: number; paidIn: number; returned: number }[];
}

describe('a seed fund, from capital to exit', () => {
  let service: TestService;
  let office: Visitor;
  let keeper: Visitor;
  let members: Visitor[];
  let host: Host;
  let firm: FirmIn;
  let fund: string;

  const fundOn = (day?: string) => office.get<FundShown>(`/funds/${fund}${day === undefined ? '' : `?day=${day}`}`);

  /** A proposal that everyone votes for; returns its id before the vote is closed. */
  async function broughtToVote(from: FirmIn, amount: number, terms: object = equity(amount)): Promise<string> {
    const { id } = await from.team.post(`/funds/${fund}/proposals`, { project: from.project, title: `融资 ${amount}`, asked: amount, plan: '用于中试线建设' });
    await keeper.post(`/fund-proposals/${id}/take-up`, { fund });
    await lookInto(keeper, id);
    await keeper.post(`/fund-proposals/${id}/put-to-vote`, { terms });
    for (const member of members) await member.post(`/fund-proposals/${id}/vote`, { vote: 'for' });
    return id;
  }

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    await service.moveTo('2025-03-10T09:00:00+08:00');
    host = await openPlatform(service, office, '孵化器', 'incubator');
    firm = await firmIn(service, office, host, '阿尔法公司');
    members = [];
    for (const name of ['member-a', 'member-b', 'member-c']) members.push(await service.visitor(name).signUp());
    keeper = await service.visitor('keeper').signUp();
    fund = (await office.post('/funds', { name: '种子基金', contributors: [{ name: '市级', pledged: 4_000_000 * YUAN }, { name: '区级', pledged: 6_000_000 * YUAN }], committee: members.map(({ id }) => id), quorum: 2, majority: 'two-thirds', perProject: 2_000_000 * YUAN })).id;
    await office.post(`/people/${keeper.id}/roles`, { role: 'fund-manager', scope: fund });
  });
  afterAll(() => service.stop());

  it('draws capital by what each has pledged, never more', async () => {
    await keeper.post(`/funds/${fund}/drawdowns`, { amount: 1_000_000_01, on: '2025-03-10', reference: '实缴 1' });
    const { contributors, cash, left } = await fundOn();
    // 1,000,000.01 yuan by 4 to 6: the odd fen goes to the larger remainder.
    expect(contributors.map(({ paidIn }) => paidIn)).toEqual([400_000_00, 600_000_01]);
    expect({ cash, left }).toEqual({ cash: 1_000_000_01, left: 10_000_000 * YUAN });
    expect((await refused(keeper.post(`/funds/${fund}/drawdowns`, { amount: 9_000_000_00, on: '2025-03-10', reference: '实缴 2' }))).body.code).toBe('fund:drawn-up');
    expect((await refused(keeper.post(`/funds/${fund}/drawdowns`, { amount: 100, on: '2025-03-11', reference: '明天' }))).body.code).toBe('day:to-come');
  });

  let holding: string;

  it('looks into a proposal, votes with those who are not too near, and promises the money', async () => {
    const outsider = await service.visitor('outsider').signUp();
    const ask = { project: firm.project, title: '中试线', asked: 1_000_000 * YUAN, plan: '建设中试线' };
    expect((await refused(outsider.post(`/funds/${fund}/proposals`, ask))).body.code).toBe('fund:not-to-propose');
    const { id } = await firm.team.post(`/funds/${fund}/proposals`, ask);
    expect((await refused(firm.team.post(`/funds/${fund}/proposals`, ask))).body.code).toBe('fund:proposed-already');
    expect((await refused(firm.team.post(`/fund-proposals/${id}/take-up`, { fund }))).status).toBe(403);
    await keeper.post(`/fund-proposals/${id}/take-up`, { fund });
    const { milestone } = await host.manager.post<{ milestone: string }>(`/incubatees/${firm.id}/milestones`, { title: '样机定型', dueOn: '2025-09-30' });
    const terms = { instrument: 'equity', amount: 1_000_000 * YUAN, preMoney: 9_000_000 * YUAN, conditions: ['董事会观察员'], tranches: [{ amount: 600_000 * YUAN, upon: '签约' }, { amount: 400_000 * YUAN, upon: '样机定型', milestone }] };
    const open = await refused(keeper.post(`/fund-proposals/${id}/put-to-vote`, { terms }));
    expect(open.body.code).toBe('fund:diligence-open');
    await lookInto(keeper, id);
    await keeper.post(`/fund-proposals/${id}/findings`, { item: 'legal', verdict: 'failed', note: '有未决诉讼' });
    expect((await refused(keeper.post(`/fund-proposals/${id}/put-to-vote`, { terms }))).body.code).toBe('fund:diligence-open');
    await keeper.post(`/fund-proposals/${id}/findings`, { item: 'legal', verdict: 'ok', note: '已撤诉' });
    expect((await refused(keeper.post(`/fund-proposals/${id}/put-to-vote`, { terms: { ...terms, tranches: [{ amount: 1, upon: '签约' }] } }))).body.code).toBe('terms:tranches-differ');
    expect((await refused(keeper.post(`/fund-proposals/${id}/put-to-vote`, { terms: { ...terms, instrument: 'convertible' } }))).body.code).toBe('terms:incomplete');
    await keeper.post(`/fund-proposals/${id}/put-to-vote`, { terms });

    // One member has declared a tie: he stands aside, sees nobody's vote, and two of two votes are enough.
    await members[2]!.post(`/people/${members[2]!.id}/ties`, { project: firm.project, kind: 'mentor' });
    const aside = await refused(members[2]!.post(`/fund-proposals/${id}/vote`, { vote: 'for' }));
    expect(aside.body.code).toBe('fund:member-in-conflict');
    expect((await refused(keeper.post(`/fund-proposals/${id}/close-vote`))).body.code).toBe('fund:no-quorum');
    await members[0]!.post(`/fund-proposals/${id}/vote`, { vote: 'for', reason: '团队强' });
    expect((await members[1]!.get<{ votes: object[]; voted: number }>(`/fund-proposals/${id}`))).toMatchObject({ votes: [], voted: 1 });
    await members[1]!.post(`/fund-proposals/${id}/vote`, { vote: 'for' });
    expect(await firm.team.get<object>(`/fund-proposals/${id}`)).toMatchObject({ checklist: [], votes: [], terms: { share: 10 } });
    expect(await keeper.post<object>(`/fund-proposals/${id}/close-vote`)).toMatchObject({ outcome: 'approved', for: 2, against: 0, recused: 1 });
    expect(await fundOn()).toMatchObject({ left: 9_000_000 * YUAN, promised: 1_000_000 * YUAN, invested: 0 });
    holding = (await keeper.post<{ holding: string }>(`/fund-proposals/${id}/sign`, { on: '2025-03-10', paper: '投资协议 1' })).holding;
  });

  it('pays a tranche once, when its milestone is reached and the money is there', async () => {
    const { tranches } = await keeper.get<{ tranches: { id: string; state: string }[] }>(`/holdings/${holding}`);
    const pay = (n: number, on = '2025-03-10') => keeper.post(`/holdings/${holding}/tranches/${tranches[n]!.id}/pay`, { on, reference: `凭证 ${n}` });
    // Twenty at once: one is paid.
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => pay(0)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await refused(pay(0))).body.code).toBe('tranche:settled');
    expect((await refused(pay(1))).body.code).toBe('tranche:milestone-open');
    // Put down by mistake: it is due again, and the firm’s way no longer holds it.
    await keeper.post(`/holdings/${holding}/tranches/${tranches[0]!.id}/take-back`, { reason: '银行退票' });
    expect(await fundOn()).toMatchObject({ promised: 1_000_000 * YUAN, invested: 0, cash: 1_000_000_01 });
    expect((await firm.team.get<{ investments: object[] }>(`/incubatees/${firm.id}`)).investments).toEqual([]);
    expect((await refused(keeper.post(`/holdings/${holding}/tranches/${tranches[0]!.id}/take-back`, { reason: '再次' }))).body.code).toBe('tranche:not-paid');
    const again = (await keeper.get<{ tranches: { id: string; state: string; number: number }[] }>(`/holdings/${holding}`)).tranches.at(-1)!;
    expect(again).toMatchObject({ state: 'due', number: 3 });
    await keeper.post(`/holdings/${holding}/tranches/${again.id}/pay`, { on: '2025-03-10', reference: '凭证 1b' });
    await service.settle();
    expect(await fundOn()).toMatchObject({ promised: 400_000 * YUAN, invested: 600_000 * YUAN, cash: 400_000_01 });
    expect((await firm.team.get<{ investments: { amount: number }[] }>(`/incubatees/${firm.id}`)).investments).toMatchObject([{ amount: 600_000 * YUAN }]);
    const milestone = (await firm.team.get<{ milestones: { id: string }[] }>(`/incubatees/${firm.id}`)).milestones[0]!.id;
    await service.moveTo('2025-09-20T09:00:00+08:00');
    await firm.team.post(`/incubatees/${firm.id}/milestones/${milestone}/reach`, { on: '2025-09-19' });
    await pay(1, '2025-09-20');
    expect((await booksOf(service)).findings).toEqual([]);
  });

  it('refuses more for one project than the fund allows, and follows on within that', async () => {
    const over = await broughtToVote(firm, 1_100_000 * YUAN).catch((error: unknown) => error as { body: { code: string } });
    // The member who stands aside can't vote: the way to the vote ends there.
    expect((over as { body: { code: string } }).body.code).toBe('fund:member-in-conflict');
    const proposal = (await keeper.all<{ id: string; state: string }>('/fund-proposals?state=voting')).at(-1)!.id;
    expect((await refused(keeper.post(`/fund-proposals/${proposal}/close-vote`))).body.code).toBe('fund:project-limit');
    await keeper.post(`/fund-proposals/${proposal}/drop`, { reason: '超过单项上限' });
    const { id } = await firm.team.post(`/funds/${fund}/proposals`, { project: firm.project, title: '追加', asked: 500_000 * YUAN, plan: '扩大产能', follows: holding });
    expect(await keeper.get<object>(`/fund-proposals/${id}`)).toMatchObject({ follows: holding, state: 'proposed' });
    await keeper.post(`/fund-proposals/${id}/drop`, { reason: '暂缓' });
  });

  it('values, exits in part, writes off, gives back, and shows its multiples on any day', async () => {
    await keeper.post(`/funds/${fund}/drawdowns`, { amount: 600_000_00, on: '2025-09-20', reference: '实缴 3' });
    const second = await firmIn(service, office, host, '贝塔公司');
    await keeper.post(`/funds/${fund}/investments`, { project: second.project, amount: 500_000 * YUAN, instrument: 'grant', paidOn: '2025-09-20', paper: '投决 9 号' });
    const [lost] = await keeper.all<{ id: string; firm: string }>(`/holdings?fund=${fund}`).then((all) => all.filter(({ firm: name }) => name === '贝塔公司'));
    await service.moveTo('2026-06-30T09:00:00+08:00');
    await keeper.post(`/holdings/${holding}/valuations`, { on: '2026-01-01', value: 3_000_000 * YUAN, basis: '最近一轮融资' });
    expect((await refused(keeper.post(`/holdings/${holding}/exits`, { way: 'transfer', on: '2026-03-01', cost: 2_000_000 * YUAN, proceeds: 1, note: '转让' }))).body.code).toBe('holding:cost-too-great');
    await keeper.post(`/holdings/${holding}/exits`, { way: 'transfer', on: '2026-03-01', cost: 400_000 * YUAN, proceeds: 1_500_000 * YUAN, note: '转让四成' });
    await keeper.post(`/holdings/${lost!.id}/write-off`, { on: '2026-04-01', reason: '企业注销，无可回收' });
    await keeper.post(`/funds/${fund}/distributions`, { amount: 1_000_000 * YUAN, on: '2026-05-01', reference: '分配 1' });
    await keeper.post(`/funds/${fund}/recycle`, { amount: 500_000 * YUAN, on: '2026-05-02', reason: '滚动投资' });
    expect((await refused(keeper.post(`/funds/${fund}/distributions`, { amount: 1, on: '2026-05-03', reference: '分配 2' }))).body.code).toBe('fund:proceeds-short');
    const now = await fundOn();
    // Paid in 1.6 million and a fen; 1.5 million invested; 1.5 million came back, 1.0 of it distributed; 60 % of 3.0 million held.
    expect(now).toMatchObject({ invested: 600_000 * YUAN, realised: 400_000 * YUAN, lost: 500_000 * YUAN, proceeds: 0, returned: 1_000_000 * YUAN, worth: 1_800_000 * YUAN, cash: 600_000_01 });
    expect(now).toMatchObject({ dpi: 0.62, tvpi: 2.12, moic: 2.2 });
    // As it stood before the exit: 3.0 million held, nothing given back.
    expect(await fundOn('2026-02-01')).toMatchObject({ invested: 1_500_000 * YUAN, returned: 0, worth: 3_500_000 * YUAN, dpi: 0, moic: 2.33 });
    expect(await fundOn('2025-03-09')).toMatchObject({ paidIn: 0, dpi: null, tvpi: null });
    // A figure opens to its transfers, and a transfer to what made it.
    const account = (await keeper.all<{ id: string; part: string; balance: number }>(`/ledger/accounts?owner=${fund}`)).find(({ part }) => part === 'invested')!;
    expect(account.balance).toBe(now.invested);
    const transfers = await keeper.all<{ id: string; about: string; ground: string }>(`/ledger/transfers?account=${account.id}`);
    expect(transfers).toHaveLength(7);
    expect(await keeper.get<object>(`/ledger/transfers/${transfers[0]!.id}`)).toMatchObject({ about: { kind: 'holding' }, steps: expect.arrayContaining([expect.objectContaining({ command: 'pay-tranche' })]) as object });
    const books = await booksOf(service);
    expect(books.findings).toEqual([]);
    const history = await firm.team.get<{ funding: { holdings: { tranches: object[] }[] } }>(`/projects/${firm.project}/history`);
    expect(history.funding.holdings[0]!.tranches).toHaveLength(3);
  });

  it('never promises more than it has, under 200 approvals at once', async () => {
    const other = (await office.post('/funds', { name: '小基金', contributors: [{ name: '区级', pledged: 1_000_000 * YUAN }], committee: [members[0]!.id], quorum: 1, checklist: [{ key: 'all', zh: '全部', en: 'all' }] })).id;
    await office.post(`/people/${keeper.id}/roles`, { role: 'fund-manager', scope: other });
    const waiting = await inTens(200, async (n) => {
      const { project } = await host.manager.post<{ project: string }>(`/platforms/${host.id}/incubatees`, { project: `项目 ${n}`, firm: `公司 ${n}`, registeredOn: '2024-06-01', from: '2026-06-01', to: '2028-03-02', facts: CHECKED });
      const { id } = await keeper.post(`/funds/${other}/proposals`, { project, title: `提案 ${n}`, asked: 30_000 * YUAN, plan: '用于研发' });
      await keeper.post(`/fund-proposals/${id}/take-up`, { fund: other });
      await keeper.post(`/fund-proposals/${id}/findings`, { item: 'all', verdict: 'ok', note: '已核实' });
      await keeper.post(`/fund-proposals/${id}/put-to-vote`, { terms: equity(30_000 * YUAN) });
      await members[0]!.post(`/fund-proposals/${id}/vote`, { vote: 'for' });
      return id;
    });
    const outcomes = await Promise.allSettled(waiting.map((id) => keeper.post(`/fund-proposals/${id}/close-vote`)));
    // A million holds 33 times 30,000.
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(33);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect((outcome.reason as { body: { code: string } }).body.code).toBe('fund:exhausted');
    expect(await office.get<object>(`/funds/${other}`)).toMatchObject({ left: 10_000 * YUAN, promised: 990_000 * YUAN });
    // What one gives up another gets.
    const [kept, lost] = [outcomes.findIndex(({ status }) => status === 'fulfilled'), outcomes.findIndex(({ status }) => status === 'rejected')];
    await keeper.post(`/fund-proposals/${waiting[kept]!}/drop`, { reason: '企业放弃' });
    expect(await keeper.post<object>(`/fund-proposals/${waiting[lost]!}/close-vote`)).toMatchObject({ outcome: 'approved' });
    expect((await booksOf(service)).findings).toEqual([]);
  });

  it('finds a transfer that was forged past the service, and the database refuses to change one', async () => {
    const { pool } = service.database;
    await expect(pool.query('UPDATE transfer SET amount = amount + 1')).rejects.toThrow('never changed');
    await expect(pool.query('DELETE FROM transfer')).rejects.toThrow('never changed');
    await expect(pool.query("UPDATE ledger_account SET balance = -1 WHERE part = 'cash'")).rejects.toThrow('floor');
    await pool.query("UPDATE ledger_account SET balance = balance + 100 WHERE part = 'cash' AND owner_id = $1", [fund]);
    await pool.query("UPDATE tranche SET amount = amount + 1 WHERE holding_id = $1 AND state = 'paid'", [holding]);
    const { findings } = await booksOf(service);
    expect(findings.map(({ what }) => what)).toEqual(expect.arrayContaining(['a balance is not what its transfers come to', 'a book does not balance', 'a tranche is not in the books as it is in the records']));
  });

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });
});
