import { newId } from '#platform';
import { Recorded, times } from './recorded.js';
import type { TestService } from './service.js';

const yuan = (amount: number): number => Math.round(amount * 100);
const MILLION = 1_000_000;

/** So many parts that add up to a sum exactly. */
const parts = (sum: number, count: number): number[] => times(count, (n) => Math.floor((sum * (n + 1)) / count) - Math.floor((sum * n) / count));

interface Paper {
  readonly register: string;
  readonly kind: string;
  readonly on: string;
  readonly level?: string;
  readonly amount?: number;
}

class District extends Recorded {
  private numbers = 0;

  firm(place: string | null = null): string {
    return this.thing('firm', 'firm', { name: `示例企业${++this.numbers}`, former_names: [], place }, 'registered');
  }

  holds(firm: string, key: string, on: string, until: string | null = null): void {
    this.thing('qualification', 'qualification', { firm_id: firm, key, kind: 'first', applied_on: on, number: `${key}${++this.numbers}`, issued_on: on, expires_on: until }, 'recognised');
  }

  paper(firm: string, { register, kind, on, level, amount }: Paper): void {
    this.part('firm_paper', { firm_id: firm, register, kind, title: '示例', number: String(++this.numbers), level: level ?? null, on, own: true, in_use: true, high_value: false, amount: amount ?? null, recorded_at: '2024-01-02T00:00:00Z' });
  }

  statistic(metric: string, period: string, value: number): void {
    this.thing('statistic', 'statistic', { metric, period, value, source: '统计公报' }, 'stated');
  }

  platform(kind: string, level: string | null, on: string): string {
    const id = this.thing('platform', 'platform', { name: `载体${++this.numbers}`, kind, level: level ?? 'district', stated: {}, report_every: 'quarter' }, level === null ? 'cultivated' : 'running', `${on}T00:00:00Z`);
    if (level !== null) this.part('recognition', { platform_id: id, act: 'recognise', level, on });
    return id;
  }

  envoys(count: number, from: string, to: string): string[] {
    return times(count, () => this.thing('envoy', 'envoy', { name: '示例特派员', unit: '示例院所', level: 'municipal', industry: '农业', from, to, fee: 0 }, 'serving'));
  }
}

/** The district of the 59.81 billion: its figures as they were published for 2023, and of the years before. */
export async function firstDistrict(service: TestService, district: string): Promise<void> {
  const on = new District(service, district, '2023-12-31T00:00:00Z');
  const firms = times(1_530, () => on.firm());
  for (const [n, firm] of firms.entries()) on.holds(firm, 'municipal-tech-firm', n < 1_253 ? '2022-06-30' : '2023-06-30');
  for (const firm of firms.slice(0, 172)) on.holds(firm, 'high-tech-enterprise', '2022-11-28', '2025-11-27');
  for (const [n, firm] of firms.slice(172, 194).entries()) on.holds(firm, 'high-tech-enterprise', n < 20 ? '2023-10-16' : '2023-12-08', '2026-10-15');
  // Ten of the old are recognised again before their term ends: they are neither more nor new.
  for (const firm of firms.slice(0, 10)) on.holds(firm, 'high-tech-enterprise', '2023-10-16', '2026-10-15');
  for (const firm of firms.slice(0, 107)) on.holds(firm, 'tech-based-sme', '2023-05-10', '2024-03-31');
  for (const firm of firms.slice(0, 33)) on.holds(firm, 'high-growth-firm', '2022-01-01');
  for (const firm of firms.slice(0, 87)) on.holds(firm, 'specialised-firm', '2022-09-01', '2025-08-31');
  for (const firm of firms.slice(0, 5)) on.holds(firm, 'little-giant', '2022-09-01', '2025-08-31');
  for (const firm of firms.slice(0, 154)) on.paper(firm, { register: 'cultivation', kind: 'high-tech', on: '2023-04-01' });
  on.thing('target', 'target', { figure: 'cultivated', year: '2023', place: '', value: 54, paper: '年度任务' }, 'set');
  on.statistic('gdp', '2022', yuan(59_810 * MILLION));
  // 1.69 billion in three quarters, up 91.87 % on the same three of the year before.
  for (const [n, value] of parts(yuan(1_690 * MILLION), 3).entries()) on.statistic('industrial-research', `2023-Q${n + 1}`, value);
  for (const [n, value] of parts(Math.round(yuan(1_690 * MILLION) / 1.9187), 3).entries()) on.statistic('industrial-research', `2022-Q${n + 1}`, value);
  for (const [year, count, sum] of [['2021', 3, 3_044_000], ['2022', 120, 277 * MILLION], ['2023', 165, 420 * MILLION]] as const) for (const amount of parts(yuan(sum), count)) on.paper(firms[0]!, { register: 'contract', kind: 'development', on: `${year}-06-30`, amount });
  // 168 achievements by the end of September, up 118 % on the 77 of the same months; 128 in that whole year.
  for (const [day, count] of [['2021-06-30', 67], ['2022-06-30', 77], ['2022-11-30', 51], ['2023-06-30', 168]] as const) for (const _ of times(count, (n) => n)) on.paper(firms[0]!, { register: 'achievement', kind: 'applied', on: day });
  for (const n of times(189, (one) => one)) on.paper(firms[n % 50]!, { register: 'platform', kind: n < 147 ? 'research' : 'service', level: n < 20 ? '国家级' : n < 128 ? '市级' : '区级', on: '2022-01-01' });
  for (const [kind, level, count] of [['incubator', 'national', 1], ['maker-world', 'national', 2], ['maker-space', 'national', 3], ['incubator', 'district', 2]] as const) for (const _ of times(count, (n) => n)) on.platform(kind, level, '2022-01-01');
  // Eight editions: 412 entries, 53 of them from outside; 61 invested in; six winners in the eighth.
  const projects = times(412, () => on.thing('project', 'project', { title: '示例项目' }));
  for (const [n, project] of projects.entries()) {
    const edition = n % 8;
    const entry = on.thing('entry', 'entry', { call_id: newId(), project_id: project, title: '示例项目', abstract: '', facts: { region: n < 53 ? 'city' : 'district' }, submitted_at: `${2016 + edition}-05-20T02:00:00Z`, award: false, form_version: 0, answers: {}, field_versions: {}, opposed: [], late: false, redactions: {} }, 'submitted');
    if (edition === 7 && n < 48) on.thing('award', 'award', { call_id: newId(), entry_id: entry, prize: '奖', place: 1, money: 0, code: `A${n}` }, 'won', '2023-07-01T00:00:00Z');
    if (n < 61) on.thing('investment', 'investment', { fund_id: newId(), project_id: project, amount: yuan(200_000), instrument: 'equity', paid_on: '2022-08-01' }, 'paid');
    if (n < 2) on.thing('advancement', 'advancement', { entry_id: entry, upper: '上级赛', level: n === 0 ? 'nation' : 'city', result: n === 0 ? 'silver' : 'gold', result_on: '2022-11-01' }, 'placed');
    if (n < 30) on.thing('grant', 'project_grant', { scheme_id: RURAL, project_id: project, firm: '示例', title: '乡村项目', plan: '', targets: '', asked: yuan(600_000), own: 0, budget: {}, ends_on: '2025-12-31', ...(n < 20 && { approved: yuan(750_000), signed_at: '2023-09-01T00:00:00Z' }) }, n < 20 ? 'running' : 'refused', '2023-03-01T00:00:00Z');
  }
  on.part('scheme', { id: RURAL, name: '乡村振兴', kind: 'rural', source: '市级', opens_on: '2023-01-01', closes_on: '2023-12-31', own_share: 0, headings: [], instalments: [], slack: 0 });
  for (const [n, granted] of parts(yuan(384 * MILLION), 120).entries()) on.thing('loan', 'loan', { pool_id: newId(), bank_id: newId(), project_id: projects[n]!, score_id: newId(), firm: '示例', grade: 'A', limit: granted, purpose: '经营', asked: granted, applied_on: '2022-01-01', granted, drawn_on: '2022-03-01', reserved: 0, claimed: 0 }, 'drawn');
  const envoys = on.envoys(62, '2023-01-01', '2023-12-31');
  for (const _ of times(8, (n) => n)) on.thing('envoy-team', 'envoy_team', { name: '特派团', industry: '农业' });
  for (const n of times(5, (one) => one)) on.part('envoy_activity', { title: '联合活动', place: '示例镇', on: '2023-08-01', envoys: [envoys[n]], people: 30 });
  for (const n of times(51, (one) => one)) on.part('envoy_brought', { envoy_id: envoys[n], kind: 'technology', name: `新技术${n}`, place: '示例镇', on: '2023-08-01' });
  for (const n of times(28, (one) => one)) on.thing('problem', 'problem', { project_id: projects[n], firm: '示例', title: '难题', field: '制造', symptoms: '', tried: '', goal: '', urgency: 'normal', open: 'all', stated_on: '2023-01-10', solved_on: '2023-06-20' }, 'solved');
  for (const n of times(63, (one) => one)) on.part('institute_agreement', { institute_id: on.thing('institute', 'institute', { name: `示例大学${n}`, kind: 'university', place: '外地', profile: '', fields: [] }), title: '合作协议', paper: '示例', signed_on: '2022-01-01' });
  for (const n of times(98, (one) => one)) on.thing('joint-project', 'joint_project', { title: '合作项目', level: n < 5 ? 'municipal' : 'district', partner_district: n < 5 ? '示例区' : null, partners: [], funds: 0, from: '2022-05-01', to: '2025-05-01' }, 'running');
  for (const _ of times(132, (n) => n)) on.part('promotion', { title: '成果', field: '农业', on: '2023-05-01', to: '示例企业', from_district: '示例区' });
  for (const n of times(2_578, (one) => one)) on.paper(firms[n % 1_500]!, { register: 'talent', kind: 'registered', on: '2023-07-01' });
  on.paper(firms[0]!, { register: 'talent', kind: 'fund', on: '2023-01-01', amount: yuan(10 * MILLION) });
  for (const n of times(9, (one) => one)) on.paper(firms[n]!, { register: 'talent', kind: 'workstation', level: n < 2 ? 'academician' : 'postdoctoral', on: '2023-01-01' });
  await on.write();
}

const RURAL = '01890000-0000-7000-8000-000000000001';

/** The other district, of the 2.43 %. */
export async function secondDistrict(service: TestService, district: string): Promise<void> {
  const on = new District(service, district, '2023-01-01T00:00:00Z');
  on.statistic('gdp', '2022', yuan(81_560 * MILLION));
  on.statistic('research', '2022', yuan(1_982 * MILLION));
  const firm = on.firm();
  for (const amount of parts(yuan(22_680_000), 12)) on.paper(firm, { register: 'contract', kind: 'service', on: '2023-06-01', amount });
  const platforms = [...times(3, () => on.platform('incubator', 'district', '2022-01-01')), ...times(8, () => on.platform('maker-space', 'district', '2022-01-01')), on.platform('maker-world', 'district', '2022-01-01')];
  for (const _ of times(10, (n) => n)) on.platform('maker-space', null, '2022-06-01');
  for (const n of times(152, (one) => one)) on.part('unit', { platform_id: platforms[n % 12], building_id: newId(), floor: 1, code: `U${n}`, use: 'incubation', area: 1_000, desks: 0, price: 0 });
  // One incubator with 119 firms, 604 million of sales and 401 jobs.
  for (const [n, revenue] of parts(yuan(604 * MILLION), 119).entries()) {
    const incubatee = on.thing('incubatee', 'incubatee', { project_id: newId(), platform_id: platforms[0], firm: `在孵企业${n}`, profile: {}, needs: [] }, 'admitted');
    on.part('stay', { incubatee_id: incubatee, project_id: newId(), platform_id: platforms[0], from: '2022-03-01' });
    on.part('periodic_report', { incubatee_id: incubatee, period: '2023-Q4', version: 1, current: true, figures: { revenue, research: 0, staff: n < 44 ? 4 : n < 119 ? 3 : 0 }, confirmed: [], reported_at: '2024-01-10T00:00:00Z' });
  }
  on.envoys(234, '2023-01-01', '2024-12-31');
  for (const _ of times(3, (n) => n)) on.thing('technology-manager', 'technology_manager', { name: '示例经理人', level: 'middle', fields: [] }, 'active');
  await on.write();
}
