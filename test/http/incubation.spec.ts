import fc from 'fast-check';
import { daysAfter } from '#kernel';
import { readSheet } from 'read-excel-file/node';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { CHECKED, creditCode, FIGURES, firmIn, openPlatform, type FirmIn, type Host } from '../support/incubation.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';
import { notAsRecounted } from '../support/recounted.js';

describe('running a platform', () => {
  let service: TestService;
  let office: Visitor;
  let maker: Host;
  let incubator: Host;
  let accelerator: Host;
  let firm: FirmIn;
  let other: FirmIn;

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    maker = await openPlatform(service, office, '众创空间', 'maker-space');
    incubator = await openPlatform(service, office, '孵化器', 'incubator', { runningSince: '2020-01-01' });
    accelerator = await openPlatform(service, office, '加速器', 'accelerator', { cultivated: true });
    firm = await firmIn(service, office, incubator, '甲公司', { creditCode: creditCode('91350100M000100Y4'), field: '新材料' });
    other = await firmIn(service, office, incubator, '乙公司');
  });
  afterAll(() => service.stop());

  const told = async (who: Visitor, kind: string) => (await service.settle(), await who.all<{ id: string; kind: string; subject: string }>('/notifications')).filter((one) => one.kind === kind).map(({ subject }) => subject);

  it('admits by the rule in force, and says what is missing', async () => {
    const entry = { project: '项目', firm: '老公司', registeredOn: '2023-03-01', from: '2025-03-03', to: '2028-03-02', facts: CHECKED };
    const tooOld = await refused(incubator.manager.post(`/platforms/${incubator.id}/incubatees`, entry));
    expect([tooOld.body.code, tooOld.body.detail]).toEqual(['admission:unmet', expect.stringContaining('超出 1 个月')]);
    expect(JSON.stringify(tooOld.body.explanation)).toContain('国科发区〔2018〕300号');
    expect((await refused(incubator.manager.post(`/platforms/${incubator.id}/incubatees`, { ...entry, registeredOn: '2024-01-01', creditCode: '91350100M000100Y44' }))).body.code).toBe('organisation:wrong-credit-code');
    expect((await refused(maker.manager.post(`/platforms/${incubator.id}/incubatees`, { ...entry, registeredOn: '2024-01-01' }))).status).toBe(403);
    // The same firm can't be in two platforms, under whatever project.
    const twice = await refused(maker.manager.post(`/platforms/${maker.id}/incubatees`, { ...entry, firm: '甲公司', creditCode: creditCode('91350100M000100Y4'), to: '2026-03-02' }));
    expect(twice.body.code).toBe('incubatee:in-another-platform');
  });

  it('knows a platform’s way from being cultivated to recognised, reviewed, downgraded and withdrawn, with the gap list', async () => {
    await accelerator.manager.put(`/platforms/${accelerator.id}`, { stated: { 'separate-books': true }, runningSince: '2023-01-01' });
    expect(await office.get<{ state: string }>(`/platforms/${accelerator.id}`)).toMatchObject({ state: 'cultivated' });
    expect((await refused(accelerator.manager.post(`/platforms/${accelerator.id}/recognise`, { level: 'municipal', on: '2025-03-03', paper: '文' }))).status).toBe(403);
    await office.post(`/platforms/${accelerator.id}/recognise`, { level: 'municipal', on: '2025-03-03', paper: '渝科局发〔2025〕1号' });
    const problem = await refused(office.post(`/platforms/${incubator.id}/recognise`, { level: 'national', on: '2025-03-03', paper: '文' }));
    expect(problem.body.code).toBe('platform:recognition-unmet');
    expect(problem.body.detail).toContain('还差 48');
    const { levels } = await incubator.manager.get<{ levels: { level: string; verdict: string; gaps: { metric: string; missing: number | null; en: string }[] }[] }>(`/platforms/${incubator.id}/standing`);
    expect(levels.map(({ level }) => level)).toEqual(['municipal', 'national']);
    expect(levels[1]!.gaps.find(({ metric }) => metric === 'graduates')).toMatchObject({ missing: 20, en: '20 graduates or more in all (20 more)' });
    await office.post(`/platforms/${incubator.id}/recognise`, { level: 'national', on: '2025-03-03', paper: '文', despite: '主管部门特批认定' });
    const reviewed = await office.post<{ verdict: string; gaps: object[] }>(`/platforms/${incubator.id}/review`, { on: '2025-03-03', outcome: 'to-improve', note: '限期整改' });
    expect([reviewed.verdict, reviewed.gaps.length > 5]).toEqual(['fail', true]);
    expect((await refused(office.post(`/platforms/${incubator.id}/downgrade`, { level: 'national', on: '2025-03-03', reason: '复核不合格' }))).body.code).toBe('platform:not-lower');
    await office.post(`/platforms/${incubator.id}/downgrade`, { level: 'municipal', on: '2025-03-03', reason: '复核不合格' });
    await office.post(`/platforms/${accelerator.id}/withdraw`, { on: '2025-03-03', reason: '连续两年不合格' });
    expect((await refused(accelerator.manager.post(`/platforms/${accelerator.id}/incubatees`, { project: 'x', firm: 'x', from: '2025-03-03', to: '2026-03-02' }))).body.code).toBe('platform:withdrawn-already');
    await office.post(`/platforms/${accelerator.id}/recognise`, { level: 'district', on: '2025-03-04', paper: '区文' });
    const seen = await incubator.manager.get<{ level: string; recognition: { act: string; explanation: object | null; reason: string }[] }>(`/platforms/${incubator.id}`);
    expect([seen.level, seen.recognition.map(({ act }) => act), seen.recognition[0]!.explanation !== null]).toEqual(['municipal', ['recognised', 'reviewed: to-improve', 'downgraded'], true]);
    expect((await firm.team.get<{ recognition: object[]; stated: object | null }>(`/platforms/${incubator.id}`))).toMatchObject({ recognition: [], stated: null });
  });

  let units: { id: string; code: string }[];

  it('lets rooms, each once for a day, with 50 who want it at the same time', async () => {
    const { building } = await incubator.manager.post<{ building: string }>(`/platforms/${incubator.id}/buildings`, { name: 'A 栋', floors: [{ floor: 3, area: 900, outline: [{ x: 0, y: 0 }, { x: 30, y: 0 }, { x: 30, y: 30 }, { x: 0, y: 30 }] }] });
    const room = (code: string, more = {}) => ({ floor: 3, code, use: 'office', area: 100, desks: 10, price: 300_000, outline: [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }], ...more });
    ({ units } = await incubator.manager.post<{ units: { id: string; code: string }[] }>(`/platforms/${incubator.id}/units`, { building, units: [room('A-301'), room('A-302'), room('A-303', { use: 'public' })] }));
    expect((await refused(incubator.manager.post(`/platforms/${incubator.id}/units`, { building, units: [room('A-301')] }))).body.code).toBe('unit:code-taken');
    expect((await refused(incubator.manager.post(`/platforms/${incubator.id}/leases`, { unit: units[2]!.id, incubatee: firm.id, from: '2025-03-03', to: '2025-12-31' }))).body.code).toBe('lease:unit-not-let');
    const day = fc.integer({ min: 0, max: 600 });
    const terms = fc.array(fc.tuple(day, fc.integer({ min: 0, max: 60 })), { minLength: 50, maxLength: 50 });
    let all: (string | undefined)[] = [];
    await fc.assert(
      fc.asyncProperty(terms, async (asked) => {
        const sign = ([from, length]: readonly [number, number], n: number) =>
          incubator.manager.post(`/platforms/${incubator.id}/leases`, { unit: units[0]!.id, incubatee: n % 2 ? firm.id : other.id, from: daysAfter('2026-01-01', from), to: daysAfter('2026-01-01', from + length) }).then(() => 'signed', (error: { body?: { code?: string } }) => error.body?.code);
        const outcomes = await Promise.all(asked.map(sign));
        expect(outcomes.every((one) => one === 'signed' || one === 'lease:unit-taken')).toBe(true);
        // Whoever lost, lost to someone: his term still does not fit.
        for (const [n, one] of outcomes.entries()) if (one !== 'signed') expect(await sign(asked[n]!, n)).toBe('lease:unit-taken');
        all = [...all, ...outcomes];
      }),
      { numRuns: 4, seed: 7 },
    );
    const { rows } = await service.database.pool.query<{ signed: number; overlaps: number; pairs: number }>(
      `SELECT (SELECT count(*)::int FROM lease) AS signed, (SELECT count(*)::int FROM lease a JOIN lease b ON a.unit_id = b.unit_id AND a.id < b.id AND a."from" <= b."to" AND b."from" <= a."to") AS overlaps,
              (SELECT count(*)::int FROM aggregate WHERE kind = 'lease') AS pairs`,
    );
    expect(rows[0]).toEqual({ signed: all.filter((one) => one === 'signed').length, overlaps: 0, pairs: rows[0]!.signed });
    expect(rows[0]!.signed).toBeGreaterThan(5);
  });

  it('charges rent by the month, less its subsidy, and shows the floor as it is on a day', async () => {
    const { id: lease } = await incubator.manager.post(`/platforms/${incubator.id}/leases`, { unit: units[1]!.id, incubatee: firm.id, from: '2025-01-01', to: '2025-12-31', subsidy: 50, subsidyTo: '2025-02-28' });
    await incubator.manager.post(`/leases/${lease}/payments`, { amount: 150_000, on: '2025-01-05' });
    const account = await firm.team.get<{ months: object[]; rent: number; subsidised: number; owed: number; paid: number; left: number }>(`/leases/${lease}`);
    expect(account).toMatchObject({ rent: 900_000, subsidised: 300_000, owed: 600_000, paid: 150_000, left: 450_000 });
    expect((await refused(other.team.get(`/leases/${lease}`))).status).toBe(404);
    const plan = await incubator.manager.get<{ area: number; lettable: number; let: number; occupancy: number; buildings: { floors: { outline: object[]; units: { code: string; outline: object[]; let: { firm: string } | null }[] }[] }[] }>(`/platforms/${incubator.id}/space?on=2025-03-15`);
    expect([plan.area, plan.lettable, plan.let, plan.occupancy]).toEqual([300, 200, 100, 50]);
    expect(plan.buildings[0]!.floors[0]!.units.map(({ code, let: taken, outline }) => [code, taken?.firm ?? null, outline.length])).toEqual([['A-301', null, 3], ['A-302', '甲公司', 3], ['A-303', null, 3]]);
    expect((await refused(incubator.manager.put(`/platforms/${incubator.id}/units/${units[1]!.id}`, { retiredOn: '2025-06-01' }))).body.code).toBe('unit:in-use');
    await incubator.manager.post(`/leases/${lease}/end`, { on: '2025-03-31', reason: '换房' });
    expect((await refused(incubator.manager.post(`/leases/${lease}/end`, { on: '2025-03-30', reason: '换房' }))).body.code).toBe('state:not-allowed');
    await incubator.manager.post(`/platforms/${incubator.id}/leases`, { unit: units[1]!.id, incubatee: other.id, from: '2025-04-01', to: '2025-12-31' });
    expect((await refused(firm.team.get(`/platforms/${incubator.id}/space`))).status).toBe(404);
  });

  it('books shared things once for a time, within their hours, and counts and charges their use', async () => {
    const { facility } = await incubator.manager.post<{ facility: string }>(`/platforms/${incubator.id}/facilities`, { kind: 'instrument', name: '扫描电镜', price: 60_000, opens: '09:00', closes: '18:00' });
    const book = (who: FirmIn, from: string, to: string) => who.team.post(`/incubatees/${who.id}/bookings`, { facility, startsAt: `2025-03-04T${from}:00+08:00`, endsAt: `2025-03-04T${to}:00+08:00`, purpose: '样品测试' });
    const tries = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => book(n % 2 ? firm : other, '10:00', '12:00')));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await refused(book(firm, '11:59', '13:00'))).body.code).toBe('booking:time-taken');
    expect((await refused(book(firm, '17:30', '18:30'))).body.code).toBe('booking:outside-hours');
    const { id: second } = await book(firm, '12:00', '13:00');
    await firm.team.post(`/bookings/${second}/cancel`);
    const { id: third } = await book(firm, '12:30', '13:30');
    const first = (await incubator.manager.all<{ id: string; state: string }>('/bookings')).find(({ state, id }) => state === 'booked' && id !== third)!.id;
    expect((await refused(incubator.manager.post(`/bookings/${first}/close`, { as: 'used' }))).body.code).toBe('booking:not-yet');
    const { taken } = (await firm.team.get<{ items: { taken: object[] }[] }>(`/platforms/${incubator.id}/facilities`)).items[0]!;
    expect(taken).toHaveLength(2);
    await service.moveTo('2025-03-05T09:00:00+08:00');
    expect(await incubator.manager.post(`/bookings/${first}/close`, { as: 'used', minutes: 95 })).toMatchObject({ charge: 95_000 });
    await incubator.manager.post(`/bookings/${third}/close`, { as: 'missed' });
    await incubator.manager.post(`/bookings/${first}/pay`, { on: '2025-03-05' });
    expect((await incubator.manager.get<{ items: object[] }>(`/platforms/${incubator.id}/facilities/use/2025`)).items).toEqual([{ facility, name: '扫描电镜', month: '2025-03', bookings: 3, missed: 1, cancelled: 1, minutes: 95, charged: 95_000, paid: 95_000 }]);
    expect((await refused(firm.team.post(`/bookings/${third}/cancel`))).body.code).toBe('booking:begun');
  });

  it('matches mentors to needs, books and notes their hours on the topic’s own sheet, and both sides rate', async () => {
    const mentor = await service.visitor('mentor').signUp();
    const enterMentor = (more: object) => incubator.manager.post<{ mentor: string }>(`/platforms/${incubator.id}/mentors`, { name: '导师', kind: 'investor', fields: ['新材料'], topics: ['finance'], profile: '做过多家新材料公司的股权融资与估值', hours: 4, from: '2025-01-01', ...more });
    const { mentor: best } = await enterMentor({ name: mentor.name, email: mentor.email });
    await enterMentor({ name: '法务导师', fields: [], topics: ['law'], profile: '合同与合规' });
    await firm.team.put(`/incubatees/${firm.id}/needs`, { topics: ['finance'], words: '准备第一轮股权融资，想知道怎么估值' });
    type Match = { mentor: string; score: number; parts: Record<string, number>; covers: string[]; hoursLeft: number; meanRating: number | null; met: boolean };
    const matches = () => firm.team.get<{ items: Match[] }>(`/incubatees/${firm.id}/mentor-matches`).then(({ items }) => items);
    const [first, second] = await matches();
    expect([first!.mentor, first!.covers, first!.parts['field'], first!.parts['words']! > second!.parts['words']!]).toEqual([best, ['finance'], 25, true]);
    const book = (who: FirmIn, from: string, to: string) => who.team.post(`/incubatees/${who.id}/mentor-sessions`, { mentor: best, topic: 'finance', question: '估值', startsAt: `2025-03-06T${from}:00+08:00`, endsAt: `2025-03-06T${to}:00+08:00` });
    const { id: session } = await book(firm, '10:00', '12:00');
    expect((await refused(book(other, '11:00', '12:30'))).body.code).toBe('mentoring:busy');
    const { id: doomed } = await book(other, '14:00', '15:00');
    await other.team.post(`/mentor-sessions/${doomed}/cancel`, { reason: '出差' });
    await book(other, '14:00', '16:00');
    expect(await told(mentor, 'mentor-booked')).toHaveLength(3);
    const note = { minutes: 110, notes: '谈了估值方法', sheet: { plan: 4, books: 3, investors: 2 } };
    expect((await refused(mentor.post(`/mentor-sessions/${session}/note`, note))).body.code).toBe('booking:not-yet');
    await service.moveTo('2025-03-07T09:00:00+08:00');
    expect((await refused(mentor.post(`/mentor-sessions/${session}/note`, { ...note, sheet: { plan: 6 } }))).body.code).toBe('mentoring:wrong-sheet');
    expect((await refused(other.team.post(`/mentor-sessions/${session}/note`, note))).status).toBe(404);
    await mentor.post(`/mentor-sessions/${session}/note`, note);
    await firm.team.post(`/mentor-sessions/${session}/rate`, { rating: 5, words: '很有帮助' });
    const own = (await mentor.all<{ id: string; rating: number | null; notes: string }>('/mentor-sessions')).find(({ id }) => id === session)!;
    expect([own.rating, own.notes]).toEqual([null, '谈了估值方法']);
    expect((await incubator.manager.all<{ id: string; rating: number | null }>('/mentor-sessions')).find(({ id }) => id === session)!.rating).toBe(5);
    // His four hours of the month are booked: he comes last now, though he suits best.
    const after = await matches();
    expect(after.map(({ mentor: id, hoursLeft }) => [id === best, hoursLeft])).toEqual([[false, 4], [true, 0]]);
    expect(after[1]).toMatchObject({ meanRating: 5, met: true });
    expect((await incubator.manager.get<{ items: { id: string; minutes: number; rating: number | null }[] }>(`/platforms/${incubator.id}/mentors`)).items.find(({ id }) => id === best)).toMatchObject({ minutes: 110, rating: 5 });
  });

  it('takes reports filled in from last time, asks about what looks wrong, and keeps both versions of a correction', async () => {
    await service.moveTo('2025-04-02T09:00:00+08:00');
    const next = () => firm.team.get<{ period: string; dueOn: string; figures: Record<string, number>; last: string | null; fields: { key: string }[] }>(`/incubatees/${firm.id}/reports/next`);
    expect(await next()).toMatchObject({ period: '2025-Q1', dueOn: '2025-04-15', last: null });
    const { milestone } = await incubator.manager.post<{ milestone: string }>(`/incubatees/${firm.id}/milestones`, { title: '单季营收 100 万元', dueOn: '2025-06-30', metric: 'revenue', target: 100_000_000 });
    const file = (period: string, figures: object, more = {}) => firm.team.post<{ reached: string[] }>(`/incubatees/${firm.id}/reports`, { period, figures: { ...FIGURES, ...figures }, ...more });
    const wrong = await refused(file('2025-Q1', { doctors: 13 }));
    expect([wrong.body.code, JSON.stringify(wrong.body)]).toEqual(['report:contradicting', expect.stringContaining('figures.doctors')]);
    expect((await file('2025-Q1', { revenue: 80_000_000 })).reached).toEqual([]);
    expect((await refused(file('2025-Q1', {}))).body.code).toBe('report:filed-already');
    expect((await refused(file('2025-03', {}))).body.code).toBe('report:overlaps');
    await service.moveTo('2025-07-02T09:00:00+08:00');
    expect(await next()).toMatchObject({ period: '2025-Q2', last: '2025-Q1', figures: { revenue: 80_000_000, staff: 12 } });
    const slip = await refused(file('2025-Q2', { revenue: 1_010_000_000 }));
    expect(slip.body.code).toBe('report:doubtful');
    expect(JSON.stringify(slip.body)).toContain('1,010,000');
    expect((await file('2025-Q2', { revenue: 101_000_000 })).reached).toEqual([milestone]);
    await incubator.manager.put(`/incubatees/${firm.id}/reports/2025-Q1`, { figures: { ...FIGURES, revenue: 82_000_000 }, reason: '漏计一笔收入' });
    const versions = (await firm.team.get<{ items: { period: string; version: number; current: boolean; figures: { revenue: number }; reason: string | null }[] }>(`/incubatees/${firm.id}/reports`)).items;
    expect(versions.map(({ period, version, current, figures, reason }) => [period, version, current, figures.revenue, reason])).toEqual([
      ['2025-Q2', 1, true, 101_000_000, null], ['2025-Q1', 2, true, 82_000_000, '漏计一笔收入'], ['2025-Q1', 1, false, 80_000_000, null],
    ]);
    expect((await refused(incubator.manager.put(`/incubatees/${firm.id}/reports/2024-Q1`, { figures: FIGURES, reason: '漏计一笔收入' }))).body.code).toBe('report:nothing-to-correct');
    expect((await refused(file('2025-Q2', { staff: -1 }))).body.code).toBe('request:invalid');
  });

  it('reminds the late, then tells their platform, then the district, and stops where it came in', async () => {
    await service.moveTo('2025-07-16T00:00:00+08:00');
    expect(await told(other.team, 'report-late')).toEqual(expect.arrayContaining(['请填报 2025-Q2 经营情况']));
    expect(await told(firm.team, 'report-late')).toEqual([]);
    await service.moveTo('2025-07-23T00:00:00+08:00');
    expect((await told(incubator.manager, 'report-overdue')).filter((subject) => subject.includes('2025-Q2'))).toEqual(['乙公司 的 2025-Q2 报告逾期一周']);
    await service.moveTo('2025-07-29T12:00:00+08:00');
    await other.team.post(`/incubatees/${other.id}/reports`, { period: '2025-Q2', figures: FIGURES });
    await service.moveTo('2025-07-31T00:00:00+08:00');
    expect(await told(office, 'report-escalated')).toEqual(['乙公司 的 2025-Q1 报告逾期两周']);
  });

  it('shows the manager who needs him, why, and what was done', async () => {
    await incubator.manager.post(`/incubatees/${other.id}/milestones`, { title: '样机', dueOn: '2025-07-01' });
    type Queue = { items: { incubatee: string; signs: { flag: string; seen: number; limit: number }[] }[] };
    const queue = (query = '') => incubator.manager.get<Queue>(`/incubatees/attention${query}`);
    expect((await queue()).items).toMatchObject([{ incubatee: other.id, signs: [{ flag: 'reports-late', seen: 1, limit: 0 }, { flag: 'milestones-late', seen: 1 }] }]);
    for (const flag of ['reports-late', 'milestones-late']) await incubator.manager.post(`/incubatees/${other.id}/flag-actions`, { flag, did: '电话沟通，两周内补齐', until: '2025-08-14' });
    expect((await queue()).items).toEqual([]);
    expect((await queue('?quiet=true')).items).toHaveLength(1);
    const seen = await incubator.manager.get<{ signs: { quietUntil: string | null }[]; acted: { did: string }[] }>(`/incubatees/${other.id}`);
    expect([seen.signs.map(({ quietUntil }) => quietUntil), seen.acted.length]).toEqual([['2025-08-14', '2025-08-14'], 2]);
    expect((await other.team.get<{ signs: object[]; acted: object[] }>(`/incubatees/${other.id}`))).toMatchObject({ signs: [], acted: [] });
    await service.moveTo('2025-08-14T09:00:00+08:00');
    expect((await queue()).items).toHaveLength(1);
    expect((await firm.team.get<Queue>('/incubatees/attention')).items).toEqual([]);
  });

  it('counts staff, services and activities with who came', async () => {
    const { staff } = await incubator.manager.post<{ staff: string }>(`/platforms/${incubator.id}/staff`, { name: '专员', role: 'incubation', professional: true, fullTime: true, trained: true, from: '2024-01-01' });
    await incubator.manager.post(`/platforms/${incubator.id}/staff/${staff}/let-go`, { on: '2025-12-31' });
    expect((await refused(incubator.manager.post(`/platforms/${incubator.id}/staff/${staff}/let-go`, { on: '2025-12-31' }))).body.code).toBe('staff:unknown');
    await incubator.manager.post(`/platforms/${incubator.id}/services`, { incubatee: firm.id, kind: 'ip', on: '2025-05-01', by: '示例事务所', note: '专利布局' });
    const foreign = (await firmIn(service, office, maker, '别家企业', { to: '2026-03-02' })).id;
    expect((await refused(incubator.manager.post(`/platforms/${incubator.id}/services`, { incubatee: foreign, kind: 'ip', on: '2025-05-01', by: 'x', note: 'x' }))).body.code).toBe('incubatee:not-of-platform');
    const { activity } = await incubator.manager.post<{ activity: string }>(`/platforms/${incubator.id}/activities`, { title: '融资沙龙', kind: 'salon', on: '2025-06-01' });
    const attendance = (came: object[]) => incubator.manager.put(`/platforms/${incubator.id}/activities/${activity}/attendance`, { came, people: 30 });
    await attendance([{ incubatee: firm.id, people: 2 }, { incubatee: other.id, people: 1 }]);
    await attendance([{ incubatee: firm.id, people: 3 }]);
    expect((await refused(attendance([{ incubatee: foreign, people: 1 }]))).body.code).toBe('incubatee:not-of-platform');
    expect((await incubator.manager.all<{ id: string; people: number; firms: object[] }>(`/platforms/${incubator.id}/activities`))).toMatchObject([{ title: '融资沙龙', people: 30, firms: [{ firm: '甲公司', people: 3 }] }]);
    expect(await maker.manager.all(`/platforms/${incubator.id}/services`)).toEqual([]);
    const { figures } = await office.get<{ figures: { key: string; value: number }[] }>(`/platforms/${incubator.id}/years/2025`);
    expect(Object.fromEntries(figures.map(({ key, value }) => [key, value]))).toMatchObject({ 'staff-platform': 1, 'staff-trained': 1, services: 1, activities: 1, people: 30 });
  });

  it('extends a contract as far as the rule for its field allows, and warns 90 days before its end', async () => {
    const extend = (who: FirmIn, to: string) => incubator.manager.post(`/incubatees/${who.id}/extend`, { to, reason: '产品尚在验证' });
    const long = await refused(extend(firm, '2029-03-03'));
    expect([long.body.code, long.body.detail]).toEqual(['contract:term-too-long', expect.stringContaining('48')]);
    await incubator.manager.put(`/incubatees/${firm.id}`, { field: 'biomedicine', profile: { founderKind: 'scientist', registeredCapital: 100_000_000 } });
    await extend(firm, '2030-03-02');
    expect((await refused(extend(firm, '2030-03-03'))).body.code).toBe('contract:term-too-long');
    expect(await firm.team.get<object>(`/incubatees/${firm.id}`)).toMatchObject({ contractTo: '2030-03-02', profile: { founderKind: 'scientist', registeredCapital: 100_000_000 } });
  });

  it('moves a firm up the ladder with one history, and ends its lease', async () => {
    const small = await firmIn(service, office, maker, '丙团队', { from: '2025-08-01', to: '2026-07-31' });
    const move = { incubatee: small.id, firm: '丙公司', from: '2025-09-01', to: '2028-08-31', facts: CHECKED };
    expect((await refused(incubator.manager.post(`/platforms/${incubator.id}/admissions`, move))).body.code).toBe('incubatee:no-move-open');
    await maker.manager.post(`/incubatees/${small.id}/open-move`, { platform: incubator.id });
    expect(await told(incubator.manager, 'move-opened')).toEqual(['丙团队 可转入贵载体']);
    expect((await refused(incubator.manager.post(`/platforms/${incubator.id}/admissions`, { ...move, from: '2025-08-01' }))).body.code).toBe('incubatee:moved-too-early');
    await incubator.manager.post(`/platforms/${incubator.id}/admissions`, move);
    const seen = await small.team.get<{ platform: { name: string }; way: object[]; firm: string }>(`/incubatees/${small.id}`);
    expect([seen.platform.name, seen.firm]).toEqual(['孵化器', '丙公司']);
    expect(seen.way).toEqual([
      { as: 'incubatee', platform: '众创空间', from: '2025-08-01', until: '2025-08-31' },
      { as: 'incubatee', platform: '孵化器', from: '2025-09-01', until: null },
    ]);
    // The platform it came from still sees what it brought up, and changes nothing there.
    expect((await maker.manager.get<{ state: string }>(`/incubatees/${small.id}`)).state).toBe('admitted');
    expect((await refused(maker.manager.post(`/incubatees/${small.id}/let-go`, { reason: '不应当可以' }))).status).toBe(403);
    const { steps } = await small.team.get<{ steps: { events: { name: string; payload: { climb?: string } }[] }[] }>(`/projects/${small.project}/history`);
    expect(steps.flatMap(({ events }) => events).find(({ name }) => name === 'incubatee:moved')?.payload.climb).toBe('up');
  });

  it('lets firms go and makes them go, with reasons; their leases end', async () => {
    const gone = await firmIn(service, office, incubator, '丁公司');
    const thrown = await firmIn(service, office, incubator, '戊公司');
    const { id: lease } = await incubator.manager.post(`/platforms/${incubator.id}/leases`, { unit: units[1]!.id, incubatee: gone.id, from: '2026-01-01', to: '2026-12-31' });
    await incubator.manager.post(`/incubatees/${gone.id}/let-go`, { reason: '搬往外地经营' });
    await incubator.manager.post(`/incubatees/${thrown.id}/remove`, { reason: '长期不填报数据' });
    expect(await told(thrown.team, 'incubatee-removed')).toEqual(['戊公司 被清退']);
    expect(await office.get<object>(`/incubatees/${gone.id}`)).toMatchObject({ state: 'left', stays: [{ ended: 'left', reason: '搬往外地经营', until: '2025-08-14' }] });
    expect(await office.get<object>(`/leases/${lease}`)).toMatchObject({ state: 'ended', owed: 0 });
    // What was let for later is free again.
    await incubator.manager.post(`/platforms/${incubator.id}/leases`, { unit: units[1]!.id, incubatee: firm.id, from: '2026-01-01', to: '2026-12-31' });
    expect((await refused(thrown.team.post(`/incubatees/${thrown.id}/reports`, { period: '2025-Q2', figures: FIGURES }))).body.code).toBe('incubatee:not-admitted');
  });

  it('graduates by rule with a certificate that anyone can check, then asks once a year for five years', async () => {
    expect((await refused(incubator.manager.post(`/incubatees/${other.id}/graduate`, { facts: {} }))).body.code).toBe('graduation:unmet');
    const { certificate } = await incubator.manager.post<{ id: string; certificate: string }>(`/incubatees/${other.id}/graduate`, { facts: { 'high-tech-enterprise': true } });
    const nobody = service.visitor('nobody');
    expect(await nobody.get<object>(`/graduates/${certificate}`)).toEqual({ valid: true, firm: '乙公司', platform: '孵化器', on: '2025-08-14', code: certificate });
    expect(await nobody.get<object>('/graduates/0000000000000000')).toEqual({ valid: false });
    expect(await nobody.get<object>(`/graduates/${'x'.repeat(150)}`)).toEqual({ valid: false });
    for (const junk of ['%00', '00000000%000000000']) expect((await refused(nobody.get(`/graduates/${junk}`))).status).toBe(404);
    const paper = await other.team.raw('GET', `/incubatees/${other.id}/certificate`);
    expect([paper.headers.get('content-type'), Buffer.from(await paper.arrayBuffer()).subarray(0, 4).toString()]).toEqual(['application/pdf', '%PDF']);
    expect((await refused(firm.team.get(`/incubatees/${firm.id}/certificate`))).status).toBe(404);
    // Its quarters of the year go on; from the next year on it reports by the year, for five years.
    const due = async () => (await other.team.get<{ period: string }>(`/incubatees/${other.id}/reports/next`)).period;
    const asked: string[] = [];
    for (const at of ['2025-10-16', '2026-01-16', '2027-03-02', '2028-03-01', '2029-03-02', '2030-03-02', '2031-03-02', '2032-03-02']) {
      asked.push(await due());
      await service.moveTo(`${at}T00:00:00+08:00`);
    }
    expect(asked.slice(0, 7)).toEqual(['2025-Q3', '2025-Q4', '2026', '2027', '2028', '2029', '2030']);
    const { rows } = await service.database.pool.query("SELECT 1 FROM deadline WHERE aggregate_id = $1 AND name = 'report:due'", [other.id]);
    expect(rows).toEqual([]);
    await other.team.post(`/incubatees/${other.id}/reports`, { period: '2030', figures: FIGURES });
    expect((await refused(other.team.post(`/incubatees/${other.id}/reports`, { period: '2031', figures: FIGURES }))).body.code).toBe('report:not-its-period');
    expect((await refused(other.team.post(`/incubatees/${other.id}/reports`, { period: '2026-Q1', figures: FIGURES }))).body.code).toBe('report:wrong-cadence');
  });

  it('hands out the yearly statistics as a workbook', async () => {
    const reply = await incubator.manager.raw('GET', `/platforms/${incubator.id}/years/2025/statistics`);
    expect(reply.status).toBe(200);
    const book = Buffer.from(await reply.arrayBuffer());
    const own = new Map((await readSheet(book, '载体 2025')).map(([name, value]) => [name, value]));
    expect([own.get('年末在孵企业'), own.get('当年毕业'), own.get('当年退出及清退'), own.get('场地面积（平方米）'), own.get('创业导师')]).toEqual([2, 1, 2, 300, 2]);
    const firms = await readSheet(book, '企业 2025');
    expect(firms).toHaveLength(1 + 5);
    const column = firms[0]!.indexOf('营业收入（千元）');
    // 820,000 and 1,010,000 yuan.
    expect(firms.find(([name]) => name === '甲公司')![column]).toBe(1830);
    await incubator.manager.put(`/platforms/${incubator.id}/years/2025`, { figures: { serviceIncome: 50_000_000, fund: 500_000_000 } });
    const { figures } = await office.get<{ figures: { key: string; value: number }[] }>(`/platforms/${incubator.id}/years/2025`);
    // 500,000 yuan stated and 950 of the microscope's booking make 501 thousand, 1,500 yuan of rent 2.
    expect(Object.fromEntries(figures.map(({ key, value }) => [key, value]))).toMatchObject({ income: 502, 'income-service': 501, 'income-property': 2, fund: 5000, mentored: 2, 'mentoring-hours': 1.83 });
    expect((await refused(firm.team.raw('GET', `/platforms/${incubator.id}/years/2025`).then((r) => (r.ok ? r : firm.team.get(`/platforms/${incubator.id}/years/2025`))))).status).toBe(404);
    expect((await refused(incubator.manager.put(`/platforms/${incubator.id}/years/2999`, { figures: {} }))).body.code).toBe('platform:wrong-year');
    for (const year of ['20x5', '25', encodeURIComponent('../etc')]) for (const path of [`years/${year}`, `years/${year}/statistics`, `facilities/use/${year}`]) expect((await office.raw('GET', `/platforms/${incubator.id}/${path}`)).status).toBe(404);
  });

  it('has a firm in one platform only, when twenty take it at the same moment', async () => {
    const race = { project: '争抢', firm: '争抢公司', registeredOn: '2031-01-01', from: '2032-03-01', to: '2033-03-02', facts: CHECKED, creditCode: creditCode('91350100M000100Y5') };
    const tries = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => (n % 2 ? maker : incubator).manager.post<{ id: string }>(`/platforms/${(n % 2 ? maker : incubator).id}/incubatees`, race)));
    const taken = tries.flatMap((one, n) => (one.status === 'fulfilled' ? [{ id: one.value.id, by: n % 2 ? maker : incubator }] : []));
    expect(taken).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ body: { code: 'incubatee:in-another-platform' } });
  });

  it('knows where a firm was on every day, whatever is done with it', async () => {
    const hosts = () => [maker, incubator, accelerator];
    const step = fc.record({ does: fc.constantFrom('move', 'move', 'move', 'graduate', 'let-go'), to: fc.integer({ min: 0, max: 2 }), after: fc.integer({ min: -5, max: 200 }) });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async (steps) => {
        const one = await firmIn(service, office, maker, `漫游企业${++n}`, { registeredOn: '2031-06-01', from: '2032-01-01', to: '2033-12-31' });
        let at = '2032-01-01';
        for (const { does, to, after } of steps) {
          const host = hosts()[to]!;
          at = daysAfter(at, after);
          const attempt = async () => {
            if (does === 'graduate') await office.post(`/incubatees/${one.id}/graduate`, { facts: { 'high-tech-enterprise': true } });
            else if (does === 'let-go') await office.post(`/incubatees/${one.id}/let-go`, { reason: '随机离开载体' });
            else {
              await office.post(`/incubatees/${one.id}/open-move`, { platform: host.id });
              await office.post(`/platforms/${host.id}/admissions`, { incubatee: one.id, firm: '漫游企业', from: at, to: daysAfter(at, 400), facts: CHECKED });
            }
          };
          await attempt().catch((error: { body?: { code?: string } }) => expect(error.body?.code).toMatch(/^(state:not-allowed|incubatee:|contract:|admission:)/));
        }
        const { way, state } = await office.get<{ state: string; way: { as: string; from: string; until: string | null }[] }>(`/incubatees/${one.id}`);
        for (const [i, phase] of way.entries()) expect(phase.until).toBe(i === way.length - 1 ? null : daysAfter(way[i + 1]!.from, -1));
        expect(way.at(-1)!.as).toBe({ admitted: 'incubatee', graduated: 'graduate', left: 'left' }[state]);
      }),
      { numRuns: 12, seed: 11 },
    );
    const { rows } = await service.database.pool.query('SELECT 1 FROM stay a JOIN stay b ON a.project_id = b.project_id AND a.id < b.id AND a."from" <= coalesce(b."until", \'9999\') AND b."from" <= coalesce(a."until", \'9999\')');
    expect(rows).toEqual([]);
  });

  it('lets a platform ask by the month, and changes the pace without a day in two reports', async () => {
    const monthly = await firmIn(service, office, maker, '按月企业', { registeredOn: '2031-06-01', from: '2032-04-01', to: '2033-03-31' });
    await maker.manager.put(`/platforms/${maker.id}`, { reportEvery: 'month' });
    const next = async () => (await monthly.team.get<{ period: string }>(`/incubatees/${monthly.id}/reports/next`)).period;
    await service.moveTo('2032-07-16T00:00:00+08:00');
    await monthly.team.post(`/incubatees/${monthly.id}/reports`, { period: '2032-Q2', figures: FIGURES });
    await service.moveTo('2032-08-16T00:00:00+08:00');
    expect(await next()).toBe('2032-07');
    await monthly.team.post(`/incubatees/${monthly.id}/reports`, { period: '2032-07', figures: { ...FIGURES, revenue: 33_000_000, research: 4_000_000, spending: 30_000_000 } });
    expect(await next()).toBe('2032-08');
    await maker.manager.put(`/platforms/${maker.id}`, { reportEvery: 'quarter' });
    expect((await refused(monthly.team.post(`/incubatees/${monthly.id}/reports`, { period: '2032-Q3', figures: FIGURES }))).body.code).toMatch(/report:(overlaps|period-not-over)/);
  });

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });
});
