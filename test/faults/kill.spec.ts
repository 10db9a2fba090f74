import { rmSync } from 'node:fs';
import { CRASH_POINTS, Database, pause } from '#platform';
import { Visitor } from '../../apps/cli/demo/visitor.js';
import { RUBRIC, type SheetItem } from '../support/chain.js';
import { expectRankedOnce } from '../support/invariants.js';
import { openedRound } from '../support/judged-round.js';
import { freePort, freshDatabase, freshRedis, PASSWORD, REDIS, startTestService } from '../support/service.js';
import { ChildService, LONG_FAULTS } from './child.js';

const ENTRIES = 3;
const JUDGES = 2;
const BACKENDS = REDIS ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'];

/** A later pass of a point lies deeper in the work. The short form goes once through every point, the long form at four depths on both backends. */
const cases = CRASH_POINTS.flatMap((point, n) =>
  LONG_FAULTS ? BACKENDS.flatMap((backend) => [1, 2, 4, 6].map((pass) => ({ backend, point, pass }))) : [{ backend: BACKENDS[(n >> 1) % BACKENDS.length]!, point, pass: [1, 4][n % 2]! }],
);

/** A round ready to be judged, made once; every case goes on from a copy of its database. */
let prepared: { database: string; home: string; round: string };

beforeAll(async () => {
  const database = await freshDatabase();
  const service = await startTestService({ environment: { DATABASE_URL: database } });
  const { round } = await openedRound(service, ENTRIES, JUDGES);
  await service.stop({ keep: true });
  prepared = { database, home: service.home, round };
});
afterAll(() => rmSync(prepared.home, { recursive: true, force: true }));

describe.each(cases)('kill -9 at $point, pass $pass, on $backend', ({ backend, point, pass }) => {
  it('loses nothing and does every step once', async () => {
    const { round, home } = prepared;
    const environment: Record<string, string> = { DATABASE_URL: await freshDatabase(prepared.database), PORT: String(await freePort()), TRELLIS_HOME: home };
    if (backend === 'Redis') environment['REDIS_URL'] = await freshRedis();

    const doomed = await ChildService.start({ ...environment, CRASH_AT: `${point}@${pass}` });
    await submitAll(doomed).catch(() => undefined);
    expect(await doomed.ended(20_000)).toBe(true);
    expect(doomed.killed).toBe(true);

    const next = await ChildService.start(environment);
    const database = new Database(environment['DATABASE_URL']!, 2);
    try {
      // What was not answered is sent again under the same key; what was, answers as before.
      await submitAll(next);
      await rankedWithin(database, round, 40_000);
      await expectRankedOnce(database, { round, entries: ENTRIES, judges: JUDGES });
    } finally {
      await database.close();
      await next.kill('SIGKILL');
    }
  });
});

async function submitAll({ base }: ChildService): Promise<void> {
  for (let n = 1; n <= JUDGES; n++) {
    const judge = await new Visitor(base, '', `judge${n}@test.example`, PASSWORD).signIn();
    for (const { id } of await judge.all<SheetItem>('/score-sheets'))
      await judge.post(`/score-sheets/${id}/submit`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: 7 })) }, { 'idempotency-key': `sheet-${id}` });
  }
}

async function rankedWithin(database: Database, round: string, milliseconds: number): Promise<void> {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    const { rows } = await database.pool.query<{ done: boolean }>("SELECT a.state = 'ranked' AND NOT EXISTS (SELECT 1 FROM pending) AS done FROM aggregate a WHERE a.id = $1", [round]);
    if (rows[0]?.done) return;
    await pause(50);
  }
}
