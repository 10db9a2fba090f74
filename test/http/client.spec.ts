import { createServer } from 'node:http';
import { all, answered, createTrellis, Problem, type Trellis } from '../../packages/client/src/index.js';
import { openCall } from '../support/chain.js';
import { freePort, startTestService, type TestService } from '../support/service.js';

describe('the client that other programs use', () => {
  let service: TestService;
  let trellis: Trellis;
  beforeAll(async () => {
    service = await startTestService();
    const office = await service.office();
    for (let n = 0; n < 5; n++) await openCall(office, { name: `征集 ${n}` });
    const { key } = await office.post<{ key: string }>('/keys', { name: '程序', scopes: ['*:read', 'contests:write'], expiresAt: '2026-01-01T00:00:00Z' });
    trellis = createTrellis({ baseUrl: service.config.baseUrl, key, language: 'en' });
  });
  afterAll(() => service.stop());

  it('reads every page of a list', async () => {
    const names: string[] = [];
    for await (const { name } of all((after) => trellis.GET('/api/calls', { params: { query: { limit: 2, ...after } } }))) names.push(name);
    expect(names.sort()).toEqual(['征集 0', '征集 1', '征集 2', '征集 3', '征集 4']);
  });

  it('gives what stands in the way as a problem with its code and fields, in the language asked for', async () => {
    const refusal = await answered(trellis.POST('/api/contests', { body: { name: '', edition: 1 } })).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal).toMatchObject({ status: 422, code: 'request:invalid', errors: [{ field: 'name' }] });
    expect((refusal as Problem).message).toMatch(/need/);
    const outside = await answered(trellis.POST('/api/people/{person}/suspend', { params: { path: { person: '01900000-0000-7000-8000-000000000000' } } })).catch((error: unknown) => error);
    expect(outside).toMatchObject({ status: 403, code: 'key:may-not' });
  });

  it('has one effect where an answer was lost and the service was busy, and gives up after its tries', async () => {
    // A line that loses the first answer, says busy once, and then works.
    let calls = 0;
    const port = await freePort();
    const line = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        void (async () => {
          calls++;
          if (calls === 2) return response.writeHead(503).end();
          const answer = await fetch(service.config.baseUrl + request.url!, { method: request.method!, headers: { authorization: request.headers.authorization!, 'content-type': 'application/json', 'idempotency-key': String(request.headers['idempotency-key']) }, body: Buffer.concat(parts) });
          if (calls === 1) return request.socket.destroy();
          return response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
        })();
      });
    });
    await new Promise<void>((done) => line.listen(port, '127.0.0.1', done));
    const { key } = await (await service.visitor('office').signIn()).post<{ key: string }>('/keys', { name: '线路', scopes: ['contests:write'], expiresAt: '2026-01-01T00:00:00Z' });
    const { id } = await answered(createTrellis({ baseUrl: `http://127.0.0.1:${port}`, key }).POST('/api/contests', { body: { name: '一次', edition: 1 } }));
    const { rows } = await service.database.pool.query<{ id: string }>("SELECT id FROM contest WHERE name = '一次'");
    expect([calls, rows]).toEqual([3, [{ id }]]);
    await new Promise((done) => line.close(done));
    await expect(createTrellis({ baseUrl: `http://127.0.0.1:${port}`, tries: 2 }).GET('/api/calls')).rejects.toThrow();
  });
});
