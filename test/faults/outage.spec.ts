import { outageOf } from '../../libs/platform/database/outage.js';
import { ELIGIBLE, openCall } from '../support/chain.js';
import { refused } from '../support/refused.js';
import { freshDatabase, startTestService } from '../support/service.js';

describe('a database that is gone', () => {
  it('answers 503 with what to do, and goes on when it is back, with the same key', async () => {
    const service = await startTestService({ environment: { DATABASE_URL: await freshDatabase() } });
    const call = await openCall(await service.office());
    const team = await service.visitor('alpha').signUp();
    const name = new URL(service.config.DATABASE_URL!).pathname.slice(1);
    const draft = () => team.post(`/calls/${call}/entries`, { title: '项目', abstract: '摘要', facts: ELIGIBLE }, { 'idempotency-key': 'once' });
    const { Database } = await import('#platform');
    const admin = new Database(process.env['TEST_POSTGRES']!, 1);
    await admin.pool.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await admin.pool.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    const problem = await refused(draft());
    await admin.pool.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    expect([problem.status, problem.body.code]).toEqual([503, 'service:unavailable']);
    await admin.close();
    const { id } = await draft();
    expect((await draft()).id).toBe(id);
    await service.stop();
  });
});

describe('outages', () => {
  it.each<[string, object, 'full' | 'gone' | undefined]>([
    ['could not extend file "base/1": No space left on device', { code: '53100' }, 'full'],
    ['Server has closed the connection.', { code: 'P1017' }, 'gone'],
    ['terminating connection due to administrator command', { code: '57P01' }, 'gone'],
    ['Client has encountered a connection error and is not queryable', { clientVersion: '7.10.0' }, 'gone'],
    ['terminating connection due to administrator command', { name: 'DriverAdapterError' }, 'gone'],
    ['', { name: 'DriverAdapterError', cause: { kind: 'postgres', code: '53100', message: 'could not extend file' } }, 'full'],
    ['canceling statement due to lock timeout', { code: '55P03' }, 'gone'],
    ['connect ECONNREFUSED 127.0.0.1:5432', { code: 'ECONNREFUSED' }, 'gone'],
    ['Cannot write file at location "aa/bb"', { code: 'E_CANNOT_WRITE_FILE', cause: Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' }) }, 'full'],
    ['Cannot write file at location "aa/bb"', { code: 'E_CANNOT_WRITE_FILE', cause: Object.assign(new Error('permission denied'), { code: 'EACCES' }) }, undefined],
    ['duplicate key value violates unique constraint', { code: '23505' }, undefined],
  ])('are told from faults: %s', (message, more, outage) => {
    expect(outageOf(Object.assign(new Error(message), more))).toBe(outage);
  });
});
