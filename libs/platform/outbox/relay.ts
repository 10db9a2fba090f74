import type { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { pause } from '../clock/pause.js';
import { crashPoint } from '../commands/crash-point.js';
import type { Database } from '../database/database.js';
import { reactionJobs, type ReactionJob } from '../queues/jobs.js';

const BATCH = 500;
/**
 * When it looks again, in milliseconds. Where events are coming, soon: those of a whole second, handled at once, would
 * hold up whoever is calling just then.
 */
const NEXT_LOOK = { busy: 100, idle: 1000 };
/** On PostgreSQL BullMQ makes two temporary tables for what is added in bulk, which costs as much as five jobs added one by one. */
const FEW = 5;

/**
 * Hands committed events to the queue. It claims rows of the set of events not yet handed over (no cursor, so a late
 * commit is never skipped), then adds the jobs. A kill in between leaves the events owed: the sweeper hands them over.
 */
export class Relay {
  private turning: Promise<void> | undefined;
  private stopping = false;
  private wake: () => void = () => undefined;
  private hinted = false;
  private readonly returned: ReactionJob[] = [];

  constructor(
    private readonly database: Database,
    private readonly queue: Pick<Queue, 'add' | 'addBulk'>,
    /** Whether a reaction's jobs may take several events each. */
    private readonly joined: (reaction: string) => boolean,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.turning ??= this.turn();
  }

  /** A command has committed in this process: look now rather than at the next poll. */
  hint = (): void => {
    this.hinted = true;
    this.wake();
  };

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.turning;
  }

  /** Hands over one batch; returns the number of events claimed. */
  async handOver(): Promise<number> {
    await this.giveBack();
    const { rows } = await this.database.pool.query<ReactionJob>(CLAIM, [BATCH]);
    if (rows.length === 0) return 0;
    crashPoint('relay:before-hand-over');
    const jobs = reactionJobs(rows.filter(({ reaction }) => reaction !== null), this.joined);
    await this.add(jobs).catch((error: unknown) => {
      this.returned.push(...rows);
      throw error;
    });
    crashPoint('relay:after-hand-over');
    return new Set(rows.map(({ event }) => event)).size;
  }

  private async add(jobs: ReturnType<typeof reactionJobs>): Promise<void> {
    if (jobs.length > FEW) await this.queue.addBulk(jobs);
    else for (const { name, data, opts } of jobs) await this.queue.add(name, data, opts);
  }

  /** Puts back what was claimed and could not be handed over; tried again at every look, since the database may be gone too. */
  private async giveBack(): Promise<void> {
    if (this.returned.length === 0) return;
    const columns = [this.returned.map(({ district }) => district), this.returned.map(({ event }) => event)];
    await this.database.pool.query('INSERT INTO outbox (district_id, event_id) SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING', columns);
    this.returned.length = 0;
  }

  /**
   * Puts events that are still owed after `graceSeconds` back among those to hand over: their jobs may have been lost
   * with the queue. A job that is still there keeps its id, and the second one is dropped.
   */
  async sweep(graceSeconds: number): Promise<number> {
    const { rowCount } = await this.database.pool.query(SWEEP, [graceSeconds]);
    if (rowCount) this.hint();
    return rowCount ?? 0;
  }

  private async turn(): Promise<void> {
    while (!this.stopping) {
      this.hinted = false;
      const claimed = await this.handOver().catch((error: Error) => {
        this.log.warn({ err: error }, 'relay');
        return 0;
      });
      if (claimed < BATCH && !this.hinted && !this.stopping)
        await Promise.race([pause(claimed > 0 ? NEXT_LOOK.busy : NEXT_LOOK.idle), new Promise<void>((done) => (this.wake = done))]);
    }
  }
}

const CLAIM = `
WITH claimed AS (
  DELETE FROM outbox WHERE (district_id, event_id) IN
    (SELECT district_id, event_id FROM outbox ORDER BY event_id LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING district_id, event_id
)
SELECT c.district_id AS district, c.event_id AS event, p.reaction
FROM claimed c LEFT JOIN pending p USING (district_id, event_id) WHERE p.failed_at IS NULL ORDER BY c.event_id`;

const SWEEP = `
WITH lost AS (
  SELECT district_id, event_id, reaction FROM pending
  WHERE failed_at IS NULL AND since <= clock_timestamp() - make_interval(secs => $1)
  ORDER BY since LIMIT 2000 FOR UPDATE SKIP LOCKED
),
touched AS (
  UPDATE pending p SET since = clock_timestamp() FROM lost l
  WHERE p.district_id = l.district_id AND p.event_id = l.event_id AND p.reaction = l.reaction
)
INSERT INTO outbox (district_id, event_id) SELECT DISTINCT district_id, event_id FROM lost ON CONFLICT DO NOTHING`;
