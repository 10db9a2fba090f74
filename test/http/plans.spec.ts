import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';
import { notAsRecounted } from '../support/recounted.js';

interface Line {
  readonly key: string;
  readonly value: number;
  readonly fresh: number;
  readonly before: number;
  readonly change: { kind: string };
}

describe('figures of the register, targets and plans', () => {
  let service: TestService;
  let office: Visitor;
  const firms: string[] = [];
  const line = async (key: string, query = '') => (await office.get<{ items: Line[] }>(`/figures${query}`)).items.find((one) => one.key === key)!;

  beforeAll(async () => {
    service = await startTestService({ now: '2024-12-20T09:00:00+08:00' });
    office = await service.office();
    for (let n = 0; n < 6; n++) firms.push((await office.post('/firms', { name: `示例企业${n}`, place: n < 2 ? '一园' : '二园', registeredOn: '2018-01-01' })).id);
    const recognise = async (n: number, number: string, issuedOn: string) => {
      const { id } = await office.post(`/firms/${firms[n]}/qualifications`, { key: 'high-tech-enterprise', kind: 'first' });
      await office.post(`/qualifications/${id}/recognise`, { number, issuedOn });
    };
    await recognise(0, 'GR1', '2023-10-16');
    await recognise(2, 'GR2', '2024-11-28');
    await office.post(`/firms/${firms[3]}/papers`, { register: 'contract', kind: 'service', title: '服务合同', number: 'HT1', on: '2024-12-01', amount: 1_000_000_00, technologyAmount: 800_000_00 });
    await service.moveTo('2025-06-30T09:00:00+08:00');
    await recognise(1, 'GR3', '2025-05-06');
    await recognise(3, 'GR4', '2025-05-06');
    await service.settle();
  });
  afterAll(() => service.stop());

  it('has each figure on any day, and opens to the records that it counts', async () => {
    expect(await line('holders-high-tech-enterprise')).toMatchObject({ value: 4, fresh: 2, before: 1 });
    expect(await line('holders-high-tech-enterprise', '?day=2024-12-31')).toMatchObject({ value: 2, fresh: 1, before: 1 });
    expect(await line('holders-high-tech-enterprise', `?place=${encodeURIComponent('一园')}`)).toMatchObject({ value: 2, fresh: 1 });
    expect(await line('contract-amount', '?day=2024-12-31')).toMatchObject({ value: 1_000_000_00, before: 0, change: { kind: 'from-zero' } });
    for (const { key, value, fresh } of (await office.get<{ items: Line[] }>('/figures')).items.filter(({ key }) => key.startsWith('holders'))) {
      const behind = async (which: string) => new Set((await office.get<{ items: { aggregate: string }[] }>(`/figures/records?figure=${key}&which=${which}`)).items.map(({ aggregate }) => aggregate)).size;
      expect([await behind('counted'), await behind('new')]).toEqual([value, fresh]);
    }
    // A record that was merged, and merged on, counts with the firm that stayed, where that is.
    const { id: last } = await office.post('/firms', { name: '示例企业（新）', place: '三园' });
    await office.post(`/firms/${firms[1]}/merge`, { into: firms[0] });
    await office.post(`/firms/${firms[0]}/merge`, { into: last });
    await service.settle();
    expect(await line('holders-high-tech-enterprise', `?place=${encodeURIComponent('三园')}`)).toMatchObject({ value: 1 });
    expect(await line('holders-high-tech-enterprise', `?place=${encodeURIComponent('一园')}`)).toMatchObject({ value: 0 });
    expect(await line('holders-high-tech-enterprise')).toMatchObject({ value: 3 });
    await office.post(`/firms/${firms[0]}/unmerge`);
    await office.post(`/firms/${firms[1]}/unmerge`);
    await service.settle();
    const nobody = await service.visitor('nobody').signUp();
    expect((await refused(nobody.get('/figures'))).status).toBe(404);
  });

  it('sets a figure’s target by year and place, and says how far it is and where it will come to', async () => {
    const { id } = await office.post('/targets', { figure: 'holders-high-tech-enterprise', year: '2025', value: 8, paper: '双倍增行动计划' });
    expect((await refused(office.post('/targets', { figure: 'holders-high-tech-enterprise', year: '2025', value: 9 }))).body.code).toBe('target:known');
    for (const [place, value] of [['一园', 3], ['二园', 4]] as const) await office.post('/targets', { figure: 'holders-high-tech-enterprise', year: '2025', place, value });
    await office.post('/targets', { figure: 'contracts', year: '2027', value: 10 });
    type Told = { items: { id: string; place: string | null; target: number; value: number | null; percent: number | null; projection: { value: number; low: number; high: number } | null }[]; split: object[] };
    const told = await office.get<Told>('/targets?year=2025');
    expect(told.items.map(({ place, target, value, percent }) => [place, target, value, percent])).toEqual([[null, 8, 4, 50], ['一园', 3, 2, 66.7], ['二园', 4, 2, 50]]);
    const [whole] = told.items;
    expect([whole!.projection!.low <= whole!.projection!.value, whole!.projection!.value <= whole!.projection!.high]).toEqual([true, true]);
    // The places are to reach seven together, the district eight.
    expect(told.split).toEqual([{ figure: 'holders-high-tech-enterprise', district: 8, places: 7 }]);
    await office.post(`/targets/${id}/change`, { value: 7 });
    expect((await office.get<Told>('/targets?year=2025')).items[0]).toMatchObject({ target: 7, percent: 57.1 });
    expect((await office.get<Told>('/targets?year=2027')).items[0]).toMatchObject({ value: null, projection: null });
  });

  it('keeps plans with their tasks, and says on one page what is late', async () => {
    expect((await refused(office.post('/plans', { title: '“5个2”行动计划', paper: '示例〔2025〕5号', from: '2025-12-31', to: '2025-01-01' }))).body.code).toBe('plan:dates');
    const { id } = await office.post('/plans', { title: '“5个2”行动计划', paper: '示例〔2025〕5号', from: '2025-01-01', to: '2025-12-31' });
    const task = async (goal: string, title: string, dueOn: string) => (await office.post<{ task: string }>(`/plans/${id}/tasks`, { goal, title, owner: '科技局', dueOn })).task;
    const [first, second, third] = [await task('双倍增', '培育企业摸底', '2025-03-31'), await task('双倍增', '申报辅导', '2025-05-31'), await task('双平台', '平台建设', '2025-09-30')];
    await office.post(`/plans/${id}/tasks/${first}/finish`, { on: '2025-04-10', evidence: '摸底报告' });
    expect((await refused(office.post(`/plans/${id}/tasks/${first}/finish`, { on: '2025-04-10', evidence: '又一次' }))).body.code).toBe('plan:no-such-task');
    expect((await refused(office.post(`/plans/${id}/tasks/${third}/finish`, { on: '2025-07-01', evidence: '提前' }))).body.code).toBe('day:to-come');
    const late = await office.get<{ items: { id: string; daysLate: number }[] }>('/plans/late');
    expect(late.items.map((one) => [one.id, one.daysLate])).toEqual([[second, 30]]);
    await office.post(`/plans/${id}/tasks/${second}/move`, { dueOn: '2025-07-31', reason: '等待通知' });
    expect((await office.get<{ items: object[] }>('/plans/late')).items).toEqual([]);
    const shown = await office.get<{ goals: { goal: string; tasks: { daysLate: number; moved: string[] }[] }[] }>(`/plans/${id}`);
    expect(shown.goals.map(({ goal, tasks }) => [goal, tasks.map(({ daysLate, moved }) => [daysLate, moved])])).toEqual([['双倍增', [[10, []], [0, ['2025-05-31']]]], ['双平台', [[0, []]]]]);
    expect((await office.get<{ items: { tasks: number; done: number; late: number }[] }>('/plans')).items).toMatchObject([{ tasks: 3, done: 1, late: 0 }]);
    await office.post(`/plans/${id}/close`);
    expect((await refused(office.post(`/plans/${id}/tasks`, { goal: '双平台', title: '补充', owner: '科技局', dueOn: '2025-12-01' }))).body.code).toBe('plan:over');
    expect(await office.get<object>('/operations/audit')).toMatchObject({ findings: [] });
  });

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });
});
