import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { Contests } from '../support/contest.js';
import { ELIGIBLE, openCall, RUBRIC } from '../support/chain.js';
import { refused } from '../support/refused.js';
import { markAll, openRound } from '../support/rounds.js';
import { startTestService, type TestService } from '../support/service.js';

interface Line {
  readonly at: string;
  readonly zh: string;
  readonly clause: { readonly metric: string; readonly threshold: unknown } | null;
}
interface Versions {
  readonly items: readonly { readonly id: string | null; readonly version: string; readonly state: string; readonly inForceFrom: string | null; readonly inForceTo: string | null; readonly lines: readonly Line[] }[];
}

describe('rules as the district decides them', () => {
  let service: TestService;
  let office: Visitor;
  let other: Visitor;
  let call: string;
  const facts = { ...ELIGIBLE, region: 'city', 'has-organisation': true };
  const verdict = async (stated: object = facts) => (await other.post<{ verdict: string; version: string }>(`/calls/${call}/eligibility`, { facts: stated }));
  const placeOf = async (rule: string, version: string, metric: string) => (await office.get<Versions>(`/rules/${rule}`)).items.find((one) => one.version === version)!.lines.find(({ clause }) => clause?.metric === metric)!.at;

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    other = await service.visitor('someone').signUp();
    call = await openCall(office, { eligibilityRule: 'district-open', closesAt: '2025-05-30T18:00:00+08:00' });
  });
  afterAll(() => service.stop());

  it('are drafted from a version, compared with it, put in force on a day, judge from then on, and end', async () => {
    expect(await verdict()).toMatchObject({ verdict: 'pass', version: '2025' });
    const { id } = await office.post('/rules', { rule: 'district-open', from: '2025', version: '2025-B', paper: '示例通知〔2025〕2号' });
    const at = await placeOf('district-open', '2025-B', 'region');
    await office.post(`/rule-versions/${id}/revise`, { revisions: [{ at, list: ['district'], zh: '在本区注册', en: 'registered in the district' }] });
    // A draft judges nothing, and is nobody's to see but the office's.
    expect(await verdict()).toMatchObject({ verdict: 'pass', version: '2025' });
    expect((await other.get<Versions>('/rules/district-open')).items.map(({ version }) => version)).toEqual(['2025']);
    expect(await office.get('/rules/district-open/compare?from=2025&to=2025-B')).toMatchObject({ items: [{ at, before: { clause: { threshold: ['district', 'city', 'will-move-here'] } }, after: { zh: '在本区注册', clause: { threshold: ['district'] } } }] });

    await office.post(`/rule-versions/${id}/adopt`, { from: '2025-03-10' });
    expect(await office.get('/rules')).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ key: 'district-open', inForce: expect.objectContaining({ version: '2025' }) as object, coming: [{ version: '2025-B', from: '2025-03-10' }] })]) as object });
    expect(await verdict()).toMatchObject({ version: '2025' });
    await service.moveTo('2025-03-10T00:00:01+08:00');
    expect(await verdict()).toMatchObject({ verdict: 'fail', version: '2025-B' });
    expect(await verdict({ ...facts, region: 'district' })).toMatchObject({ verdict: 'pass', version: '2025-B' });

    await office.post(`/rule-versions/${id}/end`, { to: '2025-03-12', reason: '通知废止' });
    await service.moveTo('2025-03-12T09:00:00+08:00');
    expect(await verdict()).toMatchObject({ verdict: 'pass', version: '2025' });
  });

  it('refuse what cannot be: another kind of threshold, a place that is not there, the past, no change, a name that is taken, a stranger', async () => {
    const draft = (version: string) => ({ rule: 'incubator-graduation', from: '2018', version, paper: '示例办法' });
    const { id } = await office.post('/rules', draft('own'));
    const at = await placeOf('incubator-graduation', 'own', 'venture-money');
    const revise = (revision: object) => refused(office.post(`/rule-versions/${id}/revise`, { revisions: [revision] }));
    expect(await revise({ at, threshold: true })).toMatchObject({ status: 422, body: { code: 'rule:threshold-kind' } });
    expect(await revise({ at: '9.9', threshold: 1 })).toMatchObject({ body: { code: 'rule:no-such-clause' } });
    expect(await revise({ at: 'root', atLeast: 9 })).toMatchObject({ body: { code: 'rule:at-least' } });
    expect(await refused(office.post(`/rule-versions/${id}/adopt`, { from: '2025-06-01' }))).toMatchObject({ status: 422, body: { code: 'rule:same' } });
    await office.post(`/rule-versions/${id}/revise`, { revisions: [{ at, threshold: 800_000_000 }] });
    expect(await refused(office.post(`/rule-versions/${id}/adopt`, { from: '2020-01-01' }))).toMatchObject({ body: { code: 'rule:past' } });
    expect(await refused(office.post('/rules', draft('own')))).toMatchObject({ status: 409, body: { code: 'rule:version-taken' } });
    expect(await refused(office.post('/rules', draft('2018')))).toMatchObject({ body: { code: 'rule:version-taken' } });
    expect(await refused(office.post('/rules', { ...draft('x'), rule: 'nowhere' }))).toMatchObject({ status: 404, body: { code: 'rule:unknown' } });
    expect(await refused(other.post('/rules', draft('mine')))).toMatchObject({ status: 404 });
    expect(await refused(other.post(`/rule-versions/${id}/adopt`, { from: '2025-06-01' }))).toMatchObject({ status: 404 });
    await office.post(`/rule-versions/${id}/drop`);
    expect(await refused(office.post(`/rule-versions/${id}/adopt`, { from: '2025-06-01' }))).toMatchObject({ status: 409 });
    await office.post('/rules', draft('own'));
  });

  it('judge all firms anew on the day that a rule for firms begins', async () => {
    const { id: firm } = await office.post('/firms', { name: '示例企业', registeredOn: '2018-01-01' });
    await service.settle();
    const { id } = await office.post('/rules', { rule: 'high-tech-enterprise', from: '2016', version: '2025', paper: '示例办法' });
    await office.post(`/rule-versions/${id}/revise`, { revisions: [{ at: 'root', zh: '认定条件（修订）', en: 'conditions as revised' }] });
    await office.post(`/rule-versions/${id}/adopt`, { from: '2025-03-20' });
    const judgedBy = async () => (await service.database.prisma.assessment.findFirst({ where: { firmId: firm, rule: 'high-tech-enterprise' } }))?.version;
    await service.moveTo('2025-03-19T23:00:00+08:00');
    expect(await judgedBy()).toBe('2016');
    await service.moveTo('2025-03-20T00:00:01+08:00');
    await service.settle();
    expect(await judgedBy()).toBe('2025');
  });

  it('may be tables: a district enters the figures and rows that are its own', async () => {
    const { id } = await office.post('/rules', { rule: 'standard-land', from: 'example', version: '本区-2025', paper: '示例公告〔2025〕1号' });
    const revise = (...revisions: object[]) => office.post(`/rule-versions/${id}/revise`, { revisions });
    await revise({ at: 'standards.food', copy: 'biotech' }, { at: 'standards.biotech', zh: '生物医药', en: 'biotech' }, { at: 'standards.biotech.tax', threshold: -1 }, { at: 'standards.food', remove: true });
    expect(await refused(office.post(`/rule-versions/${id}/adopt`, { from: '2025-03-22' }))).toMatchObject({ status: 422, body: { code: 'rule:flawed', detail: expect.stringContaining('生物医药') as string } });
    await revise({ at: 'standards.biotech.tax', threshold: 2_000_000_000 });
    expect(await office.get('/rules/standard-land/compare?from=example&to=本区-2025')).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ at: 'standards.food', after: null }), expect.objectContaining({ at: 'standards.biotech.tax', before: null })]) as object });
    await office.post(`/rule-versions/${id}/adopt`, { from: '2025-03-22' });
    const park = (await office.post('/parks', { name: '测试园区', kind: 'area' })).id;
    const intend = (firm: string, landIndustry: string) => office.post(`/parks/${park}/deals`, { firm, industry: 'industry', investment: 2_000_000_000, output: 3_000_000_000, tax: 150_000_000, jobs: 60, landIndustry });
    expect(await refused(intend('甲公司', 'biotech'))).toMatchObject({ status: 422 });
    await intend('乙公司', 'food');
    await service.moveTo('2025-03-22T09:00:00+08:00');
    await intend('甲公司', 'biotech');
    expect(await refused(intend('丙公司', 'food'))).toMatchObject({ status: 422 });
  });

  it('give firms points by the district’s own weights from their day on', async () => {
    const { id: firm } = await office.post('/firms', { name: '积分企业', registeredOn: '2018-01-01' });
    const { id } = await office.post('/rules', { rule: 'innovation-points', from: '1.0', version: '本区积分', paper: '示例办法' });
    await office.post(`/rule-versions/${id}/revise`, { revisions: [{ at: 'indicators.research.weights.growth', threshold: 40 }, { at: 'most', threshold: 90 }] });
    await office.post(`/rule-versions/${id}/adopt`, { from: '2025-03-24' });
    const seen = async () => office.get<{ inForce: string; versions: { version: string; parts: { key: string; most: number }[] }[] }>(`/firms/${firm}/points`);
    expect((await seen()).inForce).toBe('1.0');
    await service.moveTo('2025-03-24T00:00:01+08:00');
    await service.settle();
    const { inForce, versions } = await seen();
    expect([inForce, versions[0]!.parts.find(({ key }) => key === 'research')!.most]).toEqual(['本区积分', 40]);
    expect(await service.database.prisma.assessment.findFirst({ where: { firmId: firm, rule: 'innovation-points' } })).toMatchObject({ version: '本区积分' });
  });

  it('count terms by the days that the district declares off or worked', async () => {
    const contests = new Contests(service, office);
    const merit = new Map<string, number>();
    const short = await openCall(office, { announceDays: 3, closesAt: '2025-04-11T18:00:00+08:00' });
    for (let n = 0; n < 3; n++) await contests.enterIn(short);
    await service.moveTo('2025-04-12T09:00:00+08:00');
    const judges = [await contests.judgeOf(short), await contests.judgeOf(short)];
    await markAll(service, judges, await openRound(service, office, short), RUBRIC, (entry) => merit.get(entry) ?? (merit.set(entry, 5 + merit.size), merit.get(entry)!));
    await office.post(`/calls/${short}/decide`);
    await service.moveTo('2025-04-14T09:00:00+08:00');
    // Three working days after Monday the 14th end on Thursday; a day off on the 16th and a Saturday that is worked make it Friday.
    const { id } = await office.post('/holidays', { name: '区庆', from: '2025-04-16', to: '2025-04-16', worked: false, paper: '示例通知' });
    expect(await refused(office.post('/holidays', { name: '又一日', from: '2025-04-15', to: '2025-04-17', worked: false, paper: '示例通知' }))).toMatchObject({ status: 409, body: { code: 'holiday:overlaps' } });
    expect(await refused(office.post('/holidays', { name: '倒置', from: '2025-04-20', to: '2025-04-17', worked: false, paper: '示例通知' }))).toMatchObject({ body: { code: 'holiday:dates' } });
    expect(await office.post(`/calls/${short}/announce`)).toMatchObject({ from: '2025-04-14', until: '2025-04-18' });
    expect(await other.get('/holidays?year=2025')).toMatchObject({ published: true, own: [{ name: '区庆', worked: false }] });
    const { calendar } = await other.get<{ calendar: { day: string; zh: string; worked: boolean }[] }>('/holidays?year=2025');
    // The State Council's notice for 2025: National Day from 1 to 8 October, 28 September and 11 October are worked.
    expect(calendar.filter(({ zh }) => /国庆|中秋/.test(zh)).map(({ day, worked }) => `${day} ${worked}`)).toEqual(['2025-09-28 true', ...[1, 2, 3, 4, 5, 6, 7, 8].map((day) => `2025-10-0${day} false`), '2025-10-11 true']);
    await office.post(`/holidays/${id}/withdraw`);
    expect(await other.get('/holidays?year=2025')).toMatchObject({ own: [] });
    expect(await other.get('/holidays?year=2031')).toMatchObject({ published: false, calendar: [] });
  });
});
