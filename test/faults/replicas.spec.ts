import { rmSync } from 'node:fs';
import { Database, pause } from '#platform';
import { Visitor } from '../../apps/cli/demo/visitor.js';
import { ELIGIBLE, openCall, RUBRIC, type SheetItem } from '../support/chain.js';
import { expectRankedOnce } from '../support/invariants.js';
import { FORM } from '../support/form.js';
import { openedRound } from '../support/judged-round.js';
import { Part } from '../support/part.js';
import { redisCluster, redisUnderSentinel, type RedisServers } from '../support/redis-servers.js';
import { LONG_FAULTS } from './child.js';
import { freePort, freshDatabase, freshRedis, PASSWORD, REDIS, startTestService } from '../support/service.js';

const ENTRIES = 8;
const JUDGES = 3;
const BACKENDS = [...(REDIS ? ['a Redis Cluster of six', 'Redis under Sentinel', 'Redis'] : []), 'PostgreSQL'].slice(0, LONG_FAULTS ? 4 : 1);

describe.each(BACKENDS)('two api processes and three workers on %s', (backend) => {
  let database: Database;
  let round: string;
  let call: string;
  let home: string;
  let bases: readonly [string, string];
  const parts: Part[] = [];
  /** Where the queue outlives one of its servers. */
  let redis: RedisServers | undefined;

  beforeAll(async () => {
    const url = await freshDatabase();
    const service = await startTestService({ environment: { DATABASE_URL: url } });
    const prepared = await openedRound(service, ENTRIES, JUDGES);
    round = prepared.round;
    call = await openCall(prepared.office, { form: FORM, closesAt: '2098-12-31T00:00:00+08:00' });
    await service.visitor('uploader').signUp();
    await service.settle();
    home = service.home;
    await service.stop({ keep: true });
    if (backend.includes('Cluster')) redis = await redisCluster();
    if (backend.includes('Sentinel')) redis = await redisUnderSentinel();
    const queue = redis?.url ?? (backend === 'Redis' ? await freshRedis() : undefined);
    const ports = [await freePort(), await freePort()] as const;
    // One address for people, as behind a balancer.
    const base = `http://127.0.0.1:${ports[0]}`;
    bases = [base, `http://127.0.0.1:${ports[1]}`];
    const environment = {
      ...{ PATH: process.env['PATH'], NODE_COMPILE_CACHE: 'node_modules/.cache/trellis', DATABASE_URL: url, DATABASE_POOL: '6', TRELLIS_HOME: home, BASE_URL: base, LOG_LEVEL: 'warn', SIGN_INS_A_MINUTE: '100000', REQUESTS_A_MINUTE: '1000000' },
      ...(queue !== undefined && { REDIS_URL: queue }),
    };
    const begin = (name: string, main: string, ready: string, port?: number) => parts.push(new Part(name, [process.execPath, '--disable-warning=DeprecationWarning', main], { ...environment, ...(port !== undefined && { PORT: String(port) }) }, ready));
    for (const [n, port] of ports.entries()) begin(`api ${n}`, 'dist/apps/api/main.js', 'Trellis answers', port);
    for (let n = 0; n < 3; n++) begin(`worker ${n}`, 'dist/apps/worker/main.js', 'Trellis works');
    for (const part of parts) await part.start();
    database = new Database(url, 2);
  });
  afterAll(async () => {
    await Promise.all(parts.map((part) => part.end('SIGTERM')));
    await redis?.stop();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  /** The same person at either process: the session is of the installation, not of the process that gave it. */
  const both = async (account: string): Promise<readonly [Visitor, (method: string, path: string, headers?: Record<string, string>, body?: string) => Promise<Response>]> => {
    const one = await new Visitor(bases[0], account, `${account}@test.example`, PASSWORD).signIn();
    return [one, (method, path, headers = {}, body) => fetch(`${bases[1]}/api${path}`, { method, headers: { origin: bases[0], cookie: one.cookieHeader(), ...headers }, ...(body !== undefined && { body }) })];
  };

  it('do every step once, whichever of them is asked', async () => {
    for (let n = 1; n <= JUDGES; n++) {
      if (n === 2) await redis?.failPrimary();
      const [judge, other] = await both(`judge${n}`);
      for (const [k, { id }] of (await judge.all<SheetItem>('/score-sheets')).entries()) {
        const body = { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: 6 })) };
        const key = { 'idempotency-key': `sheet-${id}` };
        const elsewhere = () => other('POST', `/score-sheets/${id}/submit`, { ...key, 'content-type': 'application/json' }, JSON.stringify(body));
        if (k % 2 === 0) expect((await elsewhere()).status).toBe(201);
        // The same call again at the other process is answered as it was.
        await judge.post(`/score-sheets/${id}/submit`, body, key);
        if (k % 2 === 1) expect((await elsewhere()).status).toBe(201);
      }
    }
    for (let tries = 0; tries < 1800; tries++) {
      const { rows } = await database.pool.query<{ done: boolean }>("SELECT a.state = 'ranked' AND NOT EXISTS (SELECT 1 FROM pending) AND NOT EXISTS (SELECT 1 FROM outbox) AS done FROM aggregate a WHERE a.id = $1", [round]);
      if (rows[0]?.done) break;
      await pause(50);
    }
    await expectRankedOnce(database, { round, entries: ENTRIES, judges: JUDGES });
  });

  it('go on with each other’s uploads, and take a right away at once', async () => {
    const [team, other] = await both('uploader');
    const { id: entry } = await team.post(`/calls/${call}/entries`, { title: '项目', abstract: '摘要', facts: ELIGIBLE });
    const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n';
    const metadata = `filename ${Buffer.from('计划.pdf').toString('base64')}`;
    const created = await team.raw('POST', '/uploads', { 'tus-resumable': '1.0.0', 'upload-length': String(pdf.length), 'upload-metadata': metadata, 'content-type': 'application/offset+octet-stream' }, pdf.slice(0, 20));
    const upload = created.headers.get('location')!.split('/').at(-1)!;
    const rest = await other('PATCH', `/uploads/${upload}`, { 'tus-resumable': '1.0.0', 'upload-offset': '20', 'content-type': 'application/offset+octet-stream' }, pdf.slice(20));
    expect([created.status, rest.status]).toEqual([201, 204]);
    const attached = await other('POST', `/entries/${entry}/files`, { 'content-type': 'application/json' }, JSON.stringify({ field: 'papers', upload }));
    expect(attached.status).toBe(201);
    const [office, elsewhere] = await both('office');
    await office.post(`/people/${team.id}/suspend`);
    expect([(await other('GET', '/me')).status, (await elsewhere('GET', `/entries/${entry}`)).status]).toEqual([401, 200]);
  });
});
