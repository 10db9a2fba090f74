import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from '../clock/pause.js';
import { StartFailure } from '../config/start-failure.js';
import { Database } from './database.js';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'trellis-embedded-'))));
afterEach(async () => {
  await removeEmbeddedPostgres(home);
  rmSync(home, { recursive: true, force: true });
});

const ask = async (url: string, question: string): Promise<unknown> => {
  const database = new Database(url, 1);
  try {
    return (await database.pool.query(question)).rows[0];
  } finally {
    await database.close();
  }
};

describe('the embedded database', () => {
  it.each([
    ['a folder that anyone may pass through', 0o755],
    ['a folder that only its owner may enter', 0o700],
  ])('starts in %s, keeps its data, and listens on the loopback address alone', async (_, mode) => {
    chmodSync(home, mode);
    const first = await startEmbeddedPostgres(home, { fast: true });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    expect(await ask(first.url, 'SHOW listen_addresses')).toEqual({ listen_addresses: '127.0.0.1' });
    await first.stop();
    const second = await startEmbeddedPostgres(home, { fast: true });
    expect(await ask(second.url, 'SELECT n FROM kept')).toEqual({ n: 7 });
    await expect(ask(second.url.replace(/:[0-9a-f]{36}@/, ':guess@'), 'SELECT 1')).rejects.toThrow('password');
    await second.stop();
  });

  it('is joined by a second process, and stopped by the last one to leave', async () => {
    chmodSync(home, 0o755);
    const first = await startEmbeddedPostgres(home, { fast: true });
    const inUse = new Database(first.url, 1);
    await inUse.pool.query('SELECT 1');
    const second = await startEmbeddedPostgres(home, { fast: true });
    expect(second.url).toBe(first.url);
    await second.stop();
    expect((await inUse.pool.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
    await expect(removeEmbeddedPostgres(home)).rejects.toThrow('Another Trellis is running');
    await inUse.close();
    await first.stop();
    expect(existsSync(join(home, 'postgres/cluster/postmaster.pid'))).toBe(false);
  });

  it('is stopped by the last one to leave, though a session of his is still on its way out', async () => {
    chmodSync(home, 0o755);
    const server = await startEmbeddedPostgres(home, { fast: true });
    const leaving = new Database(server.url, 1);
    await leaving.pool.query('SELECT 1');
    await Promise.all([server.stop(), pause(300).then(() => leaving.close())]);
    expect(existsSync(join(home, 'postgres/cluster/postmaster.pid'))).toBe(false);
  });

  it('makes a new cluster where making the first one was cut off, and says what to do where it can’t', async () => {
    chmodSync(home, 0o755);
    const cut = await startEmbeddedPostgres(home, { fast: true });
    await cut.stop();
    rmSync(join(home, 'postgres/cluster/PG_VERSION'));
    await (await startEmbeddedPostgres(home, { fast: true })).stop();
    const file = join(home, 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedPostgres(file)).rejects.toBeInstanceOf(StartFailure);
  });
});
