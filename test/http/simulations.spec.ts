import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { enter, openCall } from '../support/chain.js';
import { FIGURES, firmIn, openPlatform, type FirmIn } from '../support/incubation.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';

const WAN = 1_000_000;
const QUARTERS = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'];

interface Told {
  readonly state: string;
  readonly result: {
    readonly cases: number;
    readonly passed: { before: number; after: number };
    readonly money: { before: number; after: number };
    readonly changed: { id: string; name: string; before: { says: string; money: number }; after: { says: string; money: number } }[];
    readonly figures: { key: string; before: number; after: number }[];
  };
}

describe('what another rule would have made of what is on record', () => {
  let service: TestService;
  let office: Visitor;
  const firms: FirmIn[] = [];
  const run = async (body: object): Promise<Told> => office.get<Told>(`/simulations/${(await office.post('/simulations', { name: '试算', ...body })).id}`);
  const levers = async (query: string) => (await office.get<{ levers: { key: string; value: number; unit: string }[] }>(`/simulations/levers?${query}`)).levers;
  const figures = ({ result }: Told) => Object.fromEntries(result.figures.map(({ key, before, after }) => [key, [before, after]]));

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    const call = await openCall(office);
    for (const name of ['a', 'b']) await enter(service, call, `team-${name}`);
    const host = await openPlatform(service, office, '孵化器', 'incubator');
    for (let n = 0; n < 4; n++) firms.push(await firmIn(service, office, host, `企业${n}`));
    // Revenue of the year: 4, 8, 12 and 16 million yuan.
    for (const [n, period] of QUARTERS.entries()) {
      await service.moveTo(['2025-04-10', '2025-07-10', '2025-10-12', '2026-01-12'][n]!.concat('T09:00:00+08:00'));
      for (const [k, { id, team }] of firms.entries()) await team.post(`/incubatees/${id}/reports`, { period, figures: { ...FIGURES, revenue: (k + 1) * 100 * WAN } });
    }
    await service.settle();
    // The firm of 12 million graduates; that of 16 could.
    await office.post(`/incubatees/${firms[2]!.id}/graduate`, { facts: {} });
    for (const [n, { project }] of firms.entries()) await office.post('/credit/scores', { project, facts: { 'valid-inventions': n * 2, 'valid-ip': n * 4, revenue: (n + 1) * 400 * WAN, staff: 25, 'research-share': 12, 'technical-share': 80 } });
    await service.settle();
  }, 120_000);
  afterAll(() => service.stop());

  it('moves the line of graduation: who would not have graduated, who could now, and which figures change', async () => {
    expect(await levers('rule=graduation')).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'best-two-years-revenue', value: 1_000 * WAN, unit: 'fen' })]));
    const up = await run({ rule: 'graduation', changes: [{ lever: 'best-two-years-revenue', to: 1_400 * WAN }] });
    expect([up.result.cases, up.result.passed, figures(up)]).toEqual([4, { before: 2, after: 1 }, { graduates: [1, 0], ready: [1, 1] }]);
    expect(up.result.changed.map(({ id, before, after }) => [id, before.says, after.says])).toEqual([[firms[2]!.id, 'pass', 'fail']]);
    const down = await run({ rule: 'graduation', changes: [{ lever: 'best-two-years-revenue', to: 700 * WAN }] });
    expect([down.result.passed, figures(down)]).toEqual([{ before: 2, after: 3 }, { graduates: [1, 1], ready: [1, 2] }]);
  });

  it('moves a grade’s line and its limit: what it comes to is every firm’s limit worked out by hand', async () => {
    const scores = (await office.all<{ id: string; project: string; score: number; grade: string | null; limit: number }>('/credit/scores')).filter(({ project }) => firms.some((firm) => firm.project === project));
    const lines = (await levers('rule=credit')).reduce((all, { key, value }) => ({ ...all, [key]: value }), {} as Record<string, number>);
    const told = await run({ rule: 'credit', changes: [{ lever: 'B.from', to: lines['B.from']! + 5 }, { lever: 'D.limit', to: lines['D.limit']! - 50 * WAN }] });
    const limitOf = (score: number) => {
      const grade = ['A', 'B', 'C', 'D', 'E'].find((one) => score >= lines[`${one}.from`]! + (one === 'B' ? 5 : 0));
      return grade === undefined ? 0 : lines[`${grade}.limit`]! - (grade === 'D' ? 50 * WAN : 0);
    };
    expect(told.result.money).toEqual({ before: scores.reduce((sum, { limit }) => sum + limit, 0), after: scores.reduce((sum, { score }) => sum + limitOf(score), 0) });
    expect(told.result.money.before).not.toBe(told.result.money.after);
  });

  it('weighs points otherwise and says which lists change; raises a policy’s threshold and says what is saved', async () => {
    for (let n = 0; n < 5; n++) {
      const { id } = await office.post('/firms', { name: `在册企业${n}`, registeredOn: '2016-01-01' });
      await office.post(`/firms/${id}/facts`, { facts: [{ metric: 'revenue', period: '2025', value: (100 + 100 * n) * WAN }, { metric: 'research', period: '2025', value: (n + 1) * 100 * WAN }, { metric: 'tax', period: '2025', value: (n + 1) * WAN }] });
    }
    await service.settle();
    const before = await office.get<{ items: { points: number }[] }>('/innovation-lists?list=loans').then(({ items }) => items.length);
    const told = await run({ rule: 'points', changes: [{ lever: 'research', to: 60 }] });
    const [was, is] = figures(told)['list-loans']!;
    expect([was, is! > was!]).toEqual([before, true]);
    const clause = { metric: 'last-year-revenue', comparison: 'at-least', threshold: 200 * WAN, zh: '上年营收', en: 'last year’s revenue' };
    const { id: policy } = await office.post('/policies', { level: 'district', issuer: '区科技局', paper: '示例〔2026〕1号', summary: '示例', opensOn: '2026-01-01', title: '规模奖励', all: [clause], benefit: { kind: 'fixed', amount: 3 * WAN } });
    await service.settle();
    const raised = await run({ rule: 'policy', of: policy, changes: [{ lever: 'last-year-revenue', to: 400 * WAN }] });
    const passing = raised.result.passed;
    expect([raised.result.money, passing.before - passing.after, figures(raised)['qualified']]).toEqual([{ before: passing.before * 3 * WAN, after: passing.after * 3 * WAN }, raised.result.changed.length, [passing.before, passing.after]]);
    expect(raised.result.changed.map(({ name }) => name).sort()).toEqual(expect.arrayContaining(['在册企业1', '在册企业2']));
  });

  it('asks of entries what their call asked, with another year', async () => {
    const asked = await levers('rule=eligibility');
    expect(asked.map(({ key }) => key)).toEqual(['revenue-last-year', 'years-since-registration']);
    const same = await run({ rule: 'eligibility', changes: asked.slice(0, 1).map(({ key, value }) => ({ lever: key, to: value })) });
    const strict = await run({ rule: 'eligibility', changes: [{ lever: 'revenue-last-year', to: 50 * WAN }] });
    expect([strict.result.passed, figures(strict)]).toEqual([{ before: 2, after: 0 }, { eligible: [2, 0], winners: [0, 0] }]);
    expect([same.result.cases, same.result.passed, same.result.changed]).toEqual([2, { before: 2, after: 2 }, []]);
  });

  it('never touches what is true, is kept, shared and put away, and says what can be changed', async () => {
    const truth = async () => (await service.database.pool.query<{ kind: string; heads: string }>(`SELECT kind, md5(string_agg(id::text || version || head || state, ',' ORDER BY id)) AS heads FROM aggregate WHERE kind NOT IN ('simulation', 'district') GROUP BY kind ORDER BY kind`)).rows;
    const sums = async () => (await service.database.pool.query<{ sum: string }>(`SELECT md5(string_agg(t::text, ',' ORDER BY id)) AS sum FROM tally t`)).rows;
    const before = [await truth(), await sums()];
    const { id } = await office.post('/simulations', { name: '门槛提高', rule: 'graduation', changes: [{ lever: 'best-two-years-revenue', to: 5_000 * WAN }], note: '讨论稿' });
    await service.settle();
    expect([await truth(), await sums()]).toEqual(before);
    expect((await refused(office.post('/simulations', { name: '没有', rule: 'graduation', changes: [{ lever: 'luck', to: 1 }] }))).body.code).toBe('simulation:no-such-lever');
    expect((await refused(office.post('/simulations', { name: '没有', rule: 'policy', changes: [{ lever: 'luck', to: 1 }] }))).status).toBe(404);
    const other = await service.visitor('second-officer').signUp();
    await office.post(`/people/${other.id}/roles`, { role: 'administrator' });
    expect((await refused(other.get(`/simulations/${id}`))).status).toBe(404);
    await office.post(`/simulations/${id}/share`);
    expect(await other.get<object>(`/simulations/${id}`)).toMatchObject({ name: '门槛提高', state: 'shared', note: '讨论稿', changes: { 'best-two-years-revenue': 5_000 * WAN } });
    await office.post(`/simulations/${id}/drop`);
    expect((await refused(office.get(`/simulations/${id}`))).status).toBe(404);
    expect((await office.get<{ items: { state: string }[] }>('/simulations')).items.every(({ state }) => state !== 'dropped')).toBe(true);
    const stranger = await service.visitor('stranger').signUp();
    expect([(await stranger.get<{ items: object[] }>('/simulations')).items, (await refused(stranger.post('/simulations', { name: '外人', rule: 'credit', changes: [{ lever: 'A.from', to: 1 }] }))).status]).toEqual([[], 404]);
  });
});
