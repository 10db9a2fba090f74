import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, pause, startEmbeddedPostgres } from '#platform';
import { RUBRIC, type SheetItem } from '../support/chain.js';
import { expectRankedOnce } from '../support/invariants.js';
import { openedRound } from '../support/judged-round.js';
import { restartPostgres } from '../support/postgres-control.js';
import { startTestService } from '../support/service.js';

const ENTRIES = 12;
const JUDGES = 4;

describe('PostgreSQL restarted under load', () => {
  it.each(['fast', 'immediate'] as const)('loses nothing that was answered, and goes on (%s)', async (mode) => {
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
      await restartPostgres(home, mode);
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
