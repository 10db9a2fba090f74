import { PAPERS } from '../../apps/cli/demo/landing.js';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';
import { notAsRecounted } from '../support/recounted.js';

const PLEDGE = { industry: 'industry', investment: 20_000_000_00, output: 12_000_000_00, tax: 600_000_00, jobs: 40 };
const day = (month: number): string => `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
const daysFrom = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / 86_400_000;
const STEPS = ['negotiate', 'sign', 'break-ground', 'complete', 'start-production', 'reach-capacity'] as const;

/** The eighty deals of the test: in which month each takes which step, shows progress, and leaves. */
const DEALS = Array.from({ length: 80 }, (_, n) => {
  const declared = Math.floor(n * 0.6);
  const way = n % 10;
  const signed = declared + 2 + (n % 3);
  const months: Record<string, number> = { negotiate: declared + 1, sign: signed };
  if (![3, 9].includes(way)) months['break-ground'] = signed + 3;
  if (![3, 5, 6, 9].includes(way)) months['complete'] = signed + 12;
  if (![3, 5, 6, 7, 9].includes(way)) Object.assign(months, { 'start-production': signed + 15, 'reach-capacity': signed + 24 });
  const progress = way === 6 ? Array.from({ length: 40 }, (__, k) => signed + 5 + 2 * k) : [];
  return { n, declared, months, progress, ends: way === 9 ? signed + 1 : null };
});
const LAST = 59;

/** The lists as they should be, worked out from the plan above and nothing else. */
function expected(on: string) {
  const seen = DEALS.filter(({ declared }) => day(declared) <= on);
  const taken = ({ months }: (typeof DEALS)[number]) => STEPS.filter((step) => months[step] !== undefined && months[step] <= LAST && day(months[step]) <= on);
  const usual: Record<string, number> = { intent: 60, negotiate: 90, sign: 180, 'break-ground': 365, complete: 120, 'start-production': 540 };
  for (const step of Object.keys(usual)) {
    const spans = seen.flatMap((deal) => {
      const ways = ['intent', ...taken(deal)];
      const at = ways.indexOf(step);
      if (at < 0 || at + 1 >= ways.length) return [];
      const of = (name: string) => day(name === 'intent' ? deal.declared : deal.months[name]!);
      return [daysFrom(of(step), of(ways[at + 1]!))];
    });
    // The one that signed on its first day, and left.
    if (step === 'intent') spans.push(0);
    if (spans.length >= 5) usual[step] = spans.sort((a, b) => a - b)[Math.floor(spans.length / 2)]!;
  }
  const open = seen.filter(({ ends }) => ends === null || ends > LAST || day(ends) > on).map((deal) => {
    const step = taken(deal).at(-1) ?? 'intent';
    const since = day(step === 'intent' ? deal.declared : deal.months[step]!);
    const heard = deal.progress.filter((month) => month <= LAST && day(month) <= on).map(day).at(-1) ?? since;
    return { n: deal.n, step, days: daysFrom(since, on), quiet: daysFrom(heard, on) };
  });
  const of = (which: (one: (typeof open)[number]) => boolean) => open.filter(which).map(({ n }) => n).sort((a, b) => a - b);
  return {
    'signed-not-begun': of(({ step }) => step === 'sign'),
    'begun-not-building': of(({ step, quiet }) => step === 'break-ground' && quiet > 90),
    'built-not-producing': of(({ step }) => step === 'complete'),
    stalled: of(({ step, days }) => usual[step] !== undefined && days > 1.5 * usual[step]!),
  };
}

describe('a tree of parks, two hundred sites and eighty deals over five years', () => {
  let service: TestService;
  let office: Visitor;
  let parks: string[];
  let enclave: string;
  const sites: string[] = [];
  const deals = new Map<number, string>();
  const numberOf = (id: string) => [...deals].find(([, deal]) => deal === id)![0];

  beforeAll(async () => {
    service = await startTestService({ now: `${day(0)}T09:00:00+08:00` });
    office = await service.office();
  });
  afterAll(() => service.stop());

  it('has a zone with a core, areas, parks and an enclave, each with its way and tasks', async () => {
    const add = async (name: string, kind: string, parent?: string, more: object = {}) => (await office.post('/parks', { name, kind, ...(parent !== undefined && { parent }), ...more })).id;
    const zone = await add('示例农高区', 'zone');
    const core = await add('核心区', 'core', zone);
    const areas = await Promise.all([1, 2, 3].map((n) => add(`片区${n}`, 'area', zone)));
    enclave = await add('飞地园', 'enclave', zone, { partner: '邻区', partnerShare: 5000 });
    expect((await refused(office.post('/parks', { name: '无合作方', kind: 'enclave' }))).body.code).toBe('park:enclave-partner');
    parks = [await add('一园', 'park', core), await add('二园', 'park', areas[0]), await add('三园', 'park', areas[1]), enclave];
    const { items } = await office.get<{ items: { id: string; parent: string | null }[] }>('/parks?limit=50');
    expect(items.filter(({ parent }) => parent === zone)).toHaveLength(5);

    const { task } = await office.post<{ task: string }>(`/parks/${zone}/tasks`, { title: '建成公共检测平台', dueOn: '2021-06-30' });
    await office.post(`/parks/${zone}/steps`, { act: 'recognise', level: 'municipal', on: '2020-12-01', paper: '市科局〔2020〕1号' });
    await office.post(`/parks/${zone}/steps`, { act: 'cultivate', level: 'national', on: '2021-01-01', paper: '培育批复' });
    const shown = await office.get<{ level: string; steps: object[]; tasks: { late: boolean }[] }>(`/parks/${zone}`);
    expect([shown.level, shown.steps.length, shown.tasks[0]!.late]).toEqual(['municipal', 2, false]);
    expect((await refused(office.post(`/parks/${zone}/tasks/${task}/finish`, { on: '2021-02-01', evidence: '验收' }))).body.code).toBe('day:to-come');
    await office.post(`/parks/${zone}/tasks/${task}/finish`, { on: '2021-01-01', evidence: '验收意见' });
    expect((await refused(office.post(`/parks/${zone}/tasks/${task}/finish`, { on: '2021-01-01', evidence: '验收意见' }))).body.code).toBe('park:no-such-task');
  });

  it('takes two hundred sites, shows them on a picture, and matches them to needs with the reason for each that will not do', async () => {
    for (let n = 0; n < 200; n++) {
      const offer = n % 2 === 0 ? { kind: 'plot', discharge: n % 4 } : { kind: 'floor', load: 5 + (n % 20), height: 4 + (n % 6), power: 200 * (n % 5), price: 100_000 * (n % 10) };
      sites.push((await office.post(`/parks/${parks[n % 4]}/sites`, { code: `S-${n}`, area: 1000 + 37 * n, latitude: 29.5 + 0.001 * n, longitude: 106.5 + 0.002 * (n % 17), ...offer })).id);
    }
    expect((await refused(office.post(`/parks/${parks[0]}/sites`, { code: 'S-0', area: 5 }))).body.code).toBe('site:code-taken');
    const picture = await (await office.raw('GET', `/parks/${parks[0]}/map.svg`)).text();
    expect(picture.match(/<circle/g)!.length).toBe(50 + 3);
    const needs = { kind: 'floor', area: 2000, load: 10, height: 6, power: 400, price: 600_000 };
    const { id } = await office.post(`/parks/${parks[0]}/deals`, { ...PLEDGE, firm: '找地公司', needs });
    const found = await office.get<{ fitting: { code: string; score: number }[]; excluded: { code: string; excluded: { need: string; needed: number; has: number | null }[] }[] }>(`/deals/${id}/sites`);
    // The same by hand: every fact of each site follows from its number.
    const fits = (n: number) => n % 2 === 1 && 1000 + 37 * n >= 2000 && 5 + (n % 20) >= 10 && 4 + (n % 6) >= 6 && 200 * (n % 5) >= 400 && 100_000 * (n % 10) <= 600_000;
    expect(found.fitting.map(({ code }) => code).sort()).toEqual(sites.map((_, n) => n).filter(fits).map((n) => `S-${n}`).sort());
    expect(found.fitting.length + found.excluded.length).toBe(200);
    expect(found.fitting.map(({ score }) => score)).toEqual(found.fitting.map(({ score }) => score).sort((a, b) => b - a));
    expect(found.excluded.find(({ code }) => code === 'S-1')!.excluded).toEqual([{ need: 'area', needed: 2000, has: 1037 }, { need: 'load', needed: 10, has: 6 }, { need: 'height', needed: 6, has: 5 }, { need: 'power', needed: 400, has: 200 }]);
    const cheap = await office.get<{ fitting: { code: string }[] }>(`/deals/${id}/sites?area=0&price=1&reserve=0`);
    const price = (code: string) => Number(code.slice(2)) % 10;
    expect(cheap.fitting.map(({ code }) => price(code))).toEqual(cheap.fitting.map(({ code }) => price(code)).sort((a, b) => a - b));
    const best = sites[Number(found.fitting[0]!.code.slice(2))]!;
    expect((await office.get<{ fitting: { deal: string }[] }>(`/sites/${best}/deals`)).fitting.map(({ deal }) => deal)).toEqual([id]);
    expect((await office.get<{ excluded: object[] }>(`/sites/${sites[0]}/deals`)).excluded).toHaveLength(1);
    await office.post(`/deals/${id}/end`, { reason: '改在外地选址' });
  });

  it('promises no site twice, however many ask at once', async () => {
    const asking = await Promise.all(Array.from({ length: 20 }, async (_, n) => (await office.post(`/parks/${parks[0]}/deals`, { ...PLEDGE, firm: `抢地公司${n}` })).id));
    const outcomes = await Promise.allSettled(asking.map((deal, n) => office.post(`/deals/${deal}/reserve`, { site: sites[4], from: day(0), until: n % 2 === 0 ? day(2) : day(1) })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect((outcome.reason as { body: { code: string } }).body.code).toBe('site:held');
    const holder = asking[outcomes.findIndex(({ status }) => status === 'fulfilled')]!;
    expect((await refused(office.post(`/sites/${sites[4]}/retire`))).body.code).toBe('site:held');
    const other = asking.find((deal) => deal !== holder)!;
    expect((await refused(office.post(`/deals/${other}/sign`, { site: sites[4], on: day(0), evidence: await office.prove(other, 'agreement') }))).body.code).toBe('site:held');
    await office.post(`/deals/${holder}/give-up-reservation`, { site: sites[4], reason: '另选他处' });
    const signing = await Promise.allSettled(await Promise.all(asking.slice(0, 8).map(async (deal) => ({ deal, evidence: await office.prove(deal, 'agreement') }))).then((ready) => ready.map(({ deal, evidence }) => office.post(`/deals/${deal}/sign`, { site: sites[4], on: day(0), evidence }))));
    expect(signing.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const deal of asking) await office.post(`/deals/${deal}/end`, { reason: '未能落地' });
    const { state, history } = await office.get<{ state: string; history: object[] }>(`/sites/${sites[4]}`);
    expect([state, history.length]).toEqual(['free', 0]);
  });

  it('goes five years: steps with papers on file, plan against fact', async () => {
    for (let month = 0; month <= LAST; month++) {
      await service.moveTo(`${day(month)}T10:00:00+08:00`);
      for (const { n, declared, months, progress, ends } of DEALS) {
        if (declared === month) {
          const { id } = await office.post(`/parks/${parks[n % 4]}/deals`, { ...PLEDGE, firm: `落地公司${n}`, investedBy: day(declared + 24), yieldBy: day(declared + 30), consequences: [{ belowPercent: 80, follows: '收回差额优惠' }] });
          deals.set(n, id);
          await office.post(`/deals/${id}/plan`, { steps: STEPS.flatMap((step) => (months[step] === undefined ? [] : [{ step, on: day(months[step]) }])) });
        }
        const deal = deals.get(n)!;
        const step = STEPS.find((one) => months[one] === month);
        if (step === 'sign') await office.post(`/deals/${deal}/sign`, { site: sites[n], on: day(month), evidence: await office.prove(deal, 'agreement') });
        else if (step) await office.post(`/deals/${deal}/advance`, { step, on: day(month), evidence: await office.prove(deal, ...PAPERS[step]!) });
        if (progress.includes(month)) await office.post(`/deals/${deal}/progress`, { on: day(month), percent: 50, note: '主体施工', proof: '照片' });
        if (ends === month) await office.post(`/deals/${deal}/end`, { reason: '资金未到位，退出' });
      }
    }
    const { items } = await office.get<{ items: { id: string; steps: { step: string; plannedOn: string | null; on: string | null }[] }[] }>(`/parks/${parks[0]}/chart`);
    for (const { id, steps } of items.filter(({ id }) => [...deals.values()].includes(id))) {
      const { months } = DEALS[numberOf(id)]!;
      for (const { step, plannedOn, on } of steps) expect([plannedOn, on]).toEqual([day(months[step]!), months[step]! <= LAST ? day(months[step]!) : null]);
    }
    const bars = await (await office.raw('GET', `/parks/${parks[0]}/chart.svg`)).text();
    expect(bars.match(/实际 fact/g)!.length).toBe(items.reduce((sum, { steps }) => sum + steps.filter(({ on }) => on !== null).length, 0));
  }, 300_000);

  it.each([day(12), day(24), day(36), day(47), day(59)])('lists whom to chase as it should on %s', async (on) => {
    const { lists } = await office.get<{ lists: { list: string; items: { deal: string }[] }[] }>(`/deals/chased?day=${on}`);
    const own = Object.fromEntries(lists.map(({ list, items }) => [list, items.flatMap(({ deal }) => ([...deals.values()].includes(deal) ? [numberOf(deal)] : [])).sort((a, b) => a - b)]));
    const wanted = expected(on);
    expect(own).toEqual(wanted);
    expect(Object.values(wanted).flat().length).toBeGreaterThan(5);
  });

  it('takes no step without its papers on file, out of order, or ahead of its day; and marks what is entered late', async () => {
    const { id } = await office.post(`/parks/${parks[0]}/deals`, { ...PLEDGE, firm: '缺件公司' });
    expect((await office.get<{ next: { step: string; papers: { kind: string }[] }[] }>(`/deals/${id}`)).next.map(({ step, papers }) => [step, papers.map(({ kind }) => kind)])).toEqual([['negotiate', ['meeting-note']], ['sign', ['agreement']]]);
    const short = await refused(office.post(`/deals/${id}/sign`, { site: sites[100], on: day(59), evidence: [] }));
    expect([short.status, short.body.code]).toEqual([422, 'deal:step-unproven']);
    const agreement = await office.prove(id, 'agreement');
    const elsewhere = await office.prove(deals.get(0)!, 'agreement');
    expect((await refused(office.post(`/deals/${id}/sign`, { site: sites[100], on: day(59), evidence: elsewhere }))).body.code).toBe('deal:paper-not-on-file');
    expect((await refused(office.post(`/deals/${id}/sign`, { site: sites[100], on: day(58), evidence: agreement }))).body.code).toBe('deal:step-disordered');
    expect((await refused(office.post(`/deals/${id}/sign`, { site: sites[100], on: day(60), evidence: agreement }))).body.code).toBe('day:to-come');
    await office.post(`/deals/${id}/sign`, { site: sites[100], on: day(59), evidence: agreement });
    await service.moveTo(`${day(59).slice(0, 8)}06T10:00:00+08:00`);
    await office.post(`/deals/${id}/advance`, { step: 'break-ground', on: day(59).replace(/01$/, '02'), evidence: await office.prove(id, 'building-permit', 'photo') });
    const { steps, creditedTo } = await office.get<{ creditedTo: string; steps: { step: string; late: boolean; evidence: { document: string }[] }[] }>(`/deals/${id}`);
    expect(steps.map(({ step, late }) => [step, late])).toEqual([['sign', false], ['break-ground', true]]);
    expect(await (await office.raw('GET', `/deals/${id}/papers/${steps[0]!.evidence[0]!.document}`)).text()).toContain('agreement');
    expect((await office.raw('GET', `/deals/${deals.get(0)}/papers/${steps[0]!.evidence[0]!.document}`)).status).toBe(404);
    expect(creditedTo).toBe('一园');

    // Enlarged or handed over, it stays one deal, and counts for whoever signed it first.
    expect((await refused(office.post(`/parks/${parks[1]}/deals`, { ...PLEDGE, firm: '缺件公司' }))).body.code).toBe('deal:running-already');
    await office.post(`/deals/${id}/enlarge`, { ...{ investment: 30_000_000_00, output: 15_000_000_00, tax: 1, jobs: 50 }, reason: '二期' });
    await office.post(`/deals/${id}/hand-over`, { firm: '接手公司', reason: '并购' });
    expect((await refused(office.post(`/deals/${id}/hand-over`, { park: parks[1], reason: '流转' }))).body.code).toBe('site:elsewhere');
    await office.post(`/deals/${id}/hand-over`, { park: parks[1], site: sites[101], reason: '流转' });
    const after = await office.get<{ firm: string; creditedTo: string; park: { id: string }; site: { id: string }; promised: { investment: number }; changes: object[] }>(`/deals/${id}`);
    expect([after.firm, after.creditedTo, after.park.id, after.site.id, after.promised.investment, after.changes.length]).toEqual(['接手公司', '一园', parks[1], sites[101], 30_000_000_00, 3]);
    expect((await office.get<{ state: string }>(`/sites/${sites[100]}`)).state).toBe('free');
    expect((await office.all<{ id: string; firm: string }>('/deals')).filter(({ firm }) => firm === '接手公司')).toHaveLength(1);
  });

  it('judges promises, splits an enclave’s actuals to the fen, and counts who rose above scale in its quarter', async () => {
    await office.post(`/parks/${enclave}/shares`, { year: '2025', output: 3333, tax: 5001, emission: 5000 });
    const [first, second] = [3, 11].map((n) => deals.get(n)!);
    const producing = [11, 31, 51].map((n) => deals.get(n)!);
    expect((await office.get<{ state: string }>(`/deals/${first}`)).state).toBe('contracted');
    expect((await refused(office.post(`/deals/${first}/yields`, { quarter: '2025-Q3', output: 1, tax: 0, jobs: 1 }))).body.code).toBe('deal:not-producing');
    const wrong = await refused(office.post(`/deals/${second}/yields`, { quarter: '2025-Q3', output: 1, tax: 2, jobs: 0 }));
    expect([wrong.body.code, (wrong.body as { errors?: object[] }).errors]).toEqual(['yield:impossible', [expect.objectContaining({ field: 'tax' }), expect.objectContaining({ field: 'jobs' })]]);
    for (const [k, deal] of producing.entries()) await office.post(`/deals/${deal}/yields`, { quarter: '2025-Q3', output: 7_000_000_01 + k, tax: 333_333_33 + k, jobs: 40, investment: 1 });
    await office.post(`/deals/${second}/yields/correct`, { quarter: '2025-Q3', output: 20_000_000_00, tax: 333_333_35, jobs: 41, reason: '漏报' });
    await service.settle();
    type Split = { whole: number; own: number; partner: number };
    const told = await office.get<{ day: string; output: Split; tax: Split; deals: { deal: string; split: { output: Split }; promises: { what: string; standing: string; expected: number; percent: number | null; follows: string[] }[] }[] }>(`/parks/${enclave}/commitments?year=2025`);
    expect(told.day).toBe('2025-09-30');
    expect(told.output.whole).toBe(20_000_000_00 + 7_000_000_02 + 7_000_000_03);
    for (const { whole, own, partner } of [told.output, told.tax, ...told.deals.map(({ split }) => split.output)]) expect(own + partner).toBe(whole);
    // Each deal's split is by the year's share, within a fen of the exact part.
    for (const { split } of told.deals) expect(Math.abs(split.output.partner - (split.output.whole * 3333) / 10_000)).toBeLessThan(1);
    const promises = Object.fromEntries(told.deals.find(({ deal }) => deal === second)!.promises.map((promise) => [promise.what, promise]));
    // The year's output is due for 273 of its 365 days; promised 12 million, there are 20.
    expect(promises['output']).toMatchObject({ standing: 'ahead', expected: Math.round((12_000_000_00 * 273) / 365), follows: [] });
    expect(promises['investment']).toMatchObject({ standing: 'behind', percent: 0, follows: ['收回差额优惠'] });
    expect(promises['jobs']).toMatchObject({ standing: 'on-course', percent: 102 });
    expect((await office.get<{ items: object[] }>('/above-scale')).items).toEqual([{ quarter: '2025-Q3', firms: [expect.objectContaining({ deal: second, output: 20_000_000_00, rule: 'above-scale-industry' })] }]);
    expect((await office.get<{ quarters: { version: number; current: boolean }[] }>(`/deals/${second}`)).quarters.map(({ version, current }) => [version, current])).toEqual([[1, false], [2, true]]);
  });

  it('accepts land sold by standard against what was promised by 亩', async () => {
    const { id } = await office.post(`/parks/${parks[0]}/deals`, { ...PLEDGE, firm: '标准地公司', landIndustry: 'equipment' });
    expect((await refused(office.post(`/parks/${parks[0]}/deals`, { ...PLEDGE, firm: '无表公司', landIndustry: 'shipbuilding' }))).body.code).toBe('deal:unknown-standard');
    const now = day(59).replace(/01$/, '06');
    const { id: site } = await office.post(`/parks/${parks[0]}/sites`, { code: 'BZD-1', area: 6667 });
    await office.post(`/deals/${id}/sign`, { site, on: now, evidence: await office.prove(id, 'agreement') });
    expect((await refused(office.post(`/deals/${id}/accept-land`, { year: '2025' }))).body.code).toBe('deal:not-by-standard');
    for (const step of ['break-ground', 'complete', 'start-production']) await office.post(`/deals/${id}/advance`, { step, on: now, evidence: await office.prove(id, ...PAPERS[step]!) });
    await service.moveTo('2026-01-05T09:00:00+08:00');
    // Ten 亩: 1.5 million of investment, 3.5 million of output and 80,000 of tax each; a fen less of tax is short.
    await office.post(`/deals/${id}/yields`, { quarter: '2025-Q4', investment: 15_000_000_00, output: 35_000_000_00, tax: 799_000_00, research: 700_000_00, jobs: 30 });
    expect(await office.post<object>(`/deals/${id}/accept-land`, { year: '2025' })).toMatchObject({ verdict: 'fail' });
    await office.post(`/deals/${id}/yields/correct`, { quarter: '2025-Q4', investment: 15_000_000_00, output: 35_000_000_00, tax: 800_000_00, research: 700_000_00, jobs: 30, reason: '更正' });
    expect(await office.post<object>(`/deals/${id}/accept-land`, { year: '2025' })).toMatchObject({ verdict: 'pass' });
    const { landAcceptance } = await office.get<{ landAcceptance: { mu: number; explanation: { version: string; certainty: string } } }>(`/deals/${id}`);
    expect([landAcceptance.mu, landAcceptance.explanation.version, landAcceptance.explanation.certainty]).toEqual([10, 'example', 'example']);
  });

  it('keeps a record that verifies', async () => {
    expect(await office.get<object>('/operations/audit')).toMatchObject({ findings: [] });
    expect(await office.get<object>('/operations/dead-letters')).toEqual([]);
  });

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });
});
