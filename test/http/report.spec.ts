import { readTable } from '#platform';
import readXlsxFile from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { firstDistrict, secondDistrict } from '../support/published-districts.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';

interface Line {
  readonly key: string;
  readonly of: string;
  readonly measure: string;
  readonly value: number;
  readonly fresh: number;
  readonly before: number | null;
  readonly change: { readonly kind: string; readonly percent?: number; readonly times?: number };
  readonly density: number | null;
  readonly intensity: number | null;
  readonly target: { readonly value: number; readonly percent: number } | null;
  readonly sources: { readonly key: string }[];
}
interface Report {
  readonly knownAt: string;
  readonly sections: { readonly lines: Line[] }[];
}

const YI = 10_000_000_000;

/** A service whose district has the records of a published one, as on the second of January 2024. */
async function districtOf(fill: (service: TestService, district: string) => Promise<void>) {
  const service = await startTestService({ now: '2024-01-02T09:00:00+08:00' });
  const office = await service.office();
  const { id } = await service.database.prisma.district.findFirstOrThrow();
  await fill(service, id);
  // So that the numbers of the records grow by a digit among them.
  await service.database.pool.query("SELECT setval('tally_id_seq', 5000)");
  await office.post('/figures/recount');
  const report = async (query: string) => new Map((await office.get<Report>(`/report?${query}`)).sections.flatMap(({ lines }) => lines).map((line) => [line.key, line]));
  return { service, office, report };
}

describe('the innovation report prints what was published', () => {
  let service: TestService;
  let office: Visitor;
  let report: (query: string) => Promise<Map<string, Line>>;

  beforeAll(async () => ({ service, office, report } = await districtOf(firstDistrict)));
  afterAll(() => service.stop());

  it('of the first district at the end of 2023', async () => {
    const lines = await report('day=2023-12-31');
    const values = (...keys: string[]) => keys.map((key) => lines.get(key)!.value);
    expect(lines.get('cultivated')).toMatchObject({ value: 154, target: { value: 54, percent: 285.2 } });
    expect([lines.get('holders-high-tech-enterprise'), lines.get('holders-municipal-tech-firm')]).toMatchObject([{ value: 194, fresh: 22 }, { value: 1_530, fresh: 277 }]);
    expect(values('holders-specialised-firm', 'holders-little-giant')).toEqual([87, 5]);
    expect(values('contracts', 'contract-amount')).toEqual([165, 4.2 * YI]);
    expect(lines.get('contract-amount')).toMatchObject({ before: 2.77 * YI, change: { kind: 'percent', percent: 51.62 } });
    expect((await report('day=2022-12-31')).get('contract-amount')).toMatchObject({ value: 2.77 * YI, change: { kind: 'times', times: 90 } });
    expect(values('platforms', 'research-platforms', 'service-platforms', 'higher-platforms')).toEqual([189, 147, 42, 128]);
    expect(values('national-incubators', 'national-maker-worlds', 'national-maker-spaces')).toEqual([1, 2, 3]);
    expect([lines.get('entries')!.value > 400, lines.get('entries-outside')!.value > 50, lines.get('invested')!.value > 60]).toEqual([true, true, true]);
    expect([...values('national-silver', 'municipal-gold'), lines.get('winners')!.fresh]).toEqual([1, 1, 6]);
    expect(values('loan-amount')).toEqual([3.84 * YI]);
    expect(values('envoys', 'envoy-teams', 'envoy-activities', 'problems-solved', 'technologies-brought')).toEqual([62, 8, 5, 28, 51]);
    expect([...values('district-projects', 'rural-asked', 'rural-won'), lines.get('promotions')!.value > 130, lines.get('institutes')!.value > 60, lines.get('joint-projects')!.value > 90]).toEqual([5, 30, 0.15 * YI, true, true, true]);
    expect(values('talents-registered', 'talent-fund', 'academician-stations', 'postdoctoral-stations')).toEqual([2_578, 0.1 * YI, 2, 7]);
  });

  it('of the same district in autumn: densities by one GDP, research and results against the same months', async () => {
    const october = await report('day=2023-10-31');
    expect(['holders-municipal-tech-firm', 'holders-tech-based-sme', 'holders-high-tech-enterprise', 'holders-high-growth-firm'].map((key) => october.get(key)!.density)).toEqual([255.8, 17.9, 32.1, 5.52]);
    const september = await report('day=2023-09-30');
    expect(september.get('industrial-research')).toMatchObject({ value: 16.9 * YI, change: { kind: 'percent', percent: 91.87 } });
    const achievements = september.get('achievements')!;
    expect([achievements.value, Math.round(achievements.change.percent!)]).toEqual([168, 118]);
    // "128, up 89.7 %" has no whole number for its base (67 gives 91.0 %, 68 gives 88.2 %): the count is met, the rate can't be.
    expect((await report('day=2022-12-31')).get('achievements')).toMatchObject({ value: 128, before: 67, change: { percent: 91.04 } });
  });

  it('opens every figure to records that add up to it, and each record to its history', async () => {
    for (const { key, value, fresh, of, measure } of (await report('day=2023-12-31')).values()) {
      const behind = async (which: string) => {
        const { items } = await office.get<{ items: { amount: number | null }[] }>(`/figures/records?figure=${key}&day=2023-12-31&which=${which}&limit=5000`);
        return measure === 'amount' ? items.reduce((sum, { amount }) => sum + amount!, 0) : items.length;
      };
      expect([key, await behind('counted'), of === 'stock' ? await behind('new') : fresh]).toEqual([key, value, fresh]);
    }
    const first = await office.get<{ items: { id: string; aggregate: string }[]; next: number | null }>('/figures/records?figure=talents-registered&day=2023-12-31&limit=1000');
    const pages = [first];
    while (pages.at(-1)!.next !== null) pages.push(await office.get(`/figures/records?figure=talents-registered&day=2023-12-31&limit=1000&after=${pages.at(-1)!.next}`));
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(2_578);
    // In the order of their numbers, of however many digits, or a page would leave some out.
    const numbers = pages.flatMap(({ items }) => items.map(({ id }) => Number(id)));
    expect(new Set(numbers.map((number) => String(number).length)).size).toBeGreaterThan(1);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    for (const format of ['xlsx', 'csv']) {
      const { lines } = await readTable(Buffer.from(await (await office.raw('GET', `/figures/records/table?figure=talents-registered&day=2023-12-31&format=${format}`)).arrayBuffer()));
      expect(lines.map(({ cells }) => cells['对象'])).toEqual(pages.flatMap(({ items }) => items.map(({ aggregate }) => aggregate)));
    }
    expect((await refused(office.get('/figures/records?figure=contracts&after=nonsense'))).status).toBe(422);
  });

  it('is made again exactly as it was known, whatever becomes known later', async () => {
    const { id, sha256 } = await office.post<{ id: string; sha256: string }>('/report/issued', { title: '2023 年创新报表', day: '2023-12-31' });
    const { knownAt } = await office.get<Report>('/report?day=2023-12-31');
    const before = await office.get<Report>(`/report?day=2023-12-31&knownAt=${knownAt}`);
    // On the very same day: a firm loses its certificate, another comes, the GDP is corrected.
    const { items } = await office.get<{ items: { aggregate: string }[] }>('/figures/records?figure=holders-little-giant&day=2023-12-31');
    const [giant] = await service.database.prisma.qualification.findMany({ where: { firmId: items[0]!.aggregate, key: 'little-giant' } });
    await office.post(`/qualifications/${giant!.id}/cancel`, { on: '2023-12-01', reason: '隐瞒重大情况' });
    const { id: newcomer } = await office.post('/firms', { name: '迟到的企业' });
    await office.post(`/firms/${newcomer}/papers`, { register: 'contract', kind: 'service', title: '补登', number: 'late-1', on: '2023-11-01', amount: 100_000_00 });
    await office.post('/statistics', { metric: 'gdp', period: '2022', value: 6_000_000_000_000, source: '修订' });
    await service.settle();
    const now = await report('day=2023-12-31');
    expect([now.get('holders-little-giant')!.value, now.get('contracts')!.value, now.get('gdp')!.value]).toEqual([4, 166, 6_000_000_000_000]);
    expect(await office.get<Report>(`/report?day=2023-12-31&knownAt=${knownAt}`)).toEqual(before);
    expect(await office.get<object>(`/report/issued/${id}`)).toMatchObject({ title: '2023 年创新报表', sha256, again: { same: true, sha256, differs: [] } });
    // A year later as well, when that day is no longer the last that anything became known on.
    await service.moveTo('2025-01-15T09:00:00+08:00');
    await office.post(`/firms/${newcomer}/papers`, { register: 'contract', kind: 'service', title: '再补登', number: 'late-2', on: '2023-11-02', amount: 100_000_00 });
    await service.settle();
    expect((await report('day=2023-12-31')).get('contracts')!.value).toBe(167);
    expect(await office.get<Report>(`/report?day=2023-12-31&knownAt=${knownAt}`)).toEqual(before);
    expect(await office.get<object>(`/report/issued/${id}`)).toMatchObject({ again: { same: true } });
    expect((await office.get<{ items: object[] }>('/report/issued')).items).toHaveLength(1);
    expect((await refused(office.post('/report/issued', { title: '太早', day: '2030-01-01' }))).body.code).toBe('report-page:day-to-come');
    const { records } = await office.get<{ records: { knownTo: string | null; until: string | null }[] }>(`/figures/history/${items[0]!.aggregate}`);
    expect(records.some(({ knownTo }) => knownTo !== null) && records.some(({ knownTo, until }) => knownTo === null && until === '2023-12-01')).toBe(true);
  });

  it('leaves as a workbook and on paper, in both languages', async () => {
    const xlsx = await office.raw('GET', '/report/table?day=2022-12-31');
    const sheets = (await readXlsxFile(Buffer.from(await xlsx.arrayBuffer()))) as unknown as { sheet: string; data: (string | number | null)[][] }[];
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['指标', '历年', '全链条', '时点']);
    expect(sheets[0]!.data.find((row) => row[1] === '技术合同额')!.slice(0, 6)).toEqual(['研发与成果', '技术合同额', '2.77 亿元', '2.77 亿元', '304.4 万元', '增长 90 倍']);
    const paper = async (language: string) => {
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(await (await office.raw('GET', '/report/pdf?day=2022-12-31', { 'accept-language': language })).arrayBuffer())), { mergePages: true });
      return text.replaceAll(/\s+/g, ' ');
    };
    expect(await paper('zh-CN')).toContain('技术合同额');
    expect(await paper('en')).toContain('up 90 times');
    const stranger = await service.visitor('stranger').signUp();
    for (const path of ['/report', '/report/table', '/report/pdf', '/report/costs', '/report/merits', '/figures/records?figure=contracts', '/simulations/levers?rule=credit']) expect([path, (await refused(stranger.get(path))).status]).toEqual([path, 404]);
  });
});

it('prints what was published of the second district', async () => {
  const { service, report } = await districtOf(secondDistrict);
  const lines = await report('day=2023-12-31');
  const values = (...keys: string[]) => keys.map((key) => lines.get(key)!.value);
  expect(lines.get('research-spending')).toMatchObject({ value: 19.82 * YI, intensity: 2.43, change: { kind: 'no-base' } });
  expect(lines.get('contract-amount')).toMatchObject({ value: 0.2268 * YI, before: 0, change: { kind: 'from-zero' } });
  expect(values('incubators', 'maker-spaces', 'maker-worlds', 'platforms-cultivated')).toEqual([3, 8, 1, 10]);
  expect(lines.get('platform-space')!.value).toBeGreaterThan(150_000);
  expect(values('envoys', 'technology-managers')).toEqual([234, 3]);
  const [incubator] = await service.database.prisma.platform.findMany({ where: { kind: 'incubator' }, orderBy: { id: 'asc' } });
  const one = await report(`day=2023-12-31&place=${encodeURIComponent(incubator!.name)}`);
  expect([one.get('incubatees')!.value, one.get('incubatee-revenue')!.value > 6 * YI, one.get('incubatee-jobs')!.value]).toEqual([119, true, 401]);
  await service.stop();
});
