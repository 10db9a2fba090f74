import { crashPoint } from '../commands/crash-point.js';
import type { Context } from '../commands/context.js';
import type { Transactions } from '../commands/transaction.js';
import type { Database } from '../database/database.js';
import type { ReactionJob } from '../queues/jobs.js';
import { eachAlone, happened, originOf, readEvent, thrown } from './happened.js';
import { Line } from './line.js';
import type { Gathering } from './reaction.js';

/** How many events that a job did not come for it takes along: a transaction stays short. */
const ALONG = 200;

/** Runs gatherings: of the jobs that this process has for one, the first takes along what the others came for. */
export class Gatherings {
  private readonly line = new Line();

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
  ) {}

  run(reaction: Gathering, job: ReactionJob): Promise<'done' | 'already'> {
    return this.line.turn(`${job.reaction} ${job.district}`, async () => {
      const own = [job.event, ...(job.more ?? [])];
      const owed = await this.database.prisma.pending.count({ where: { districtId: job.district, reaction: job.reaction, eventId: { in: own } } });
      if (owed === 0) return 'already';
      // What fails with all may fail for one of the others.
      await this.handle(reaction, job, own, ALONG).catch(() => eachAlone(own, (one) => this.handle(reaction, job, [one], 0)));
      return 'done';
    });
  }

  private async handle(reaction: Gathering, { district, reaction: name }: ReactionJob, own: readonly string[], along: number): Promise<void> {
    const first = await readEvent(this.database, district, own[0]!);
    const outcome = await this.transactions.run(originOf(name, first), async (c) => {
      const mine = await c.tx.$queryRawUnsafe<{ event: string }[]>(TAKE_OWN, district, name, own);
      if (mine.length === 0) return;
      const more = along > 0 ? await c.tx.$queryRawUnsafe<{ event: string }[]>(TAKE_MORE, district, name, along) : [];
      await reaction.gather(c, await this.read(c, district, [...mine, ...more]));
      crashPoint('reaction:in-the-middle');
    });
    thrown(outcome);
  }

  private async read(c: Context, district: string, events: readonly { event: string }[]) {
    const rows = await c.tx.event.findMany({ where: { districtId: district, id: { in: events.map(({ event }) => event) } }, orderBy: { id: 'asc' } });
    return rows.map(happened);
  }
}

const TAKE_OWN = 'DELETE FROM pending WHERE district_id = $1::uuid AND reaction = $2 AND event_id = ANY($3::uuid[]) RETURNING event_id AS event';

/** What another process has in hand is left to it. */
const TAKE_MORE = `
DELETE FROM pending WHERE district_id = $1::uuid AND reaction = $2 AND event_id IN
  (SELECT event_id FROM pending WHERE district_id = $1::uuid AND reaction = $2 AND failed_at IS NULL ORDER BY event_id LIMIT $3 FOR UPDATE SKIP LOCKED)
RETURNING event_id AS event`;
