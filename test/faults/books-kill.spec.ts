import { rmSync } from 'node:fs';
import { Database } from '#platform';
import { Visitor } from '../../apps/cli/demo/visitor.js';
import { booksOf, equity, lookInto } from '../support/funding.js';
import { firmIn, openPlatform } from '../support/incubation.js';
import { freePort, freshDatabase, PASSWORD, startTestService } from '../support/service.js';
import { ChildService } from './child.js';

const ON = '2025-03-10';
const AMOUNT = 100_000_00;

/** A fund with a holding of three tranches that are due; every case goes on from a copy of its database. */
let prepared: { database: string; home: string; fund: string; holding: string; tranches: string[] };

beforeAll(async () => {
  const database = await freshDatabase();
  const service = await startTestService({ environment: { DATABASE_URL: database } });
  const office = await service.office();
  await service.moveTo(`${ON}T09:00:00+08:00`);
  const firm = await firmIn(service, office, await openPlatform(service, office, '孵化器', 'incubator'), '阿尔法公司');
  const { id: fund } = await office.post('/funds', { name: '基金', contributors: [{ name: '区级', pledged: AMOUNT }], committee: [office.id] });
  await office.post(`/funds/${fund}/drawdowns`, { amount: AMOUNT, on: ON, reference: '实缴' });
  const { id: proposal } = await office.post(`/funds/${fund}/proposals`, { project: firm.project, title: '融资', asked: AMOUNT, plan: '研发' });
  await office.post(`/fund-proposals/${proposal}/take-up`, { fund });
  await lookInto(office, proposal);
  await office.post(`/fund-proposals/${proposal}/put-to-vote`, { terms: { ...equity(AMOUNT), tranches: [{ amount: AMOUNT - 2, upon: '一' }, { amount: 1, upon: '二' }, { amount: 1, upon: '三' }] } });
  await office.post(`/fund-proposals/${proposal}/vote`, { vote: 'for' });
  await office.post(`/fund-proposals/${proposal}/close-vote`);
  const { holding } = await office.post<{ holding: string }>(`/fund-proposals/${proposal}/sign`, { on: ON, paper: '协议' });
  const { tranches } = await office.get<{ tranches: { id: string }[] }>(`/holdings/${holding}`);
  await service.stop({ keep: true });
  prepared = { database, home: service.home, fund, holding, tranches: tranches.map(({ id }) => id) };
});
afterAll(() => rmSync(prepared.home, { recursive: true, force: true }));

const cases = (['command:before-commit', 'command:after-commit'] as const).flatMap((point) => [1, 2, 3].map((pass) => ({ point, pass })));

describe.each(cases)('kill -9 in a payment, $point, pass $pass', ({ point, pass }) => {
  it('leaves the books whole, and pays each tranche once when all are sent again', async () => {
    const { database: url, home, fund, holding, tranches } = prepared;
    const environment = { DATABASE_URL: await freshDatabase(url), PORT: String(await freePort()), TRELLIS_HOME: home };
    const payAll = async ({ base }: ChildService) => {
      const office = await new Visitor(base, '', 'office@test.example', PASSWORD).signIn();
      for (const tranche of tranches) await office.post(`/holdings/${holding}/tranches/${tranche}/pay`, { on: ON, reference: '凭证' }, { 'idempotency-key': `tranche-${tranche}` });
      return office;
    };
    const doomed = await ChildService.start({ ...environment, CRASH_AT: `${point}@${pass}` });
    await payAll(doomed).catch(() => undefined);
    expect(await doomed.ended(20_000)).toBe(true);
    const database = new Database(environment.DATABASE_URL, 2);
    try {
      // As the kill left them, nothing is half there.
      expect((await booksOf({ database })).findings).toEqual([]);
      const next = await ChildService.start(environment);
      const office = await payAll(next);
      expect(await office.get<object>(`/funds/${fund}`)).toMatchObject({ cash: 0, promised: 0, invested: AMOUNT });
      await next.kill('SIGTERM');
      expect((await booksOf({ database })).findings).toEqual([]);
      const { rows } = await database.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM transfer WHERE ground LIKE 'tranche:%'");
      expect(rows[0]!.n).toBe(2 * tranches.length);
    } finally {
      await database.close();
    }
  });
});
