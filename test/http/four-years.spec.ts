import { daysAfter, lastDayOf, monthsAfter, quartersAfter } from '#kernel';
import { verifyAudit } from '#platform';
import { readSheet } from 'read-excel-file/node';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { CHECKED, openPlatform, type Host } from '../support/incubation.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';
import { notAsRecounted } from '../support/recounted.js';

const FIRMS = 119;
const LONG = 900_000;
const QUARTERS = Array.from({ length: 16 }, (_, n) => quartersAfter('2025-Q1', n));

/** A number from 0 to 1 that is the same in every run. */
let seed = 11;
const chance = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;

async function atOnce<T>(items: readonly T[], does: (item: T, i: number) => Promise<void>, together = 8): Promise<void> {
  for (let from = 0; from < items.length; from += together) await Promise.all(items.slice(from, from + together).map((item, i) => does(item, from + i)));
}

interface Firm {
  readonly id: string;
  readonly project: string;
  host: number;
  state: 'admitted' | 'graduated' | 'left' | 'removed';
  readonly growth: number;
  revenue: number;
  staff: number;
  readonly wrong: number;
  /** Revenue by year, as reported. */
  readonly years: Record<string, number>;
}

describe(`a platform of ${FIRMS} firms over four years`, () => {
  let service: TestService;
  let office: Visitor;
  let ladder: Host[];
  const firms: Firm[] = [];
  const count = async (text: string, ...values: unknown[]) => Number((await service.database.pool.query<{ n: string }>(text, values)).rows[0]!.n);

  beforeAll(async () => {
    service = await startTestService({ now: '2025-01-02T09:00:00+08:00' });
    office = await service.office();
    ladder = [await openPlatform(service, office, '众创空间', 'maker-space'), await openPlatform(service, office, '孵化器', 'incubator', { runningSince: '2019-01-01' }), await openPlatform(service, office, '加速器', 'accelerator')];
  });
  afterAll(() => service.stop());

  it('takes them in', async () => {
    await atOnce(Array.from({ length: FIRMS }), async (_, n) => {
      const host = n % 4 === 0 ? 0 : 1;
      const { id, manager } = ladder[host]!;
      const field = ['新材料', '智能制造', 'biomedicine', '数字服务'][n % 4]!;
      const entered = await manager.post<{ id: string; project: string }>(`/platforms/${id}/incubatees`, { project: `项目${n}`, firm: `示例企业${n}`, registeredOn: '2024-03-01', field, from: '2025-01-02', to: host === 0 ? '2027-01-01' : '2029-01-01', facts: CHECKED });
      firms.push({ ...entered, host, state: 'admitted', growth: 0.02 + 0.13 * ((n * 7) % 10) / 10, revenue: 50_000_000 + 1_000_000 * (n % 20), staff: 6 + (n % 9), wrong: n % 16, years: {} });
    });
    const { building } = await ladder[1]!.manager.post<{ building: string }>(`/platforms/${ladder[1]!.id}/buildings`, { name: 'A 栋', floors: [{ floor: 1, area: 12_000 }] });
    const { units } = await ladder[1]!.manager.post<{ units: { id: string }[] }>(`/platforms/${ladder[1]!.id}/units`, { building, units: Array.from({ length: 60 }, (_, n) => ({ floor: 1, code: `A-${n}`, use: 'office', area: 95.5, price: 250_000 })) });
    const inside = firms.filter(({ host }) => host === 1).slice(0, 60);
    await atOnce(inside, async ({ id }, n) => void (await ladder[1]!.manager.post(`/platforms/${ladder[1]!.id}/leases`, { unit: units[n]!.id, incubatee: id, from: '2025-01-02', to: '2028-12-31', subsidy: 30 })));
  }, LONG);

  it('has them report, late and wrong as they are, climb, graduate and fail', async () => {
    let [slipped, jumped, late, climbed] = [0, 0, 0, 0];
    for (const [n, quarter] of QUARTERS.entries()) {
      await service.moveTo(`${daysAfter(lastDayOf(quarter), 5)}T10:00:00+08:00`);
      const report = async (firm: Firm) => {
        if (firm.state !== 'admitted' && firm.state !== 'graduated') return;
        firm.revenue = Math.round(firm.revenue * (1 + firm.growth));
        firm.years[quarter.slice(0, 4)] = (firm.years[quarter.slice(0, 4)] ?? 0) + firm.revenue;
        firm.staff = Math.max(2, firm.staff + (firm.growth < 0.04 ? -(n % 2) : 1));
        const figures = { revenue: firm.revenue, netProfit: Math.round(firm.revenue * (firm.growth - 0.08)), research: Math.round(firm.revenue * 0.1), tax: Math.round(firm.revenue * 0.03), exports: Math.round(firm.revenue * 0.05), staff: firm.staff, college: Math.floor(firm.staff * 0.7), graduatesHired: n % 3, ipApplied: n % 2, validIp: 1 + Math.floor(n / 4), spending: Math.round(firm.revenue * 1.1), cash: 40_000_000 };
        const { manager } = ladder[firm.host]!;
        const file = (given: object, more: object = {}) => manager.post(`/incubatees/${firm.id}/reports`, { period: quarter, figures: given, ...more });
        if (n > 0 && n === firm.wrong) {
          // Ten times too much is caught, with what was meant; the firm corrects it before it is kept.
          const problem = await refused(file({ ...figures, revenue: 10 * firm.revenue }));
          expect([problem.body.code, JSON.stringify(problem.body)]).toEqual(['report:doubtful', expect.stringContaining('figures.revenue')]);
          slipped++;
          await file({ ...figures, revenue: firm.revenue + 100_000 });
          await manager.put(`/incubatees/${firm.id}/reports/${quarter}`, { figures, reason: '开票口径更正' });
        } else if (n === 8 && firm.wrong === 3) {
          jumped++;
          await file({ ...figures, cash: 4_000_000_000 }, { confirmed: ['cash'] });
        } else await file(figures);
      };
      const lateOnes = new Set(firms.filter(() => chance() < 0.06));
      await atOnce(firms.filter((firm) => !lateOnes.has(firm)), report);
      // Those who are late report after the district has heard of it.
      for (const days of [16, 30]) await service.moveTo(`${daysAfter(lastDayOf(quarter), days)}T10:00:00+08:00`);
      late += [...lateOnes].filter(({ state }) => state === 'admitted' || state === 'graduated').length;
      await atOnce([...lateOnes], report);
      const on = daysAfter(lastDayOf(quarter), 31);
      const move = async (firm: Firm, to: number) => {
        await ladder[firm.host]!.manager.post(`/incubatees/${firm.id}/open-move`, { platform: ladder[to]!.id });
        await ladder[to]!.manager.post(`/platforms/${ladder[to]!.id}/admissions`, { incubatee: firm.id, firm: `示例企业${firms.indexOf(firm)}`, from: on, to: daysAfter(monthsAfter(on, 36), -1), facts: CHECKED });
        firm.host = to;
        climbed++;
      };
      if (n === 5) for (const firm of firms.filter(({ host, state }) => host === 0 && state === 'admitted').slice(0, 20)) await move(firm, 1);
      if (n === 11)
        for (const firm of firms.filter(({ host, state }) => host === 1 && state === 'admitted')) {
          // Above ten million yuan in two years running: who has it graduates, and nobody else.
          const attempt = ladder[1]!.manager.post(`/incubatees/${firm.id}/graduate`, { facts: {} });
          const best = Math.max(firm.years['2025']! + firm.years['2026']!, firm.years['2026']! + firm.years['2027']!);
          if (best <= 1_000_000_000) expect((await refused(attempt)).body.code).toBe('graduation:unmet');
          else {
            await attempt;
            firm.state = 'graduated';
          }
        }
      if (n === 12) for (const firm of firms.filter(({ state }) => state === 'graduated').slice(0, 8)) {
        await move(firm, 2);
        firm.state = 'admitted';
      }
      if (n === 7 || n === 13)
        for (const [i, firm] of firms.filter(({ host, state, growth }) => host === 1 && state === 'admitted' && growth < 0.03).slice(0, 5).entries()) {
          await ladder[1]!.manager.post(`/incubatees/${firm.id}/${i % 2 ? 'remove' : 'let-go'}`, { reason: '经营失败，终止孵化' });
          firm.state = i % 2 ? 'removed' : 'left';
        }
    }
    expect([slipped > 50, jumped > 3, late > 50, climbed]).toEqual([true, true, true, 28]);
    expect(await count("SELECT count(*) AS n FROM event WHERE name = 'report:escalated'")).toBe(late);
    expect(await count("SELECT count(*) AS n FROM periodic_report WHERE NOT current")).toBe(slipped);
    for (const state of ['graduated', 'left', 'removed'] as const) expect(await count("SELECT count(*) AS n FROM aggregate WHERE kind = 'incubatee' AND state = $1", state)).toBe(firms.filter((firm) => firm.state === state).length);
    expect(firms.filter(({ state }) => state === 'graduated').length).toBeGreaterThan(10);
  }, LONG);

  it('has each firm in one platform at a time, with a history that has no hole', async () => {
    await atOnce(firms, async ({ id }) => {
      const { way } = await office.get<{ way: { from: string; until: string | null }[] }>(`/incubatees/${id}`);
      expect(way[0]!.from).toBe('2025-01-02');
      for (const [n, phase] of way.entries()) expect(phase.until).toBe(n === way.length - 1 ? null : daysAfter(way[n + 1]!.from, -1));
    });
    expect(await count('SELECT count(*) AS n FROM stay a JOIN stay b ON a.project_id = b.project_id AND a.id < b.id AND a."from" <= coalesce(b."until", \'9999\') AND b."from" <= coalesce(a."until", \'9999\')')).toBe(0);
    expect(await count('SELECT count(*) AS n FROM stay WHERE until IS NULL')).toBe(firms.filter(({ state }) => state === 'admitted').length);
    expect(await count("SELECT count(*) AS n FROM lease l JOIN stay s ON s.incubatee_id = l.incubatee_id AND s.platform_id = l.platform_id WHERE s.ended IN ('left', 'removed', 'moved') AND l.\"to\" > s.until")).toBe(0);
  });

  it.each(['2025', '2026', '2027', '2028'])('states %s as a recount straight from the records does, in the form the authorities ask for', async (year) => {
    const { id, manager } = ladder[1]!;
    const { figures } = await manager.get<{ figures: { key: string; value: number }[] }>(`/platforms/${id}/years/${year}`);
    const stated = Object.fromEntries(figures.map(({ key, value }) => [key, value]));
    // A second way to the same figures: one statement over the tables, which knows nothing of the program.
    const { rows } = await service.database.pool.query<Record<string, string>>(
      `WITH there AS (SELECT DISTINCT ON (incubatee_id, "from") * FROM stay WHERE platform_id = $1 AND "from" <= $2 || '-12-31' AND ("until" IS NULL OR "until" >= $2 || '-01-01')),
            report AS (SELECT r.*, row_number() OVER (PARTITION BY r.incubatee_id ORDER BY r.period DESC) AS latest FROM periodic_report r WHERE r.current AND left(r.period, 4) = $2 AND r.incubatee_id IN (SELECT incubatee_id FROM there))
       SELECT (SELECT count(*) FROM there WHERE "until" IS NULL OR "until" > $2 || '-12-31') AS "incubatees",
              (SELECT count(*) FROM there WHERE left("from", 4) = $2) AS "entered",
              (SELECT count(*) FROM there WHERE left("until", 4) = $2 AND ended = 'graduated') AS "graduated",
              (SELECT count(*) FROM there WHERE left("until", 4) = $2 AND ended IN ('left', 'removed')) AS "left",
              (SELECT count(*) FROM there WHERE left("until", 4) = $2 AND ended = 'moved') AS "moved",
              (SELECT round(sum((figures ->> 'revenue')::numeric) / 100000) FROM report) AS "firms-revenue",
              (SELECT floor(sum((figures ->> 'netProfit')::numeric) / 100000 + 0.5) FROM report) AS "firms-netProfit",
              (SELECT round(sum((figures ->> 'research')::numeric) / 100000) FROM report) AS "firms-research",
              (SELECT round(sum((figures ->> 'tax')::numeric) / 100000) FROM report) AS "firms-tax",
              (SELECT round(sum((figures ->> 'exports')::numeric) / 100000) FROM report) AS "firms-exports",
              (SELECT sum((figures ->> 'staff')::int) FROM report WHERE latest = 1) AS "firms-staff",
              (SELECT sum((figures ->> 'graduatesHired')::int) FROM report) AS "firms-graduatesHired",
              (SELECT sum((figures ->> 'validIp')::int) FROM report WHERE latest = 1) AS "firms-validIp",
              (SELECT coalesce(sum(u.area), 0) FROM lease l JOIN unit u ON u.id = l.unit_id WHERE l.platform_id = $1 AND l."from" <= $2 || '-12-31' AND l."to" >= $2 || '-12-31') AS "area-let"`,
      [id, year],
    );
    const recount = Object.fromEntries(Object.entries(rows[0]!).map(([key, value]) => [key, Number(value)]));
    expect(Object.fromEntries(Object.keys(recount).map((key) => [key, stated[key]]))).toEqual(recount);
    const reply = await manager.raw('GET', `/platforms/${id}/years/${year}/statistics`);
    const table = await readSheet(Buffer.from(await reply.arrayBuffer()), `企业 ${year}`);
    expect(table.length - 1).toBe(await count('SELECT count(*) AS n FROM stay WHERE platform_id = $1 AND "from" <= $2 || \'-12-31\' AND ("until" IS NULL OR "until" >= $2 || \'-01-01\')', id, year));
    const column = table[0]!.indexOf('从业人员');
    expect(table.slice(1).reduce((sum, row) => sum + Number(row[column] ?? 0), 0)).toBe(recount['firms-staff']);
  });

  it('has its firms in the register by itself, with each whole year as it was reported', async () => {
    expect(await count('SELECT count(*) AS n FROM firm')).toBe(FIRMS);
    const { rows } = await service.database.pool.query<{ project: string; period: string; value: number; source: string }>(`
      SELECT DISTINCT ON (firm.project_id, fact.period) firm.project_id AS project, fact.period, fact.value, fact.source
      FROM firm_fact fact JOIN firm ON firm.district_id = fact.district_id AND firm.id = fact.firm_id
      WHERE fact.metric = 'revenue' ORDER BY firm.project_id, fact.period, fact.recorded_at DESC, fact.id DESC`);
    const told = new Map(rows.map(({ project, period, value }) => [`${project} ${period}`, value]));
    for (const { project, years } of firms) for (const year of ['2025', '2026']) if (told.has(`${project} ${year}`)) expect(told.get(`${project} ${year}`)).toBe(years[year]);
    expect(rows.filter(({ period, source }) => period === '2025' && source === 'report')).toHaveLength(FIRMS);
  });

  it('leaves a record that verifies, and nothing owed', async () => {
    expect(await count('SELECT count(*) AS n FROM pending')).toBe(0);
    expect((await verifyAudit(service.database)).findings).toEqual([]);
  }, LONG);

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });
});
