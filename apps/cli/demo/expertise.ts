import { daysAfter } from '#kernel';
import type { Cast } from './cast.js';
import type { Firm } from './incubation.js';
import { madeExpertise, type MadeSolver } from './made-problems.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

const YUAN = 100;
const PROBLEMS = 8;

/** Experts and institutes are entered, firms state problems, the best matches are asked, some problems are solved; envoys serve a year. */
export async function bringExperts(stage: Stage, { office }: Cast, firms: readonly Firm[], on: string): Promise<void> {
  await stage.moveTo(on);
  const { solvers, problems } = madeExpertise(() => stage.chance(), { perTopic: 1, problems: PROBLEMS });
  const expert = await stage.visitor(solvers[0]!.name, 'expert').signUp();
  const broker = await stage.visitor('示例技术经理人', 'broker').signUp();
  await office.post(`/people/${broker.id}/roles`, { role: 'technology-manager' });
  const { id: manager } = await office.post('/technology-managers', { name: broker.name, person: broker.id, certificate: '示例证书 1', level: 'senior', fields: ['智能制造', '新材料'] });
  const institute = await enterInstitute(office, on);
  const ids = await enterSolvers(office, solvers, institute, expert);
  stage.note('experts');
  const underWay: { id: string; title: string; firm: string; team: Visitor }[] = [];
  for (const [n, { title, field, symptoms, tried, goal }] of problems.entries()) {
    const { team, project, firm } = firms[n % firms.length]!;
    const { id } = await team.post('/technical-problems', { project, title, field, symptoms, tried, goal, urgency: n % 3 === 0 ? 'high' : 'normal', open: n % 2 === 0 ? 'all' : 'title' });
    if (n >= 6) continue;
    const { items } = await broker.get<{ items: { solver: { id: string } }[] }>(`/technical-problems/${id}/matches?limit=1`);
    const solver = items[0]!.solver.id;
    const { id: introduction } = await broker.post(`/technical-problems/${id}/introductions`, { solver, note: '请协助诊断（示例）' });
    if (n >= 5) continue;
    await (solver === ids[0] ? expert : office).post(`/introductions/${introduction}/answer`, { accept: true });
    if (n >= 4) continue;
    await team.post(`/introductions/${introduction}/rate`, { fits: n !== 3 });
    await team.post(`/technical-problems/${id}/start`, { solver, number: `示例攻关协议 ${n + 1}`, amount: 150_000 * YUAN, from: on, to: daysAfter(on, 90), work: '诊断并给出改进工艺' });
    if (n < 2) underWay.push({ id, title, firm, team });
  }
  stage.note('problems');
  await sendEnvoys(stage, office, on);
  const solved = daysAfter(on, 31);
  await stage.moveTo(solved);
  for (const [n, { id, title, firm, team }] of underWay.entries()) {
    await team.post(`/technical-problems/${id}/accept`, { on: solved, solution: `${title}：调整关键工艺参数并加装监测后解决（示例）。`, rating: 5 });
    const { id: contract } = await broker.post('/technology-contracts', { kind: 'development', title: `${title}攻关`, seller: '示例大学', buyer: firm, problem: id, manager, amount: 150_000 * YUAN, nonTechnical: 20_000 * YUAN, commission: 4_500 * YUAN, signedOn: on });
    await broker.post(`/technology-contracts/${contract}/register`, { number: `示例登记 ${n + 1}`, on: daysAfter(on, 10) });
    const { id: achievement } = await broker.post('/achievements', { kind: 'applied', title: `${title}改进技术`, firstUnit: '示例大学', completedOn: solved, summary: '示例成果', problem: id, papers: ['evaluation', 'report'] });
    if (n === 0) await broker.post(`/achievements/${achievement}/register`, { number: '示例成果 1', on: solved });
  }
  await stage.settle();
}

async function enterInstitute(office: Visitor, on: string): Promise<string> {
  const year = Number(on.slice(0, 4));
  const { id: institute } = await office.post('/institutes', { name: '示例大学', kind: 'university', place: '示例市', profile: '工科与农科见长，设有电机、材料、食品等学科（示例）', fields: ['智能制造', '新材料'] });
  await office.post(`/institutes/${institute}/agreements`, { title: '示例校地合作协议', paper: '示例协议 1', signedOn: on, endsOn: daysAfter(`${year + 3}${on.slice(4)}`, -1) });
  await office.post('/joint-projects', { title: '示例联合攻关', level: 'municipal', institute, from: on, to: `${year + 1}-12-31`, funds: 1_200_000 * YUAN });
  await office.post('/joint-projects', { title: '示例跨区协同项目', level: 'municipal', institute, partnerDistrict: '示例高新区', from: on, to: `${year + 1}-06-30` });
  for (const [kind, name] of [['research', '示例电驱动技术研究中心'], ['service', '示例检验检测服务平台']] as const) {
    const { id } = await office.post('/research-platforms', { name, kind, level: 'municipal', operator: '示例大学', field: '智能制造', institute });
    await office.post(`/research-platforms/${id}/steps`, { act: 'recognise', level: 'municipal', on, paper: '示例认定文件' });
  }
  await office.post('/promotions', { title: '示例保鲜技术', field: '现代农业', on, to: '示例合作社', institute, fromDistrict: '示例高新区' });
  return institute;
}

/** Enters the made experts in turn; the first has an account of his own. */
async function enterSolvers(office: Visitor, solvers: readonly MadeSolver[], institute: string, expert: Visitor): Promise<string[]> {
  const ids: string[] = [];
  for (const [n, { name, field, profile, works }] of solvers.entries()) {
    const { id } = await office.post('/solvers', { kind: 'expert', name, title: '教授', fields: [field], profile, institute, ...(n === 0 && { person: expert.id }) });
    for (const [k, { title, text }] of works.entries()) await office.post(`/solvers/${id}/works`, { kind: k === 0 ? 'patent' : 'solution', title, text, ...(k === 0 && { number: `示例专利 ${n + 1}` }) });
    ids.push(id);
  }
  return ids;
}

/** Two teams of envoys; one envoy has served his days, and his year is appraised. */
async function sendEnvoys(stage: Stage, office: Visitor, on: string): Promise<void> {
  const year = Number(on.slice(0, 4)) - 1;
  const envoys: string[] = [];
  for (const [n, industry] of ['高山蔬菜', '食用菌'].entries()) {
    const { id: team } = await office.post('/envoy-teams', { name: `示例${industry}特派团`, industry });
    for (let k = 1; k <= 2; k++) {
      const person = n === 0 && k === 1 ? await stage.visitor('示例特派员 001', 'envoy').signUp() : null;
      const { id } = await office.post('/envoys', { name: `示例特派员 00${2 * n + k}`, unit: '示例农科院', level: k === 1 ? 'municipal' : 'district', industry, team, from: `${year}-03-01`, to: `${year + 1}-02-28`, fee: 20_000 * YUAN, ...(person && { person: person.id }) });
      await office.post(`/envoys/${id}/select`, { paper: `示例协议 ${2 * n + k}` });
      envoys.push(id);
    }
  }
  const [first] = envoys;
  const { dispatch } = await office.post<{ dispatch: string }>(`/envoys/${first}/dispatches`, { place: '示例村', task: '高山蔬菜育苗与保鲜', from: `${year}-03-15`, to: `${year}-12-15` });
  for (let day = 0; day < 16; day++) await office.post(`/envoys/${first}/services`, { dispatch, on: daysAfter(`${year}-04-01`, 7 * day), halves: 2, what: '田间指导与培训', proof: `示例照片 ${day + 1}` });
  for (const [kind, name] of [['variety', '示例莴笋 3 号'], ['technology', '移动预冷']] as const) await office.post(`/envoys/${first}/brought`, { kind, name, place: '示例村', on: `${year}-05-20` });
  for (const [title, day] of [['示例产业集市', '06-15'], ['示例田间课堂', '09-10']] as const) await office.post('/envoy-activities', { title, place: '示例村', on: `${year}-${day}`, envoys, people: 120 });
  await office.post(`/envoys/${first}/appraisals`, { year: String(year) });
  for (const part of [1, 2]) await office.post(`/envoys/${first}/payments`, { year: String(year), part, on, reference: `示例支付 ${part}` });
}
