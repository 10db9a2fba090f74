import type { Cast } from './cast.js';
import type { Firm } from './incubation.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

const YUAN = 100;

/** What public money does for the firms in incubation: a fund's committee, bank loans under a pool, a scheme's projects, subsidies. */
export async function bringMoney(stage: Stage, cast: Cast, firms: readonly Firm[], on: string): Promise<void> {
  await stage.moveTo(on);
  await invest(stage, cast, firms[0]!, on);
  stage.note('the fund');
  await lend(stage, cast.office, firms.slice(0, 6), on);
  stage.note('the banks');
  await grant(cast.office, firms.slice(1, 4), on);
  await subsidise(cast.office, firms, on);
  await stage.settle();
}

/** A firm asks the fund, which looks into it, votes, signs, and pays what is due now; the rest waits for a milestone. */
async function invest(stage: Stage, { office, judges, fund }: Cast, { team, project, incubatee, firm }: Firm, on: string): Promise<void> {
  const keeper = await stage.visitor('示例基金经理', 'fund').signUp();
  await office.post(`/people/${keeper.id}/roles`, { role: 'fund-manager', scope: fund });
  const members = judges.slice(0, 3);
  await keeper.post(`/funds/${fund}/committee`, { committee: members.map(({ id }) => id), quorum: 2, majority: 'two-thirds' });
  const { milestones } = await team.get<{ milestones: { id: string; reachedOn: string | null }[] }>(`/incubatees/${incubatee}`);
  const milestone = milestones.find(({ reachedOn }) => reachedOn === null)?.id;
  const amount = 800_000 * YUAN;
  const { id } = await team.post(`/funds/${fund}/proposals`, { project, title: `${firm} 中试线`, asked: amount, plan: '建设中试线，完成首批订单（示例）' });
  await keeper.post(`/fund-proposals/${id}/take-up`, { fund });
  const { checklist } = await keeper.get<{ checklist: { key: string }[] }>(`/fund-proposals/${id}`);
  for (const { key } of checklist) await keeper.post(`/fund-proposals/${id}/findings`, { item: key, verdict: key === 'market' ? 'concern' : 'ok', note: key === 'market' ? '客户较集中' : '已核实' });
  await keeper.post(`/fund-proposals/${id}/put-to-vote`, { terms: { instrument: 'convertible', amount, cap: 30_000_000 * YUAN, discount: 20, interest: 4, maturesOn: '2027-12-31', conditions: ['董事会观察员席位'], tranches: [{ amount: amount / 2, upon: '协议签署' }, { amount: amount / 2, upon: '完成下一里程碑', ...(milestone !== undefined && { milestone }) }] } });
  for (const member of members) await member.post(`/fund-proposals/${id}/vote`, { vote: 'for', reason: '团队与产品扎实' });
  await keeper.post(`/fund-proposals/${id}/close-vote`);
  const { holding } = await keeper.post<{ holding: string }>(`/fund-proposals/${id}/sign`, { on, paper: '示例投资协议 1 号' });
  await keeper.post(`/funds/${fund}/drawdowns`, { amount, on, reference: '示例实缴通知' });
  const { tranches } = await keeper.get<{ tranches: { id: string }[] }>(`/holdings/${holding}`);
  await keeper.post(`/holdings/${holding}/tranches/${tranches[0]!.id}/pay`, { on, reference: '示例凭证 1' });
  for (const one of (await keeper.all<{ id: string; cost: number }>(`/holdings?fund=${fund}`)).slice(0, 3)) await keeper.post(`/holdings/${one.id}/valuations`, { on, value: Math.round(one.cost * (1 + stage.chance())), basis: '最近一轮融资（示例）' });
}

/** A pool, two banks, scores by rule; the strongest firms ask, and banks answer. */
async function lend(stage: Stage, office: Visitor, firms: readonly Firm[], on: string): Promise<void> {
  const { id: pool } = await office.post('/credit/pools', { name: '示例知识价值信用贷款风险池', floor: 2_000_000 * YUAN });
  await office.post(`/credit/pools/${pool}/fillings`, { from: '市级', amount: 4_000_000 * YUAN, on });
  await office.post(`/credit/pools/${pool}/fillings`, { from: '区级', amount: 6_000_000 * YUAN, on });
  const banks: { id: string; officer: Visitor }[] = [];
  for (const [n, name] of ['示例银行', '示例商业银行'].entries()) {
    const { id } = await office.post(`/credit/pools/${pool}/banks`, { name });
    const officer = await stage.visitor(`${name}经办`, n === 0 ? 'bank' : 'bank2').signUp();
    await office.post(`/people/${officer.id}/roles`, { role: 'bank-officer', scope: id });
    banks.push({ id, officer });
  }
  for (const [n, { team, project }] of firms.entries()) {
    const score = await office.post<{ id: string; grade: string | null; limit: number }>('/credit/scores', { project, facts: { 'high-tech-enterprise': n % 2 === 0, 'technical-share': 60, 'valid-inventions': n, tax: 120_000 * YUAN } });
    if (score.grade === null) continue;
    const { id: bank, officer } = banks[n % 2]!;
    const { id } = await team.post(`/credit/banks/${bank}/loans`, { project, score: score.id, asked: Math.min(score.limit, 800_000 * YUAN), purpose: '采购原料与研发（示例）' });
    if (n === 4) {
      await officer.post(`/credit/loans/${id}/refuse`, { reason: '征信记录待核实' });
      continue;
    }
    await officer.post(`/credit/loans/${id}/accept`, { granted: Math.min(score.limit, 600_000 * YUAN), rate: 3.65, months: 12 });
    if (n < 3) await officer.post(`/credit/loans/${id}/draw`, { on });
  }
}

/** Loans are paid back as they fall due; of the last one nothing is, and it is overdue. */
export async function payBack(stage: Stage, { office }: Cast, on: string): Promise<void> {
  await stage.moveTo(on);
  const lent = await office.all<{ id: string; state: string }>('/credit/loans');
  for (const { id } of lent.filter(({ state }) => state === 'drawn' || state === 'overdue').slice(0, -1)) {
    const { dues } = await office.get<{ dues: { number: number; dueOn: string; principal: number; interest: number }[] }>(`/credit/loans/${id}`);
    for (const { number, dueOn, principal, interest } of dues.filter((due) => due.dueOn <= on)) await office.post(`/credit/loans/${id}/repayments`, { on: dueOn, principal, interest, reference: `示例流水 ${number}` });
  }
  await stage.settle();
}

/** A scheme for rural projects: one runs, one waits for its contract, one is not approved. */
async function grant(office: Visitor, firms: readonly Firm[], on: string): Promise<void> {
  const year = on.slice(0, 4);
  const { id: scheme } = await office.post('/schemes', {
    ...{ name: `示例乡村振兴科技项目（${year}）`, kind: 'rural', source: '示例市级科技专项', paper: '示例文件 1 号', budget: 1_500_000 * YUAN, opensOn: on, closesOn: `${year}-03-31`, perProject: 500_000 * YUAN, ownShare: 20, slack: 10 },
    headings: [{ key: 'equipment', zh: '设备费', en: 'equipment' }, { key: 'materials', zh: '材料费', en: 'materials' }, { key: 'labour', zh: '劳务费', en: 'labour' }],
    instalments: [{ percent: 50, upon: 'contract' }, { percent: 30, upon: 'midterm' }, { percent: 20, upon: 'acceptance' }],
  });
  for (const [n, { team, project, firm }] of firms.entries()) {
    const budget = [{ heading: 'equipment', amount: 300_000 * YUAN }, { heading: 'materials', amount: 120_000 * YUAN }, { heading: 'labour', amount: 80_000 * YUAN }];
    const { id } = await team.post(`/schemes/${scheme}/grants`, { project, title: `${firm} 乡村应用示范`, plan: '在两个示例村示范应用', targets: '示范 200 亩，培训 100 人次', asked: 400_000 * YUAN, own: 100_000 * YUAN, budget, endsOn: `${Number(year) + 1}-12-31` });
    if (n === 2) {
      await office.post(`/grants/${id}/refuse`, { reason: '与申报方向不符' });
      continue;
    }
    await office.post(`/grants/${id}/approve`, { approved: 400_000 * YUAN, contractNo: `示例任务书 ${year}-${n + 1}` });
    if (n === 1) continue;
    const { contract, instalments } = await team.get<{ contract: { sha256: string }; instalments: { id: string }[] }>(`/grants/${id}`);
    await team.post(`/grants/${id}/sign`, { sha256: contract.sha256 });
    await office.post(`/grants/${id}/countersign`, { sha256: contract.sha256 });
    await office.post(`/grants/${id}/instalments/${instalments[0]!.id}/pay`, { on, reference: '示例拨款 1' });
    await team.post(`/grants/${id}/spendings`, { heading: 'equipment', from: 'grant', amount: 150_000 * YUAN, on, what: '冷链设备', voucher: '示例发票 1' });
    await team.post(`/grants/${id}/spendings`, { heading: 'labour', from: 'own', amount: 20_000 * YUAN, on, what: '田间试验用工', voucher: '示例发票 2' });
  }
}

/** A subsidy for last year's research, asked for by those who meet its rule; the first are paid. */
async function subsidise(office: Visitor, firms: readonly Firm[], on: string): Promise<void> {
  const year = Number(on.slice(0, 4));
  const { id: subsidy } = await office.post('/subsidies', { name: `示例研发补贴（${year - 1} 年度）`, kind: 'research', source: '示例区财政', percent: 10, most: 100_000 * YUAN, budget: 1_000_000 * YUAN, opensOn: on, closesOn: `${year}-06-30` });
  const asked: string[] = [];
  for (const { team, project } of firms) {
    const claim = await team.post(`/subsidies/${subsidy}/claims`, { project, year: String(year - 1) }).catch(() => null);
    if (claim) asked.push(claim.id);
  }
  for (const [n, claim] of asked.entries()) {
    if (n < 6) await office.post(`/subsidy-claims/${claim}/grant`);
    if (n < 4) await office.post(`/subsidy-claims/${claim}/pay`, { on, reference: `示例补贴 ${n + 1}` });
  }
}
