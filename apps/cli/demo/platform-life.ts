import type { Cast } from './cast.js';
import type { Firm } from './incubation.js';
import type { Stage } from './stage.js';

const YUAN = 100;
const RUBRIC = [
  { key: 'technology', name: '技术', weight: 5, min: 0, max: 10, step: 0.5 },
  { key: 'team', name: '团队', weight: 5, min: 0, max: 10, step: 0.5 },
];
const CORNERS = (x: number, y: number) => [{ x, y }, { x: x + 10, y }, { x: x + 10, y: y + 8 }, { x, y: y + 8 }];

/** What a platform does between contests: rooms let, an instrument shared, mentors met, applications reviewed, a term run, a firm moved up. */
export async function runPlatform(stage: Stage, { platforms, judges }: Cast, firms: readonly Firm[], on: string): Promise<void> {
  await stage.moveTo(on);
  const { id, manager } = platforms[1]!;
  const year = on.slice(0, 4);
  await manager.put(`/platforms/${id}`, { operator: '示例孵化器运营公司', runningSince: '2019-01-01', stated: { 'legal-person': true, 'years-of-statistics': 3, 'fund-size': 8_000_000 * YUAN } });
  const { building } = await manager.post<{ building: string }>(`/platforms/${id}/buildings`, { name: '示例 A 栋', floors: [{ floor: 3, area: 480, outline: [{ x: 0, y: 0 }, { x: 60, y: 0 }, { x: 60, y: 8 }, { x: 0, y: 8 }] }] });
  const rooms = Array.from({ length: 6 }, (_, n) => ({ floor: 3, code: `A-30${n + 1}`, use: n === 5 ? 'public' : n === 4 ? 'lab' : 'office', area: 80, desks: 12, price: 2_400 * YUAN, outline: CORNERS(10 * n, 0) }));
  const { units } = await manager.post<{ units: { id: string }[] }>(`/platforms/${id}/units`, { building, units: rooms });
  const here = firms.filter(({ platform }) => platform === 1);
  for (const [n, { incubatee }] of here.slice(0, 4).entries()) await manager.post(`/platforms/${id}/leases`, { unit: units[n]!.id, incubatee, from: on, to: `${Number(year) + 1}-12-31`, subsidy: 50, subsidyTo: `${year}-12-31` });
  const { facility } = await manager.post<{ facility: string }>(`/platforms/${id}/facilities`, { kind: 'instrument', name: '示例扫描电镜', place: 'A-305', price: 300 * YUAN, opens: '09:00', closes: '18:00' });
  for (const name of ['示例专员 001', '示例专员 002', '示例专员 003']) await manager.post(`/platforms/${id}/staff`, { name, role: 'incubation', professional: true, fullTime: true, trained: true, from: '2023-01-01' });
  const mentor = await stage.visitor('示例导师 001', 'mentor').signUp();
  const { mentor: known } = await manager.post<{ mentor: string }>(`/platforms/${id}/mentors`, { name: mentor.name, email: mentor.email, kind: 'investor', fields: ['新材料', '智能制造'], topics: ['finance', 'market'], profile: '投过多家硬科技企业，熟悉首轮融资与定价', hours: 8, from: '2023-01-01' });
  const [first] = here;
  if (first) {
    await first.team.put(`/incubatees/${first.incubatee}/needs`, { topics: ['finance'], words: '准备首轮融资，需要估值与股权方面的建议' });
    await first.team.post(`/incubatees/${first.incubatee}/bookings`, { facility, startsAt: `${on}T14:00:00+08:00`, endsAt: `${on}T16:00:00+08:00`, purpose: '样品表征' });
    await first.team.post(`/incubatees/${first.incubatee}/mentor-sessions`, { mentor: known, topic: 'finance', question: '首轮融资怎么估值', startsAt: `${on}T10:00:00+08:00`, endsAt: `${on}T12:00:00+08:00` });
  }
  await manager.post(`/platforms/${id}/intakes`, { name: `示例孵化器 ${year} 年入孵评审`, rubric: RUBRIC, reviewers: judges.slice(0, 3).map((judge) => judge.id), quorum: 2, threshold: 60 });
  const { id: programme } = await manager.post(`/platforms/${id}/programmes`, { name: '示例加速营', kind: 'acceleration', summary: '三个月，每两周一课，以路演日结束。' });
  const { id: cohort } = await manager.post(`/programmes/${programme}/cohorts`, { name: `${year} 年第一期`, from: on, to: `${year}-08-31`, places: 10 });
  for (const { incubatee } of here.slice(0, 3)) await manager.post(`/cohorts/${cohort}/participants`, { incubatee });
  await manager.post(`/cohorts/${cohort}/tasks`, { title: '商业模式画布', text: '一页纸说清客户、价值与收入。', dueOn: `${year}-06-15` });
  await manager.post(`/cohorts/${cohort}/sessions`, { kind: 'demo-day', title: '路演日', startsAt: `${year}-08-28T14:00:00+08:00`, endsAt: `${year}-08-28T17:00:00+08:00`, place: '示例 A 栋' });
  await climb(platforms, firms.find(({ platform }) => platform === 0), on);
  await stage.settle();
}

/** A firm goes from the maker space to the incubator. */
async function climb(platforms: Cast['platforms'], firm: Firm | undefined, on: string): Promise<void> {
  const [from, to] = platforms;
  if (!firm || !from || !to) return;
  await from.manager.post(`/incubatees/${firm.incubatee}/open-move`, { platform: to.id });
  await to.manager.post(`/platforms/${to.id}/admissions`, { incubatee: firm.incubatee, firm: firm.firm, from: on, to: `${Number(on.slice(0, 4)) + 3}-04-30`, facts: { 'new-technology': true, 'registered-and-working-here': true } });
  firm.platform = 1;
}
