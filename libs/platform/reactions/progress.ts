import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.js';
import type { Database } from '../database/database.js';

interface Reported {
  readonly district: string;
  readonly aggregate: string;
}

/** How far long steps have come: rows of their own, written at once and seldom, so that they show while the work runs. */
export class Progress {
  private readonly told = new Map<string, number>();
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /** Written at the first and last report, and in between when another twentieth is done. */
  report({ district, aggregate }: Reported, step: string, done: number, of: number): void {
    const key = `${aggregate} ${step}`;
    const twentieth = of === 0 ? 20 : Math.floor((20 * done) / of);
    if (this.told.get(key) === twentieth && done < of) return;
    if (done >= of) this.told.delete(key);
    else this.told.set(key, twentieth);
    const row = [district, aggregate, step, done, of, this.clock.now()];
    // One after the other: two on their way at once could be written in the wrong order.
    this.writing = this.writing.then(() => this.database.pool.query(WRITE, row)).catch((error: Error) => this.log.warn({ error: error.message }, 'progress not written'));
  }

  /** Resolves once all that was reported so far is written. */
  written = (): Promise<unknown> => this.writing;

  async of(district: string, thing: string) {
    const rows = await this.database.prisma.progress.findMany({ where: { districtId: district, thing }, orderBy: { at: 'asc' } });
    return rows.map(({ step, done, of, at }) => ({ step, done, of, at }));
  }
}

const WRITE = `
INSERT INTO progress (district_id, thing, step, done, "of", at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (district_id, thing, step) DO UPDATE SET done = EXCLUDED.done, "of" = EXCLUDED."of", at = EXCLUDED.at`;
