import { isCreditCode } from '#kernel';
import { workbook, type Cell } from '#platform';
import type { Cast } from './cast.js';
import type { Firm } from './incubation.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

const OTHERS = 60;
const WAN = 1_000_000;
const MARKS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The nth made credit code; its check character is the one that fits. */
function madeCode(n: number): string {
  const base = `91500100MA9${String(n).padStart(6, '0')}`;
  return base + [...MARKS].find((mark) => isCreditCode(base + mark))!;
}

/** The district's other firms come by spreadsheet, with papers and certificates; some rows are faulty and left out. Firms of the chain are there by themselves, and get their facts. */
export async function keepRegister(stage: Stage, { office }: Cast, firms: readonly Firm[], on: string): Promise<void> {
  await stage.moveTo(on);
  const year = String(Number(on.slice(0, 4)) - 1);
  const columns = ['统一社会信用代码', '企业名称', '成立日期', '技术领域', '营业收入（万元）', '主营业务收入（万元）', '销售收入（高企口径）（万元）', '成本费用（万元）', '资产总额（万元）', '负债总额（万元）', '研发费用（加计扣除口径）（万元）', '职工总数（科小口径）', '科技人员（科小口径，六个月以上）', '居民企业', '属于禁止、限制或淘汰类', '列入严重失信名单', '最近一次重大事故或严重违法', '最近一次国家级科技奖励', '有省部级以上研发机构', '最近一次主导制定标准'];
  const rows = Array.from({ length: OTHERS }, (_, n): Cell[] => {
    const sales = 300 + Math.floor(4000 * stage.chance());
    const staff = 10 + Math.floor(80 * stage.chance());
    return [madeCode(n), `示例企业${n + 1}`, `20${10 + (n % 13)}-0${1 + (n % 9)}-15`, ['智能制造', '新材料', '生物医药'][n % 3]!, n % 25 === 9 ? '待核' : sales, Math.round(sales * 0.9), sales, Math.round(sales * 0.85), sales * 2, sales, Math.round(sales * (0.02 + 0.06 * stage.chance())), staff, Math.round(staff * (0.08 + 0.25 * stage.chance())), '是', '否', '否', '无', '无', '否', '无'];
  });
  await bring(office, 'firms', year, await workbook([{ name: '企业', columns, rows }]));
  const papers = rows.flatMap(([code], n) => Array.from({ length: n % 5 }, (_, k): Cell[] => [code!, k === 3 ? '发明专利' : '软件著作权', `示例成果 ${n}-${k}`, `示例-${n}-${k}`, `${year}-05-0${k + 1}`]));
  await bring(office, 'ip', year, await workbook([{ name: '知识产权', columns: ['统一社会信用代码', '类型', '名称或资质', '编号', '日期'], rows: papers }]));
  const certificates = rows.filter((_, n) => n % 6 === 1).map(([code], n): Cell[] => [code!, n % 2 === 0 ? '高新技术企业' : '科技型中小企业', `示例证书-${n}`, `${year}-11-0${1 + (n % 9)}`]);
  await bring(office, 'certificates', year, await workbook([{ name: '资质', columns: ['统一社会信用代码', '资质名称', '证书编号', '发证日期'], rows: certificates }]));
  stage.note('register');
  for (const [n, { firm, project }] of firms.entries()) {
    const { items } = await office.get<{ items: { id: string; project: string | null }[] }>(`/firms?search=${encodeURIComponent(firm)}`);
    const known = items.find((one) => one.project === project);
    if (!known) continue;
    const staff = 12 + n;
    const figures = { sales: (200 + 20 * n) * WAN, cost: (180 + 20 * n) * WAN, 'total-assets': 300 * WAN, 'tax-research': (20 + n) * WAN, 'sme-staff': staff, 'sme-research-staff': Math.ceil(staff / 3) };
    const standing = { resident: true, 'prohibited-trade': false, dishonest: false, 'incident-on': 'none', 'national-award-on': 'none', 'provincial-institution': false, 'standard-on': 'none' };
    await office.post(`/firms/${known.id}/facts`, { facts: [...Object.entries(figures).map(([metric, value]) => ({ metric, period: year, value: value as number })), ...Object.entries(standing).map(([metric, value]) => ({ metric, value: value as boolean | string }))] });
    for (let k = 0; k < 1 + (n % 4); k++) await office.post(`/firms/${known.id}/papers`, { register: 'ip', kind: 'software', title: `${firm}软件${k + 1}`, number: `示例软著-${n}-${k}`, on: `${year}-06-01` });
    if (n % 3 !== 0) continue;
    const { id } = await office.post(`/firms/${known.id}/qualifications`, { key: 'tech-based-sme', kind: 'first' });
    if (n % 2 === 0) await office.post(`/qualifications/${id}/recognise`, { number: `示例入库-${n}`, issuedOn: on });
  }
  await stage.settle();
  await offerPolicies(stage, office, on);
  await setPlans(office, on);
  await reportFigures(stage, office, on);
  await gradeYields(office, year, rows.map(([, name]) => String(name)), () => stage.chance());
}

/** A sheet is looked at and taken over, without its faulty rows. */
async function bring(office: Visitor, register: string, year: string, sheet: Buffer): Promise<void> {
  const { id } = (await (await office.raw('POST', `/firm-imports?register=${register}&name=${register}.xlsx&period=${year}`, { 'content-type': 'application/octet-stream' }, sheet)).json()) as { id: string };
  await office.post(`/firm-imports/${id}/apply`, { leaveOut: true });
}

/** Two policies of the district: one is granted without application, the other waits for claims. */
async function offerPolicies(stage: Stage, office: Visitor, on: string): Promise<void> {
  const base = { level: 'district', issuer: '示例区科技局', opensOn: on };
  const { id } = await office.post('/policies', { ...base, title: '示例研发投入补助', paper: '示例〔2026〕1号', summary: '按上年研发费用 10% 补助，免申即享（示例）', all: [{ metric: 'last-year-sales', comparison: 'at-least', threshold: 1000 * WAN, zh: '上年销售收入 1000 万元以上', en: 'sales of 10 million yuan or more' }, { metric: 'tax-research-over-sales', comparison: 'at-least', threshold: 4, zh: '研发费用占比 4% 以上', en: 'research of 4 % or more' }], benefit: { kind: 'share', metric: 'tax-research', percent: 10, most: 10 * WAN }, budget: 60 * WAN, automatic: true });
  await office.post('/policies', { ...base, title: '示例高企认定奖励', paper: '示例〔2026〕2号', summary: '一年内新认定高新技术企业一次性奖励 10 万元（示例）', all: [{ metric: 'recognised-in-a-year-high-tech-enterprise', comparison: 'is', threshold: true, zh: '一年内认定为高新技术企业', en: 'recognised as a high-tech enterprise within a year' }], benefit: { kind: 'fixed', amount: 10 * WAN }, papers: ['高新技术企业证书'] });
  await stage.settle();
  await office.post(`/policies/${id}/grant-to-all`);
  const { items } = await office.get<{ items: { id: string }[] }>(`/policy-claims?policy=${id}&limit=3`);
  for (const [n, claim] of items.entries()) await office.post(`/policy-claims/${claim.id}/pay`, { on, reference: `示例拨付 ${n + 1}` });
}

/** A plan of action with a task that is late, and targets for the year. */
async function setPlans(office: Visitor, on: string): Promise<void> {
  const year = on.slice(0, 4);
  const { id } = await office.post('/plans', { title: '示例“双倍增”行动计划', paper: '示例〔2026〕3号', from: `${year}-01-01`, to: `${year}-12-31` });
  const task = async (title: string, dueOn: string) => (await office.post<{ task: string }>(`/plans/${id}/tasks`, { goal: '科技企业倍增', title, owner: '示例科技局', dueOn })).task;
  const first = await task('摸底可培育企业', `${year}-03-31`);
  await task('组织申报辅导', `${year}-04-30`);
  await task('兑现认定奖励', `${year}-11-30`);
  await office.post(`/plans/${id}/tasks/${first}/finish`, { on: `${year}-04-02`, evidence: '示例摸底报告' });
  for (const [figure, value] of [['holders-high-tech-enterprise', 12], ['holders-tech-based-sme', 20]] as const) await office.post('/targets', { figure, year, value, plan: id, paper: '示例〔2026〕3号' });
}

/** What the statistics office publishes, a report that is issued, and a rule that someone tries otherwise. */
async function reportFigures(stage: Stage, office: Visitor, on: string): Promise<void> {
  const last = Number(on.slice(0, 4)) - 1;
  for (const [n, year] of [last - 2, last - 1, last].entries()) {
    await office.post('/statistics', { metric: 'gdp', period: String(year), value: (52_000 + 3_000 * n) * 1_000_000_00, source: `示例区统计公报 ${year}` });
    await office.post('/statistics', { metric: 'research', period: String(year), value: (1_100 + 110 * n) * 1_000_000_00, source: `示例区统计公报 ${year}` });
  }
  await stage.settle();
  await office.post('/report/issued', { title: `${last} 年创新报表（示例）`, day: `${last}-12-31` });
  const { id } = await office.post('/simulations', { name: '毕业营收门槛降为 500 万元（示例）', rule: 'graduation', changes: [{ lever: 'best-two-years-revenue', to: 500 * WAN }], note: '示例：供讨论' });
  await office.post(`/simulations/${id}/share`);
}

/** A year's grading of firms by what they yield from their land, made public. */
async function gradeYields(office: Visitor, year: string, names: readonly string[], chance: () => number): Promise<void> {
  const { id } = await office.post('/yield-reviews', { year, weights: { valueAdded: 40, tax: 30, energy: 15, research: 15 }, lines: { A: 115, B: 85, C: 55 } });
  const firms = names.slice(0, 40).map((firm, n) => {
    const by = 0.3 + 1.6 * chance();
    return { firm, mu: 5 + n, valueAdded: Math.round(by * 80 * WAN), tax: Math.round(by * 8 * WAN), energy: Math.round(by * 2 * WAN), research: Math.round(300 * by) / 100, ...(n % 13 === 12 && { notGraded: '投产不满两年' }) };
  });
  await office.post(`/yield-reviews/${id}/firms`, { firms });
  await office.post(`/yield-reviews/${id}/publish`, {});
}
