import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { booksOf } from '../support/funding.js';
import { firmIn, openPlatform, type FirmIn, type Host } from '../support/incubation.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';
import { notAsRecounted } from '../support/recounted.js';

const SOLVERS = {
  drive: { kind: 'expert', name: '示例专家甲', fields: ['智能制造'], profile: '长期从事永磁同步电机驱动与无齿轮曳引机研究，擅长低速大转矩控制与转矩脉动抑制。' },
  motor: { kind: 'expert', name: '示例专家乙', fields: ['智能制造'], profile: '从事伺服系统与运动控制，研究编码器、减速器回差与机器人关节。' },
  farm: { kind: 'expert', name: '示例专家丙', fields: ['现代农业'], profile: '从事高山蔬菜育种与采后保鲜，研究预冷与气调包装。' },
};

const ELEVATOR = { title: '家用电梯曳引机低速抖动', field: '智能制造', symptoms: '家用电梯在低速平层时轿厢抖动明显，永磁同步曳引机转矩脉动大，噪声超标。', tried: '更换过变频器，调整过 PID 参数，效果不好。', goal: '平层振动小于 10 cm/s²', urgency: 'high', open: 'all' };

interface Matches {
  readonly items: { solver: { id: string; name: string }; score: number; sameField: boolean; words: { word: string; in: string[] }[]; likeMissed: number; likeProven: number; asked: string | null }[];
}

describe('expert services', () => {
  let service: TestService;
  let office: Visitor;
  let broker: Visitor;
  let host: Host;
  let firm: FirmIn;
  let expert: Visitor;
  const solvers: Record<string, string> = {};

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    await service.moveTo('2025-03-10T09:00:00+08:00');
    host = await openPlatform(service, office, '孵化器', 'incubator');
    firm = await firmIn(service, office, host, '示例家用电梯公司');
    broker = await service.visitor('broker').signUp();
    await office.post(`/people/${broker.id}/roles`, { role: 'technology-manager' });
    expert = await service.visitor('expert').signUp();
    for (const [key, solver] of Object.entries(SOLVERS)) solvers[key] = (await office.post('/solvers', { ...solver, ...(key === 'drive' && { person: expert.id }) })).id;
  });
  afterAll(() => service.stop());

  let problem: string;

  it('takes a firm’s problem, shows the public what the firm allows, and nobody else the rest', async () => {
    const stranger = await service.visitor('stranger').signUp();
    expect((await refused(stranger.post('/technical-problems', { ...ELEVATOR, project: firm.project }))).body.code).toBe('problem:not-your-project');
    problem = (await firm.team.post('/technical-problems', { ...ELEVATOR, project: firm.project })).id;
    const hidden = (await host.manager.post('/technical-problems', { ...ELEVATOR, project: firm.project, title: '保密工艺', open: 'nothing' })).id;
    const titled = (await firm.team.post('/technical-problems', { ...ELEVATOR, project: firm.project, title: '只公开题目', open: 'title' })).id;
    const open = await service.visitor('nobody').get<{ items: Record<string, unknown>[] }>('/open-problems');
    expect(open.items.map(({ id }) => id)).toEqual([problem, titled]);
    expect(open.items[0]).toMatchObject({ symptoms: ELEVATOR.symptoms });
    expect(open.items[1]).not.toHaveProperty('symptoms');
    expect(JSON.stringify(open)).not.toContain('示例家用电梯公司');
    expect((await refused(stranger.get(`/technical-problems/${problem}`))).status).toBe(404);
    expect((await refused(stranger.get(`/technical-problems/${problem}/matches`))).status).toBe(404);
    await firm.team.post(`/technical-problems/${hidden}/withdraw`, { reason: '已自行解决' });
  });

  const matches = (who: Visitor = broker, of: string = problem) => who.get<Matches>(`/technical-problems/${of}/matches`);

  it('ranks solvers with reasons: the words they share and where, and the field', async () => {
    const { items } = await matches();
    expect(items.map(({ solver }) => solver.id)).toEqual([solvers['drive'], solvers['motor']]);
    expect(items[0]).toMatchObject({ score: 100, sameField: true, asked: null });
    expect(items[0]!.words.map(({ word }) => word)).toEqual(expect.arrayContaining(['曳引机', '脉动', '转矩']));
    expect(items[0]!.words[0]!.in).toEqual(['profile']);
    // What was published since counts at once.
    await office.post(`/solvers/${solvers['farm']}/works`, { kind: 'patent', title: '一种家用电梯曳引机平层抖动抑制方法', text: '家用电梯低速平层时轿厢抖动，抑制永磁曳引机转矩脉动与噪声。', number: 'ZL2024' });
    expect((await matches()).items.map(({ solver }) => solver.id)).toContain(solvers['farm']);
    await office.post(`/solvers/${solvers['farm']}/describe`, { resting: true });
    expect((await matches()).items.map(({ solver }) => solver.id)).not.toContain(solvers['farm']);
    expect((await refused(broker.post(`/technical-problems/${problem}/introductions`, { solver: solvers['farm'] }))).body.code).toBe('solver:resting');
  });

  it('goes from need to introduction, to work under an agreement, to a solution the firm accepts', async () => {
    const { id: first } = await broker.post(`/technical-problems/${problem}/introductions`, { solver: solvers['drive'], note: '企业急需' });
    const { id: second } = await broker.post(`/technical-problems/${problem}/introductions`, { solver: solvers['motor'] });
    expect((await refused(broker.post(`/technical-problems/${problem}/introductions`, { solver: solvers['drive'] }))).body.code).toBe('problem:introduced-already');
    await service.settle();
    expect((await expert.all<{ id: string; kind: string }>('/notifications')).map(({ kind }) => kind)).toContain('solver-asked');
    // The expert sees the problem he is asked about, and his own introduction alone.
    expect((await expert.get<{ introductions: { id: string }[] }>(`/technical-problems/${problem}`)).introductions.map(({ id }) => id)).toEqual([first]);
    expect((await refused(expert.post(`/introductions/${second}/answer`, { accept: true }))).status).toBe(404);
    const begin = { solver: solvers['drive'], number: '攻关 1', amount: 200_000_00, from: '2025-03-12', to: '2025-04-30', work: '转矩脉动抑制' };
    expect((await refused(firm.team.post(`/technical-problems/${problem}/start`, begin))).body.code).toBe('problem:solver-not-taking');
    await expert.post(`/introductions/${first}/answer`, { accept: true });
    await broker.post(`/introductions/${second}/answer`, { accept: true });
    await firm.team.post(`/introductions/${second}/rate`, { fits: false });
    expect((await refused(firm.team.post(`/technical-problems/${problem}/start`, { ...begin, to: '2025-03-01' }))).body.code).toBe('expertise:dates');
    await firm.team.post(`/technical-problems/${problem}/start`, begin);
    expect(await firm.team.get<object>(`/technical-problems/${problem}`)).toMatchObject({ state: 'solving', solver: solvers['drive'], introducedOn: '2025-03-10', introductions: [{ state: 'chosen' }, { state: 'passed', fits: false }] });
    await service.moveTo('2025-04-14T09:00:00+08:00');
    await firm.team.post(`/technical-problems/${problem}/accept`, { on: '2025-04-14', solution: '以谐波电流注入抑制转矩脉动，平层振动降至 6 cm/s²。', rating: 5 });
    // Stated on 10 March, accepted on 14 April: little over a month.
    expect(await firm.team.get<object>(`/technical-problems/${problem}`)).toMatchObject({ state: 'solved', days: 35, rating: 5 });
  });

  it('learns: who solved one like it comes first, who did not fit is marked down', async () => {
    const like = { ...ELEVATOR, title: '别墅电梯平层抖动', symptoms: '别墅电梯平层时抖动明显，伺服反馈正常。', tried: '', open: 'nothing' };
    const { id } = await firm.team.post('/technical-problems', { ...like, project: firm.project });
    const { items } = await matches(firm.team, id);
    expect(items[0]!.solver.id).toBe(solvers['drive']);
    expect(items[0]!.likeProven).toBeGreaterThan(0.1);
    expect(items[0]!.words.flatMap((word) => word.in)).toContain('proven');
    expect(items.find(({ solver }) => solver.id === solvers['motor'])!.likeMissed).toBeGreaterThan(0.05);
    // A solver who gives up leaves the problem open to others.
    const { id: asked } = await broker.post(`/technical-problems/${id}/introductions`, { solver: solvers['motor'] });
    await broker.post(`/introductions/${asked}/answer`, { accept: true });
    await firm.team.post(`/technical-problems/${id}/start`, { solver: solvers['motor'], number: '攻关 2', amount: 0, from: '2025-04-14', to: '2025-05-01', work: '诊断' });
    await firm.team.post(`/technical-problems/${id}/give-up`, { reason: '未能定位原因' });
    expect(await firm.team.get<object>(`/technical-problems/${id}`)).toMatchObject({ state: 'stated', solver: null, agreement: null });
    expect(await firm.team.get<object>(`/technical-problems/${id}`)).toMatchObject({ introductions: [{ state: 'passed' }] });
  });

  it('turns a solved problem into a technology contract and an achievement, each registered once', async () => {
    const manager = (await office.post('/technology-managers', { name: '示例技术经理人', certificate: 'JS-1', level: 'middle', fields: ['智能制造'], person: broker.id })).id;
    const terms = { kind: 'development', title: '曳引机转矩脉动抑制', seller: '示例大学', buyer: '示例家用电梯公司', problem, manager, amount: 200_000_00, nonTechnical: 50_000_00, commission: 6_000_00, signedOn: '2025-03-12' };
    expect((await refused(broker.post('/technology-contracts', { ...terms, nonTechnical: 200_000_01 }))).body.code).toBe('contract:amounts');
    const { id: contract } = await broker.post('/technology-contracts', terms);
    await broker.post(`/technology-contracts/${contract}/register`, { number: '2025500000001', on: '2025-04-14' });
    expect((await refused(broker.post(`/technology-contracts/${contract}/register`, { number: '2025500000002', on: '2025-04-14' }))).body.code).toBe('state:not-allowed');
    const { id: other } = await broker.post('/technology-contracts', { ...terms, problem: undefined, project: firm.project, amount: 6_000_000_00 });
    expect((await refused(broker.post(`/technology-contracts/${other}/register`, { number: '2025500000001', on: '2025-04-14' }))).body.code).toBe('contract:number-taken');
    const contracts = await broker.all<{ id: string }>('/technology-contracts');
    expect(contracts).toMatchObject([
      { technologyAmount: 150_000_00, problem, registration: { version: '2000', registerBy: '2025-04-11', experts: false, certainty: 'two-copies' } },
      { project: firm.project, number: null, state: 'signed' },
    ]);
    expect(await office.get<object>(`/technology-managers/${manager}`)).toMatchObject({ deals: [{ title: terms.title }, { amount: 6_000_000_00 }] });
    const { id: achievement } = await broker.post('/achievements', { kind: 'applied', title: '曳引机转矩脉动抑制技术', firstUnit: '示例大学', completedOn: '2025-04-14', summary: '谐波电流注入', problem, papers: ['ip-proof'] });
    expect((await refused(broker.post('/achievements', { kind: 'applied', title: '曳引机转矩脉动抑制技术', firstUnit: '示例大学', completedOn: '2025-04-14', summary: '重复' }))).body.code).toBe('achievement:known');
    const incomplete = await refused(broker.post(`/achievements/${achievement}/register`, { number: 'CG-1', on: '2025-04-14' }));
    expect(incomplete.body.code).toBe('achievement:incomplete');
    expect(JSON.stringify(incomplete.body.explanation)).toContain('国科发计字〔2000〕542号');
    await broker.post(`/achievements/${achievement}/papers`, { paper: 'user-proof' });
    await broker.post(`/achievements/${achievement}/register`, { number: 'CG-1', on: '2025-04-14' });
    const history = await firm.team.get<{ expertise: object }>(`/projects/${firm.project}/history`);
    expect(history.expertise).toMatchObject({ problems: expect.arrayContaining([expect.objectContaining({ solver: '示例专家甲', days: 35 })]) as object, contracts: [{ number: '2025500000001' }, { number: null }], achievements: [{ number: 'CG-1' }] });
  });

  it('sends envoys in teams, enters each day once with its proof, appraises by rule, pays in two parts', async () => {
    await service.moveTo('2025-04-30T09:00:00+08:00');
    const team = (await office.post('/envoy-teams', { name: '高山蔬菜特派团', industry: '蔬菜' })).id;
    const envoyPerson = await service.visitor('envoy').signUp();
    const nomination = { name: '示例特派员', unit: '示例农科院', level: 'district', industry: '蔬菜', person: envoyPerson.id, solver: solvers['farm'], team, from: '2025-03-01', to: '2026-02-28', fee: 20_001 };
    const { id: envoy } = await office.post('/envoys', nomination);
    const { id: passedOver } = await office.post('/envoys', { ...nomination, name: '未入选', person: undefined });
    await office.post(`/envoys/${passedOver}/decline`, { reason: '名额已满' });
    expect((await refused(office.post(`/envoys/${envoy}/dispatches`, { place: '示例村', task: '育苗', from: '2025-04-01', to: '2025-12-31' }))).body.code).toBe('state:not-allowed');
    await office.post(`/envoys/${envoy}/select`, { paper: '协议 1' });
    expect((await refused(office.post(`/envoys/${envoy}/dispatches`, { place: '示例村', task: '育苗', from: '2025-04-01', to: '2026-12-31' }))).body.code).toBe('envoy:outside-term');
    const { dispatch } = await office.post<{ dispatch: string }>(`/envoys/${envoy}/dispatches`, { place: '示例村', task: '育苗与保鲜', from: '2025-04-01', to: '2025-12-31' });
    const serve = (on: string, halves = 2) => envoyPerson.post(`/envoys/${envoy}/services`, { dispatch, on, halves, what: '现场指导', proof: `照片 ${on}` });
    expect((await refused(serve('2025-03-31'))).body.code).toBe('envoy:outside-term');
    for (let day = 1; day <= 14; day++) await serve(`2025-04-${String(day).padStart(2, '0')}`);
    expect((await refused(serve('2025-04-01'))).body.code).toBe('envoy:served-that-day');
    await serve('2025-04-15', 1);
    expect(await office.post<object>(`/envoys/${envoy}/appraisals`, { year: '2025' })).toEqual(expect.objectContaining({ grade: 'fail', byRule: 'fail' }));
    await office.post(`/envoys/${envoy}/payments`, { year: '2025', part: 1, on: '2025-04-14', reference: '付 1' });
    expect((await refused(office.post(`/envoys/${envoy}/payments`, { year: '2025', part: 1, on: '2025-04-14', reference: '付 1' }))).body.code).toBe('envoy:paid-already');
    expect((await refused(office.post(`/envoys/${envoy}/payments`, { year: '2025', part: 2, on: '2025-04-14', reference: '付 2' }))).body.code).toBe('envoy:second-part-waits');
    await serve('2025-04-16', 1);
    await envoyPerson.post(`/envoys/${envoy}/brought`, { kind: 'variety', name: '高山莴笋 3 号', place: '示例村', on: '2025-04-20' });
    expect((await refused(envoyPerson.post(`/envoys/${envoy}/brought`, { kind: 'variety', name: '高山莴笋 3 号', place: '示例村', on: '2025-04-20' }))).body.code).toBe('envoy:brought-already');
    expect(await office.post<object>(`/envoys/${envoy}/appraisals`, { year: '2025' })).toMatchObject({ grade: 'good' });
    await envoyPerson.post(`/envoys/${envoy}/brought`, { kind: 'technology', name: '移动预冷', place: '示例村', on: '2025-04-21' });
    for (const title of ['产业集市', '田间课堂']) await office.post('/envoy-activities', { title, place: '示例村', on: '2025-04-22', envoys: [envoy], people: 80, team });
    expect((await refused(office.post(`/envoys/${envoy}/appraisals`, { year: '2025', grade: 'pass' }))).body.code).toBe('envoy:grade-needs-note');
    expect(await office.post<object>(`/envoys/${envoy}/appraisals`, { year: '2025' })).toMatchObject({ grade: 'excellent' });
    expect((await refused(office.post(`/envoys/${envoy}/appraisals`, { year: '2027' }))).body.code).toBe('envoy:year-not-served');
    await office.post(`/envoys/${envoy}/payments`, { year: '2025', part: 2, on: '2025-04-14', reference: '付 2' });
    const shown = await envoyPerson.get<{ payments: { amount: number }[]; years: object[]; appraisals: { explanation: { certainty: string }[] }[] }>(`/envoys/${envoy}`);
    expect(shown.payments.map(({ amount }) => amount)).toEqual([10_001, 10_000]);
    expect(shown.years[0]).toEqual({ year: '2025', days: 15, activities: 2, solved: 0, brought: 2 });
    expect(shown.appraisals[0]!.explanation[0]!.certainty).toBe('example');
    expect((await booksOf(service)).findings).toEqual([]);
  });

  it('works with institutes: agreements, joint projects within and across districts, platforms with their way, results brought to use', async () => {
    const institute = (await office.post('/institutes', { name: '示例大学', kind: 'university', place: '示例市', profile: '电机、材料、农学', fields: ['智能制造'] })).id;
    expect((await refused(office.post('/institutes', { name: '示例大学', kind: 'university', place: '示例市', profile: '重复', fields: [] }))).body.code).toBe('institute:known');
    await office.post(`/institutes/${institute}/agreements`, { title: '校地合作协议', paper: '协议 7', signedOn: '2025-01-10', endsOn: '2028-01-09' });
    expect((await refused(office.post('/joint-projects', { title: '无伙伴', level: 'district', from: '2025-01-01', to: '2025-12-31' }))).body.code).toBe('joint-project:no-partner');
    const { id: joint } = await office.post('/joint-projects', { title: '飞地联合攻关', level: 'municipal', institute, project: firm.project, partnerDistrict: '示例高新区', from: '2025-01-01', to: '2026-12-31', funds: 1_000_000_00 });
    await office.post('/joint-projects', { title: '校地项目', level: 'district', institute, from: '2025-02-01', to: '2025-12-31' });
    expect(await office.all('/joint-projects?across=yes')).toHaveLength(1);
    await office.post(`/joint-projects/${joint}/end`, { done: true, on: '2025-04-10', outcome: '完成样机' });
    const { id: platform } = await office.post('/research-platforms', { name: '电驱动技术研究中心', kind: 'research', level: 'district', operator: '示例家用电梯公司', field: '智能制造', institute });
    const step = (act: string, level: string) => office.post(`/research-platforms/${platform}/steps`, { act, level, on: '2025-04-01', paper: `文件 ${act}` });
    expect((await refused(step('raise', 'municipal'))).body.code).toBe('state:not-allowed');
    await step('recognise', 'district');
    expect((await refused(step('raise', 'district'))).body.code).toBe('research-platform:level');
    await step('raise', 'municipal');
    await office.post('/promotions', { title: '谐波注入控制', field: '智能制造', on: '2025-04-11', to: '示例家用电梯公司', institute, fromDistrict: '示例高新区' });
    expect(await office.get<object>(`/institutes/${institute}`)).toMatchObject({ agreements: [{ paper: '协议 7' }], projects: [{ state: 'finished' }, { state: 'running' }], platforms: [{ level: 'municipal', state: 'recognised' }], promotions: [{ title: '谐波注入控制' }] });
    // An institute as a whole is matched by its own profile too.
    const whole = (await office.post('/solvers', { kind: 'institute', name: '示例大学电气学院', fields: [], profile: '电气工程', institute })).id;
    const { id } = await firm.team.post('/technical-problems', { ...ELEVATOR, title: '电机噪声', symptoms: '电机在低速有噪声', tried: '', project: firm.project });
    expect((await matches(broker, id)).items.map(({ solver }) => solver.id)).toContain(whole);
    const pair = (await office.post('/solvers', { kind: 'team', name: '示例联合团队', fields: ['现代农业'], profile: '跨学科', members: [solvers['drive']] })).id;
    expect((await matches()).items.map(({ solver }) => solver.id)).toContain(pair);
    expect((await refused(office.post('/solvers', { kind: 'expert', name: '错', fields: [], profile: '错', members: [solvers['drive']] }))).body.code).toBe('solver:not-a-team');
    expect((await refused(office.post('/solvers', { kind: 'team', name: '错', fields: [], profile: '错', members: [whole] }))).body.code).toBe('solver:strangers');
  });

  it('adds a year up, each figure with the call that lists what it counts', async () => {
    const figures = await office.get<Record<string, { count: number; records: string; solved?: number; daysToSolution?: number }>>('/service-figures?year=2025');
    expect(figures).toMatchObject({ envoys: { count: 1, teams: 1 }, activities: { count: 2 }, brought: { count: 2 }, problems: { solved: 1, daysToSolution: 35 }, contracts: { count: 1, amount: 200_000_00, technologyAmount: 150_000_00 }, achievements: { count: 1 }, jointProjects: { count: 2, across: 1 }, promotions: { count: 1 }, researchPlatforms: { count: 1 } });
    for (const part of ['activities', 'brought', 'achievements', 'institutes', 'jointProjects', 'promotions', 'researchPlatforms', 'contracts']) expect([part, (await office.all(figures[part]!.records)).length]).toEqual([part, figures[part]!.count]);
    expect(await office.all(figures['problems']!.records)).toHaveLength(1);
    expect(await office.all(figures['envoys']!.records)).toHaveLength(1);
  });

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });
});
