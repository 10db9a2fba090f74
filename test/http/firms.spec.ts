import { workbook, type Cell, ReactionRunner } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { creditCode as checked } from '../support/incubation.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';
import { notAsRecounted } from '../support/recounted.js';

const WAN = 1_000_000;
const creditCode = (n: number): string => checked(`91500100MA${String(n).padStart(7, '0')}`);

interface Gap {
  readonly metric: string;
  readonly missing: number | null;
}
interface Ruled {
  readonly rules: readonly { key: string; verdict: string; version: string; why: { en: string }[]; gaps: Gap[]; changes: { to: string; before: string; after: string }[] }[];
  readonly claims: readonly { id: string; key: string; state: string }[];
}

describe('the register of firms and what rules say of them', () => {
  let service: TestService;
  let office: Visitor;
  const firms: string[] = [];
  const ruled = async (firm: string, query = ''): Promise<Record<string, Ruled['rules'][number]>> => Object.fromEntries((await office.get<Ruled>(`/firms/${firm}/qualifications${query}`)).rules.map((rule) => [rule.key, rule]));

  beforeAll(async () => {
    service = await startTestService({ now: '2025-06-16T09:00:00+08:00' });
    office = await service.office();
  });
  afterAll(() => service.stop());

  const SME = { 'sme-staff': 100, 'sme-research-staff': 20, sales: 10_000 * WAN, cost: 9000 * WAN, 'total-assets': 10_000 * WAN, 'tax-research': 400 * WAN };
  const STANDING = { resident: true, 'prohibited-trade': false, 'incident-on': 'none', dishonest: false, 'national-award-on': 'none', 'provincial-institution': false, 'standard-on': 'none' };
  const factsOf = (years: object, standing: object) => ({ facts: [...Object.entries(years).map(([metric, value]) => ({ metric, period: '2024', value: value as number })), ...Object.entries(standing).map(([metric, value]) => ({ metric, value: value as boolean | string }))] });

  it('keeps one record a credit code, with facts and where they are from', async () => {
    for (let n = 0; n < 4; n++) firms.push((await office.post('/firms', { name: `示例企业${n}`, creditCode: creditCode(n), registeredOn: '2018-01-01', industry: 'industry' })).id);
    expect((await refused(office.post('/firms', { name: '重名', creditCode: creditCode(0) }))).body.code).toBe('firm:known');
    expect((await refused(office.post('/firms', { name: '错码', creditCode: `${creditCode(9).slice(0, 17)}${creditCode(9).endsWith('0') ? '1' : '0'}` }))).body.code).toBe('firm:credit-code');
    for (const firm of firms) await office.post(`/firms/${firm}/facts`, factsOf(SME, STANDING));
    for (const [metric, year, value] of [['turnover', '2024', 1], ['sales', undefined, 1], ['sales', '2024', -1], ['sales', '2024', 'many'], ['incident-on', undefined, 'yesterday'], ['resident', '2024', true]] as const)
      expect((await refused(office.post(`/firms/${firms[0]}/facts`, { facts: [{ metric, ...(year !== undefined && { period: year }), value }] }))).body.code).toMatch(/^firm:(unknown-metric|fact-wrong)$/);
    expect((await refused(office.post(`/firms/${firms[0]}/facts`, { facts: [{ metric: 'staff', period: '2024', value: 10 }, { metric: 'research-staff', period: '2024', value: 11 }] }))).body.code).toBe('firm:facts-contradict');
    await office.post(`/firms/${firms[0]}/describe`, { name: '示例企业零' });
    expect(await office.get<object>(`/firms/${firms[0]}`)).toMatchObject({ name: '示例企业零', formerNames: ['示例企业0'] });
    expect((await office.get<{ items: { id: string }[] }>(`/firms?search=${encodeURIComponent('示例企业0')}`)).items.map(({ id }) => id)).toEqual([firms[0]]);
  });

  it('judges every firm as facts arrive, and lists who is short of what: two firms by one patent', async () => {
    for (const [n, softwares] of [[0, 3], [1, 2], [2, 2], [3, 0]] as const) for (let k = 0; k < softwares; k++) await office.post(`/firms/${firms[n]}/papers`, { register: 'ip', kind: 'software', title: `软著${k}`, number: `SR-${n}-${k}`, on: '2023-05-05' });
    expect((await refused(office.post(`/firms/${firms[3]}/papers`, { register: 'ip', kind: 'software', title: '重号', number: 'SR-0-0', on: '2023-05-05' }))).body.code).toBe('firm:paper-known');
    expect((await refused(office.post(`/firms/${firms[3]}/papers`, { register: 'ip', kind: 'service', title: '错类', number: 'SR-9', on: '2023-05-05' }))).body.code).toBe('firm:paper-kind');
    await service.settle();
    // Staff 12 and research 30 points: three software copyrights make 60, two 54, none 42.
    expect(await Promise.all(firms.map(async (firm) => (await ruled(firm))['tech-based-sme']!.verdict))).toEqual(['pass', 'fail', 'fail', 'fail']);
    const short = await office.get<{ groups: { firms: number; metric: string; missing: number }[]; items: { firm: { id: string }; effort: number }[] }>('/qualification-gaps?rule=tech-based-sme');
    expect(short.groups[0]).toMatchObject({ firms: 2, metric: 'class-two-ip', missing: 1, en: 'class II IP' });
    expect(short.items.at(-1)!.firm.id).toBe(firms[3]);
    await office.post(`/firms/${firms[1]}/papers`, { register: 'ip', kind: 'software', title: '软著三', number: 'SR-1-9', on: '2024-05-05' });
    await service.settle();
    expect((await office.get<{ total: number }>('/qualification-gaps?rule=tech-based-sme')).total).toBe(2);
    expect((await office.get<{ items: object[] }>('/firm-papers?register=ip&limit=100')).items).toHaveLength(8);
  });

  it('keeps with a claim what the rules said and saw, whatever is learnt later', async () => {
    const before = new Date(Date.parse('2025-06-16T09:00:00+08:00')).toISOString();
    const claim = await office.post<{ id: string; verdict: string }>(`/firms/${firms[0]}/qualifications`, { key: 'tech-based-sme', kind: 'first' });
    expect(claim.verdict).toBe('pass');
    expect((await refused(office.post(`/firms/${firms[0]}/qualifications`, { key: 'tech-based-sme', kind: 'first' }))).body.code).toBe('qualification:claimed-already');
    await service.moveTo('2025-07-01T09:00:00+08:00');
    await office.post(`/firms/${firms[0]}/facts`, { facts: [{ metric: 'tax-research', period: '2024', value: 100 * WAN, note: '审计调整' }] });
    await service.settle();
    expect((await ruled(firms[0]!))['tech-based-sme']!.verdict).toBe('fail');
    expect((await ruled(firms[0]!, `?known=${before}`))['tech-based-sme']!.verdict).toBe('pass');
    const kept = await office.get<{ assessed: { verdict: string; score: { low: number } }; facts: Record<string, number> }>(`/qualifications/${claim.id}`);
    expect([kept.assessed.verdict, kept.assessed.score.low, kept.facts['tax-research']]).toEqual(['pass', 60, 400 * WAN]);
    const history = await office.get<{ items: { value: number; note: string | null }[] }>(`/firms/${firms[0]}/facts?metric=tax-research`);
    expect(history.items.map(({ value, note }) => [value, note])).toEqual([[100 * WAN, '审计调整'], [400 * WAN, null]]);
    // What is claimed against what the rules say today.
    const differs = await office.all<{ id: string; rules: { then: string; now: string } }>('/qualifications?differs=yes');
    expect(differs.map(({ id, rules }) => [id, rules.then, rules.now])).toEqual([[claim.id, 'pass', 'fail']]);
    await office.post(`/qualifications/${claim.id}/refuse`, { reason: '研发费用核减' });
    expect(await office.all('/qualifications?differs=yes')).toEqual([]);
  });

  it('adds a year up from its quarters where the year itself is not known', async () => {
    const { id } = await office.post('/firms', { name: '按季企业' });
    const shown = async () => (await ruled(id, '?on=2025-06-15'))['specialised-firm']!.gaps.map(({ metric }) => metric);
    for (const quarter of ['Q1', 'Q2', 'Q3']) await office.post(`/firms/${id}/facts`, { facts: [{ metric: 'research', period: `2024-${quarter}`, value: 25 * WAN }] });
    expect(await shown()).toContain('last-year-research');
    await office.post(`/firms/${id}/facts`, { facts: [{ metric: 'research', period: '2024-Q4', value: 25 * WAN }] });
    expect(await shown()).not.toContain('last-year-research');
    // The year as audited goes before its quarters.
    await office.post(`/firms/${id}/facts`, { facts: [{ metric: 'research', period: '2024', value: 99 * WAN }] });
    expect(await shown()).toContain('last-year-research');
    expect((await refused(office.post(`/firms/${id}/facts`, { facts: [{ metric: 'research', period: '2024-13', value: 1 }] }))).body.code).toBe('firm:fact-wrong');
    await service.settle();
  });

  it('answers that it depends on the experts where a band lies across the line', async () => {
    const three = (metric: string, value: number) => ['2022', '2023', '2024'].map((year) => ({ metric, period: year, value }));
    await office.post(`/firms/${firms[3]}/facts`, {
      facts: [
        ...[['sales', 4000], ['research', 400], ['research-in-china', 400], ['net-assets', 1000]].flatMap(([metric, value]) => three(metric as string, (value as number) * WAN)),
        ...three('conversions', 5),
        ...[['total-income', 4000 * WAN], ['high-tech-income', 3000 * WAN], ['staff', 100], ['research-staff', 20]].map(([metric, value]) => ({ metric: metric as string, period: '2024', value: value as number })),
        { metric: 'supported-field', value: true },
      ],
    });
    await office.post(`/firms/${firms[3]}/papers`, { register: 'ip', kind: 'invention', title: '发明一', number: 'ZL-1', on: '2023-05-05' });
    await service.settle();
    const answer = (await ruled(firms[3]!))['high-tech-enterprise']!;
    expect([answer.verdict, answer.why[0]!.en]).toEqual(['depends', 'it depends on the experts’ band']);
    await office.post(`/firms/${firms[3]}/facts`, { facts: [{ metric: 'expert-ip-points', value: 28 }, { metric: 'expert-management-points', value: 18 }] });
    expect((await ruled(firms[3]!))['high-tech-enterprise']!.verdict).toBe('pass');
  });

  it('reminds 180, 90 and 30 days before a certificate ends, and lets it expire', async () => {
    const { id } = await office.post(`/firms/${firms[3]}/qualifications`, { key: 'high-tech-enterprise', kind: 'first' });
    expect((await refused(office.post(`/qualifications/${id}/recognise`, { number: 'GR1', issuedOn: '2025-07-02' }))).body.code).toBe('day:to-come');
    await office.post(`/qualifications/${id}/recognise`, { number: 'GR2025500001', issuedOn: '2025-07-01' });
    expect(await office.get<object>(`/qualifications/${id}`)).toMatchObject({ state: 'recognised', expiresOn: '2028-06-30' });
    await service.settle();
    // The SME measure takes a high-tech certificate for its points.
    expect((await ruled(firms[3]!))['tech-based-sme']!.verdict).toBe('pass');
    const told = async () => (await office.all<{ id: string; kind: string; subject: string }>('/notifications')).filter(({ kind }) => kind === 'certificate-ending-office').map(({ subject }) => Number(/(\d+) 天/.exec(subject)![1])).sort((a, b) => b - a);
    for (const [day, expected] of [['2028-01-01', []], ['2028-01-02', [180]], ['2028-03-31', [180]], ['2028-04-01', [180, 90]], ['2028-05-30', [180, 90]], ['2028-05-31', [180, 90, 30]], ['2028-06-30', [180, 90, 30]]] as const) {
      await service.moveTo(`${day}T08:00:00+08:00`);
      expect([day, await told()]).toEqual([day, expected]);
    }
    expect((await office.get<{ state: string }>(`/qualifications/${id}`)).state).toBe('recognised');
    await service.moveTo('2028-07-01T00:00:00+08:00');
    expect((await office.get<{ state: string }>(`/qualifications/${id}`)).state).toBe('expired');
    const second = await office.post(`/firms/${firms[3]}/qualifications`, { key: 'high-tech-enterprise', kind: 're-review' });
    await office.post(`/qualifications/${second.id}/recognise`, { number: 'GR2028500001', issuedOn: '2028-07-01' });
    expect((await refused(office.post(`/qualifications/${(await office.post(`/firms/${firms[2]}/qualifications`, { key: 'high-tech-enterprise', kind: 'first' })).id}/recognise`, { number: 'GR2028500001', issuedOn: '2028-07-01' }))).body.code).toBe('qualification:number-known');
    await office.post(`/qualifications/${second.id}/cancel`, { on: '2028-07-01', reason: '两次未报年报' });
    expect((await office.get<{ state: string }>(`/qualifications/${second.id}`)).state).toBe('cancelled');
  });

  it('reads two records as one firm once they are merged, and as two again', async () => {
    const { id: twin } = await office.post('/firms', { name: '示例企业一（旧）' });
    await office.post(`/firms/${twin}/facts`, { facts: [{ metric: 'revenue', period: '2027', value: 5 * WAN }] });
    expect((await refused(office.post(`/firms/${twin}/merge`, { into: twin }))).body.code).toBe('firm:merge-with-itself');
    await office.post(`/firms/${twin}/merge`, { into: firms[1] });
    const merged = await office.get<{ facts: { metric: string }[]; merged: { id: string }[] }>(`/firms/${firms[1]}`);
    expect([merged.merged.map(({ id }) => id), merged.facts.some(({ metric }) => metric === 'revenue')]).toEqual([[twin], true]);
    expect((await office.all<{ id: string }>('/firms')).map(({ id }) => id)).not.toContain(twin);
    expect((await refused(office.post(`/firms/${twin}/facts`, { facts: [{ metric: 'revenue', period: '2027', value: 1 }] }))).body.code).toBe('firm:merged-away');
    expect((await refused(office.post(`/firms/${firms[1]}/merge`, { into: twin }))).body.code).toBe('firm:merge-with-itself');
    // Merged on, what is known of the first record goes along, in the record, its history and what rules see.
    const { id: third } = await office.post('/firms', { name: '示例企业一（新）' });
    await office.post(`/firms/${firms[1]}/merge`, { into: third });
    expect((await office.get<{ facts: { metric: string }[]; merged: { id: string }[] }>(`/firms/${third}`)).facts.some(({ metric }) => metric === 'revenue')).toBe(true);
    expect((await office.get<{ items: object[] }>(`/firms/${third}/facts?metric=revenue`)).items).toHaveLength(1);
    expect((await office.get<{ merged: { id: string }[] }>(`/firms/${third}`)).merged.map(({ id }) => id).sort()).toEqual([firms[1], twin].sort());
    await office.post(`/firms/${firms[1]}/unmerge`);
    await office.post(`/firms/${twin}/unmerge`);
    expect((await office.get<{ facts: { metric: string }[] }>(`/firms/${firms[1]}`)).facts.some(({ metric }) => metric === 'revenue')).toBe(false);
  });

  it('shows why a firm has its innovation points, what one more would bring, and the lists that they make', async () => {
    await office.post('/firms/recount');
    await service.settle();
    const told = await office.get<{ inForce: string; versions: { version: string; certainty: string; points: number; parts: { key: string; points: number; oneMore: number; most: number }[]; deductions: object[] }[] }>(`/firms/${firms[3]}/points?on=2025-06-15`);
    // On that day the first table held; the second is shown beside it.
    expect([told.inForce, told.versions.map(({ version, certainty }) => [version, certainty])]).toEqual(['1.0', [['1.0', 'example'], ['2.0', 'example']]]);
    const [first] = told.versions;
    const part = (key: string) => first!.parts.find((one) => one.key === key)!;
    // 4 million of research of the 5 million that give all 8 points of a growing firm; 10 % more of them for each 500,000.
    expect(part('research')).toMatchObject({ points: 6.4, most: 8, oneMore: 0.16 });
    expect(part('class-one')).toMatchObject({ points: 0.8, oneMore: 0.8 });
    expect(first!.points).toBeCloseTo(first!.parts.reduce((sum, { points }) => sum + points, 0), 6);
    await office.post(`/firms/${firms[3]}/facts`, { facts: [{ metric: 'dishonest', value: true }] });
    const after = (await office.get<typeof told>(`/firms/${firms[3]}/points?on=2025-06-15`)).versions[0]!;
    // The list costs 20, and being on it is a case within two years.
    expect([after.deductions.length, after.points]).toEqual([2, Math.max(0, Math.round((first!.points - 30) * 100) / 100)]);
    const list = await office.get<{ certainty: string; from: number; items: { points: number }[] }>('/innovation-lists?list=loans');
    expect([list.certainty, list.items.every(({ points }) => points >= list.from)]).toEqual(['example', true]);
  });

  it('shows the register to the office alone, and a firm to its own team', async () => {
    const team = await service.visitor('nobody').signUp();
    expect((await refused(team.get(`/firms/${firms[0]}`))).status).toBe(404);
    expect((await refused(team.post('/firms', { name: '擅自登记' }))).status).toBe(404);
    expect(await team.all('/firms')).toEqual([]);
  });

  it('keeps a record that verifies', async () => {
    expect(await office.get<object>('/operations/audit')).toMatchObject({ findings: [] });
    expect(await office.get<object>('/operations/dead-letters')).toEqual([]);
  });
});

describe('an import of five thousand firms with three hundred faulty rows', () => {
  let service: TestService;
  let office: Visitor;
  const COLUMNS = ['统一社会信用代码', '企业名称', '成立日期', '技术领域', '营业收入（万元）', '主营业务收入（万元）', '销售收入（高企口径）（万元）', '职工总数（科小口径）', '科技人员（科小口径，六个月以上）', '居民企业', '最近一次重大事故或严重违法'];
  const right = (n: number): Cell[] => [creditCode(n), `示例企业${n}`, '2019-03-01', '新材料', 1000 + n, 900 + n, 950, 100, 20, '是', '无'];
  /** Ways to be wrong, each with the column that is named. */
  const WRONG: readonly (readonly [column: string, spoil: (row: Cell[], n: number) => void])[] = [
    [COLUMNS[0]!, (row) => (row[0] = '91500100MA0000000X')],
    [COLUMNS[0]!, (row) => (row[0] = '')],
    [COLUMNS[1]!, (row) => (row[1] = '')],
    [COLUMNS[2]!, (row) => (row[2] = '2019-02-30')],
    [COLUMNS[2]!, (row) => (row[2] = '2031-01-01')],
    [COLUMNS[4]!, (row) => (row[4] = '约一千')],
    ['主营业务收入', (row) => (row[5] = 999_999)],
    [COLUMNS[7]!, (row) => (row[7] = -5)],
    [COLUMNS[9]!, (row) => (row[9] = '也许')],
    [COLUMNS[0]!, (row) => (row[0] = creditCode(1))],
  ];
  const expected: { line: number; column: string }[] = [];
  const rows = Array.from({ length: 5000 }, (_, n) => {
    const row = right(n);
    const kind = n % 16 === 5 && expected.length < 300 ? WRONG[expected.length % WRONG.length]! : undefined;
    if (kind) {
      kind[1](row, n);
      expected.push({ line: n + 2, column: kind[0].toLowerCase() });
    }
    return row;
  });
  const send = async (register: string, sheet: Buffer, year = '2024') => (await office.raw('POST', `/firm-imports?register=${register}&name=sheet.xlsx&period=${year}`, { 'content-type': 'application/octet-stream' }, sheet)).json() as Promise<{ id: string; right: number; fresh: number; known: number; faulty: number; code?: string }>;
  const left = async () => {
    const { prisma } = service.database;
    return Promise.all([prisma.firm.count(), prisma.firmFact.count(), prisma.firmPaper.count(), prisma.assessment.count(), prisma.qualification.count()]);
  };

  beforeAll(async () => {
    service = await startTestService({ now: '2025-06-16T09:00:00+08:00' });
    office = await service.office();
  });
  afterAll(() => service.stop());
  let first: string;

  it('shows each fault by row and column, and takes over nothing while there are any', async () => {
    const preview = await send('firms', await workbook([{ name: 'firms', columns: COLUMNS, rows }]));
    expect(preview).toMatchObject({ right: 4700, fresh: 4700, known: 0, faulty: 300 });
    first = preview.id;
    const { faults } = await office.get<{ faults: { line: number; column: string; zh: string; en: string }[] }>(`/firm-imports/${first}`);
    expect(faults.map(({ line, column }) => ({ line, column: column.toLowerCase() }))).toEqual(expected);
    for (const { zh, en } of faults) expect([zh.length > 1, en.length > 1]).toEqual([true, true]);
    expect((await refused(office.post(`/firm-imports/${first}/apply`, {}))).body.code).toBe('firm-import:faulty');
    expect(await left()).toEqual([0, 0, 0, 0, 0]);
  });

  it('takes the right rows over at once, judges each firm, and undo leaves nothing behind', async () => {
    expect(await office.post<object>(`/firm-imports/${first}/apply`, { leaveOut: true })).toMatchObject({ id: first, state: 'applied', taken: 4700, left: 300 });
    expect((await refused(office.post(`/firm-imports/${first}/apply`, { leaveOut: true }))).body.code).toBe('state:not-allowed');
    await service.settle();
    expect((await left()).slice(0, 2)).toEqual([4700, 4700 * 7]);
    const { prisma } = service.database;
    const judged = () => prisma.assessment.count({ where: { rule: 'tech-based-sme' } });
    expect(await judged()).toBe(4700);
    // They are judged some at a time; where the queue lost some of it, the last step judges who is left.
    const { id: event, districtId } = await prisma.event.findFirstOrThrow({ where: { name: 'firm-import:applied', aggregateId: first } });
    const lost = await prisma.assessment.findMany({ where: { rule: 'tech-based-sme' }, select: { firmId: true }, take: 300 });
    await prisma.assessment.deleteMany({ where: { firmId: { in: lost.map(({ firmId }) => firmId) } } });
    const owed = { districtId, reaction: 'assess-firms-on-import' };
    await prisma.pending.create({ data: { ...owed, eventId: event } });
    expect(await service.app.get(ReactionRunner).run({ district: districtId, reaction: owed.reaction, event, step: 'last' })).toBe('done');
    expect(await judged()).toBe(4700);
    const { items } = await office.get<{ items: { id: string }[] }>(`/firms?creditCode=${creditCode(0)}`);
    const firm = await office.get<{ facts: { metric: string; value: number; source: string; sourceId: string }[] }>(`/firms/${items[0]!.id}`);
    expect(firm.facts.find(({ metric }) => metric === 'revenue')).toMatchObject({ value: 1000 * WAN, source: 'import', sourceId: first });
    await office.post(`/firm-imports/${first}/undo`);
    await service.settle();
    expect(await left()).toEqual([0, 0, 0, 0, 0]);
    expect(await office.all('/firms')).toEqual([]);
    expect(await service.database.prisma.firmImport.findFirstOrThrow({ where: { id: first } })).toMatchObject({ rows: [] });
  }, 240_000);

  it('adds to firms that are known, takes papers and certificates to them, and is not undone under what stands on it', async () => {
    const small = (count: number) => workbook([{ name: 'firms', columns: COLUMNS, rows: Array.from({ length: count }, (_, n) => right(n)) }]);
    const one = await send('firms', await small(3));
    await office.post(`/firm-imports/${one.id}/apply`, {});
    const again = await send('firms', await small(5), '2023');
    expect(again).toMatchObject({ fresh: 2, known: 3 });
    await office.post(`/firm-imports/${again.id}/apply`, {});
    expect((await office.all('/firms')).length).toBe(5);
    expect((await refused(office.post(`/firm-imports/${one.id}/undo`))).body.code).toBe('firm-import:built-on');

    const ip = await workbook([{ name: 'ip', columns: ['统一社会信用代码', '类型', '名称或资质', '编号', '日期', '在用'], rows: [[creditCode(0), '发明专利', '发明', 'ZL1', '2023-01-01', '是'], [creditCode(0), '发明专利', '发明', 'ZL1', '2023-01-01', '是'], [creditCode(77), '发明专利', '发明', 'ZL2', '2023-01-01', '是'], [creditCode(1), '咨询', '错类', 'ZL3', '2023-01-01', '是'], [creditCode(1), '发明专利', '发明', 'ZL4', '2023-01-01', 'constructor']] }]);
    const papers = await send('ip', ip);
    const { faults } = await office.get<{ faults: { line: number; column: string }[] }>(`/firm-imports/${papers.id}`);
    expect(faults.map(({ line, column }) => [line, column])).toEqual([[3, '编号'], [4, '统一社会信用代码'], [5, '类型'], [6, '在用']]);
    await office.post(`/firm-imports/${papers.id}/apply`, { leaveOut: true });
    const contracts = await send('contract', await workbook([{ name: 'c', columns: ['统一社会信用代码', '类型', '合同名称', '编号', '日期', '合同金额（万元）', '技术交易额（万元）', '对方单位'], rows: [[creditCode(0), '技术开发', '合同', 'HT1', '2024-03-01', 120, 100.5, '某大学']] }]));
    await office.post(`/firm-imports/${contracts.id}/apply`, {});
    const [contract] = await office.all<{ id: string }>('/firm-papers?register=contract');
    expect(contract).toMatchObject({ kind: 'development', title: '合同', number: 'HT1', level: null, on: '2024-03-01', until: null, own: true, inUse: true, highValue: false, amount: 120 * WAN, technologyAmount: 1_005_000_00, party: '某大学' });
    const certificates = await send('certificates', await workbook([{ name: 'c', columns: ['统一社会信用代码', '资质名称', '证书编号', '发证日期'], rows: [[creditCode(0), '高新技术企业', 'GR1', '2023-10-16'], [creditCode(1), '科技型中小企业', '2025001', '2025-05-01']] }]));
    await office.post(`/firm-imports/${certificates.id}/apply`, {});
    await service.settle();
    const held = await office.all<{ id: string; key: string; expiresOn: string; state: string }>('/qualifications');
    expect(held.map(({ key, expiresOn, state }) => [key, expiresOn, state]).sort()).toEqual([['high-tech-enterprise', '2026-10-15', 'recognised'], ['tech-based-sme', '2026-03-31', 'recognised']]);
    const before = await left();
    await office.post(`/firm-imports/${certificates.id}/undo`);
    await office.post(`/firm-imports/${contracts.id}/undo`);
    await office.post(`/firm-imports/${papers.id}/undo`);
    await office.post(`/firm-imports/${again.id}/undo`);
    await service.settle();
    // Those that were there before are judged without what is gone.
    expect(await service.database.prisma.assessment.findMany({ distinct: ['firmId'] })).toHaveLength(3);
    await office.post(`/firm-imports/${one.id}/undo`);
    await service.settle();
    expect([before[0], await left()]).toEqual([5, [0, 0, 0, 0, 0]]);
  });

  it('says what can’t be read, and gives a template for each register', async () => {
    expect((await send('firms', Buffer.from('x'), '2025-03')).code).toBe('firm-import:period');
    expect((await send('firms', Buffer.from('no,such,columns\n1,2,3'))).code).toBe('firm-import:unreadable');
    for (const register of ['firms', 'certificates', 'ip', 'contract', 'achievement', 'talent', 'platform', 'award']) expect((await office.raw('GET', `/firm-imports/template.xlsx?register=${register}`)).status).toBe(200);
    const { id } = await send('firms', await workbook([{ name: 'firms', columns: COLUMNS, rows: [right(0)] }]));
    await office.post(`/firm-imports/${id}/drop`);
    expect((await refused(office.post(`/firm-imports/${id}/apply`, {}))).status).toBe(409);
    expect(await office.get<object>('/operations/audit')).toMatchObject({ findings: [] });
    expect(await office.get<object>('/operations/dead-letters')).toEqual([]);
  });

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });
});
