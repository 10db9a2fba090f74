import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { booksOf } from '../support/funding.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';
import { notAsRecounted } from '../support/recounted.js';

const WAN = 1_000_000;

interface Offered {
  readonly items: readonly { id: string; verdict: string; worth: number | null; gaps: { metric: string; missing: number | null }[]; claim: { state: string; amount: number } | null; inWindow: boolean }[];
}

describe('the catalogue of policies', () => {
  let service: TestService;
  let office: Visitor;
  const firms: string[] = [];
  let award: string;
  let share: string;

  beforeAll(async () => {
    service = await startTestService({ now: '2025-06-16T09:00:00+08:00' });
    office = await service.office();
    for (let n = 0; n < 6; n++) {
      const { id } = await office.post('/firms', { name: `示例企业${n}`, registeredOn: '2018-01-01' });
      firms.push(id);
      await office.post(`/firms/${id}/facts`, { facts: [{ metric: 'revenue', period: '2024', value: (100 + 100 * n) * WAN }, { metric: 'tax', period: '2024', value: (n + 1) * WAN }, { metric: 'tax-research', period: '2024', value: (10 + n) * WAN }] });
    }
    await service.settle();
  });
  afterAll(() => service.stop());

  const clause = (metric: string, comparison: string, threshold: number | boolean) => ({ metric, comparison, threshold, zh: `条件 ${metric}`, en: `condition ${metric}` });
  const base = { level: 'district', issuer: '区科技局', paper: '示例〔2025〕1号', summary: '示例政策', opensOn: '2025-06-01' };

  it('takes only policies that say who qualifies by what is known, and what they come to', async () => {
    const refusedWith = async (more: object) => (await refused(office.post('/policies', { ...base, title: '有误', benefit: { kind: 'fixed', amount: 1 }, ...more }))).body.code;
    expect(await refusedWith({})).toBe('policy:rule-empty');
    expect(await refusedWith({ all: [clause('luck', 'at-least', 1)] })).toBe('policy:unknown-fact');
    expect(await refusedWith({ all: [clause('last-year-tax', 'at-least', 1)], benefit: { kind: 'share', percent: 5 } })).toBe('policy:benefit');
    expect(await refusedWith({ all: [clause('last-year-tax', 'at-least', 1)], closesOn: '2025-05-01' })).toBe('policy:dates');
    expect((await office.get<{ items: string[] }>('/policy-facts')).items).toContain('holds-high-tech-enterprise');
    // Firms above 3 million of revenue: of five percent of their research, at most 70,000 yuan.
    share = (await office.post('/policies', { ...base, title: '研发补助', all: [clause('last-year-revenue', 'at-least', 300 * WAN)], benefit: { kind: 'share', metric: 'tax-research', percent: 50, most: 7 * WAN }, budget: 12 * WAN, automatic: true })).id;
    award = (await office.post('/policies', { ...base, title: '纳税奖励', any: [clause('last-year-tax', 'at-least', 4 * WAN), clause('holds-little-giant', 'is', true)], benefit: { kind: 'fixed', amount: 2 * WAN }, papers: ['完税证明'], closesOn: '2025-07-31' })).id;
    await office.post('/policies', { ...base, title: '用地优先', all: [clause('last-year-revenue', 'at-least', 1)], benefit: { kind: 'other', words: '同等条件下优先供地' } });
    await service.settle();
    expect(await service.visitor('nobody').all('/policies')).toHaveLength(3);
  });

  it('shows a firm what it qualifies for, what it is missing, and what it would bring', async () => {
    const of = async (n: number) => Object.fromEntries((await office.get<Offered>(`/firms/${firms[n]}/policies`)).items.map((one) => [one.id, one]));
    const [small, large] = [await of(1), await of(5)];
    expect([small[share]!.verdict, small[share]!.gaps.map(({ metric, missing }) => [metric, missing]), small[share]!.worth]).toEqual(['fail', [['last-year-revenue', 100 * WAN]], 5.5 * WAN]);
    expect([large[share]!.verdict, large[share]!.worth, large[award]!.verdict, large[award]!.worth]).toEqual(['pass', 7 * WAN, 'pass', 2 * WAN]);
    // One of two is enough, and a title that is not held is not a gap where tax is nearer.
    expect(small[award]!.gaps.map(({ metric }) => metric)).toEqual(['last-year-tax']);
  });

  it('shows the office who qualifies and has not applied, and who is nearest', async () => {
    const told = await office.get<{ qualify: number; near: number; items: { firm: { id: string } }[] }>(`/policies/${share}/firms`);
    expect([told.qualify, told.near, told.items.map(({ firm }) => firm.id)]).toEqual([firms.length - 2, 2, [...firms.slice(2), firms[1], firms[0]]]);
    await office.post(`/firms/${firms[1]}/facts`, { facts: [{ metric: 'revenue', period: '2024', value: 300 * WAN }] });
    await service.settle();
    expect((await office.get<typeof told>(`/policies/${share}/firms`)).qualify).toBe(5);
    await office.post(`/firms/${firms[1]}/facts`, { facts: [{ metric: 'revenue', period: '2024', value: 200 * WAN }] });
    await service.settle();
  });

  it('takes claims by the rule, once, with their papers, within the window; and keeps what it saw', async () => {
    expect((await refused(office.post(`/firms/${firms[0]}/policies`, { policy: award, papers: ['完税证明'] }))).body.code).toBe('policy:unmet');
    expect((await refused(office.post(`/firms/${firms[4]}/policies`, { policy: award }))).body.code).toBe('policy:papers-missing');
    const claim = await office.post<{ id: string; amount: number }>(`/firms/${firms[4]}/policies`, { policy: award, papers: ['完税证明'] });
    expect(claim.amount).toBe(2 * WAN);
    expect((await refused(office.post(`/firms/${firms[4]}/policies`, { policy: award, papers: ['完税证明'] }))).body.code).toBe('policy:claimed-already');
    await office.post(`/policy-claims/${claim.id}/grant`);
    await office.post(`/policy-claims/${claim.id}/refuse`, { reason: '材料不实' });
    const again = await office.post<{ id: string }>(`/firms/${firms[4]}/policies`, { policy: award, papers: ['完税证明'] });
    await office.post(`/policy-claims/${again.id}/grant`);
    await office.post(`/policy-claims/${again.id}/pay`, { on: '2025-06-16', reference: '凭证 1' });
    expect((await refused(office.post(`/policy-claims/${again.id}/pay`, { on: '2025-06-16', reference: '凭证 2' }))).status).toBe(409);
    await service.moveTo('2025-08-01T09:00:00+08:00');
    expect((await refused(office.post(`/firms/${firms[5]}/policies`, { policy: award, papers: ['完税证明'] }))).body.code).toBe('policy:shut');
  });

  it('grants without application to all that qualify, as far as the budget goes, never beyond, however often it is asked', async () => {
    expect((await refused(office.post(`/policies/${award}/grant-to-all`))).body.code).toBe('policy:not-automatic');
    // Worth 60, 65, 70 and 70 thousand yuan; of 120 the two with the most points fit, or what still does after them.
    const told = await Promise.all([1, 2].map(() => office.post<{ firms: number; amount: number; left: number }>(`/policies/${share}/grant-to-all`)));
    const granted = await office.all<{ id: string; amount: number; automatic: boolean; state: string }>(`/policy-claims?policy=${share}`);
    expect(granted.every(({ automatic, state }) => automatic && state === 'granted')).toBe(true);
    const whole = granted.reduce((sum, { amount }) => sum + amount, 0);
    expect([told.reduce((sum, { firms: count }) => sum + count, 0), told.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([granted.length, whole]);
    const { budget } = await office.get<{ budget: { free: number; promised: number; paid: number } }>(`/policies/${share}`);
    expect(budget).toEqual({ free: 12 * WAN - whole, promised: whole, paid: 0 });
    expect(budget.free).toBeLessThan(6 * WAN);
    for (const { id } of granted) await office.post(`/policy-claims/${id}/pay`, { on: '2025-08-01', reference: `拨付 ${id.slice(-4)}` });
    expect((await office.get<{ budget: object }>(`/policies/${share}`)).budget).toEqual({ free: 12 * WAN - whole, promised: 0, paid: whole });
    expect((await booksOf(service)).findings).toEqual([]);
  });

  it('puts the money of each policy against what followed', async () => {
    await service.moveTo('2027-03-01T09:00:00+08:00');
    for (const firm of firms) await office.post(`/firms/${firm}/facts`, { facts: [{ metric: 'revenue', period: '2026', value: 1000 * WAN }] });
    const { items } = await office.get<{ items: { policy: { id: string }; firms: number; paid: number; revenue: { firms: number; before: number; after: number } }[] }>('/policies/outcomes');
    const one = items.find(({ policy }) => policy.id === award)!;
    expect(one).toMatchObject({ firms: 1, paid: 2 * WAN, revenue: { firms: 1, before: 500 * WAN, after: 1000 * WAN } });
    await office.post(`/policies/${share}/close`, { reason: '到期' });
    expect((await refused(office.post(`/policies/${share}/grant-to-all`))).body.code).toBe('policy:shut');
    const nobody = await service.visitor('nobody').signUp();
    expect((await nobody.get<{ items: object[] }>('/policies/outcomes')).items).toEqual([]);
    expect((await refused(nobody.get(`/policies/${share}/firms`))).status).toBe(404);
  });

  it('keeps a record that verifies', async () => {
    expect(await office.get<object>('/operations/audit')).toMatchObject({ findings: [] });
    expect(await office.get<object>('/operations/dead-letters')).toEqual([]);
  });

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });
});
