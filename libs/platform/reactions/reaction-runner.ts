import { isRefusal } from '#kernel';
import type { FlowProducer } from 'bullmq';
import type { Logger } from 'pino';
import type { Context } from '../commands/context.js';
import { crashPoint } from '../commands/crash-point.js';
import type { Transactions } from '../commands/transaction.js';
import type { Config } from '../config/config.js';
import type { Database } from '../database/database.js';
import type { Files } from '../files/files.js';
import { flowJob, KEPT_NEVER, type ReactionJob } from '../queues/jobs.js';
import type { Progress } from './progress.js';
import { Gatherings } from './gatherings.js';
import { eachAlone, originOf, readEvent, thrown } from './happened.js';
import type { Effect, Fan, Happened, Statement } from './reaction.js';
import type { Subscriptions } from './subscriptions.js';
import { Clock } from '../clock/clock.js';
import { isTracing, spannedInEach, spanOver } from '../trace/trace.js';

/** What became of a job: `already` when its effect had been written before. */
export type Reacted = 'done' | 'already' | 'fanned-out';

/** Runs the reaction a job names, so that its effect happens once however often and in whatever order jobs come. */
export class ReactionRunner {
  private readonly gatherings: Gatherings;

  constructor(
    readonly database: Database,
    readonly config: Config,
    private readonly transactions: Transactions,
    private readonly subscriptions: Subscriptions,
    private readonly flows: Pick<FlowProducer, 'add'>,
    readonly files: Files,
    private readonly progress: Progress,
    private readonly log: Logger,
  ) {
    this.gatherings = new Gatherings(database, transactions);
  }

  /** `added`: when the job was handed to the queue, in milliseconds of the machine's clock. */
  async run(job: ReactionJob, added?: number): Promise<Reacted> {
    const reaction = this.subscriptions.reaction(job.reaction);
    if (!reaction) throw new Error(`This program has no reaction "${job.reaction}"`);
    const react = () => ('statement' in reaction ? this.byStatement(reaction, job) : 'gather' in reaction ? this.gatherings.run(reaction, job) : this.onEvent(reaction, job));
    const result = isTracing() ? await this.inTraces(job, added, react) : await react();
    crashPoint('reaction:before-acknowledgement');
    return result;
  }

  /** Shows in the trace of every request that the job's events come from what it waited for, and then itself. */
  private async inTraces(job: ReactionJob, added: number | undefined, react: () => Promise<Reacted>): Promise<Reacted> {
    const { rows } = await this.database.pool.query<{ request: string; at: Date }>('SELECT request_id AS request, min(at) AS at FROM event WHERE district_id = $1 AND id = ANY($2) AND request_id IS NOT NULL GROUP BY request_id', [job.district, [job.event, ...(job.more ?? [])]]);
    if (added !== undefined)
      for (const { request, at } of rows) {
        spanOver('outbox', request, at.getTime(), added);
        spanOver('queue', request, added, new Clock().now().getTime());
      }
    return spannedInEach(`reaction ${job.reaction}`, rows.map(({ request }) => request), { events: 1 + (job.more?.length ?? 0) }, react);
  }

  /** Keeps the event as a dead letter, to be seen and sent again by a person. */
  async giveUp(job: ReactionJob, failure: string): Promise<void> {
    await this.database.pool.query('UPDATE pending SET failure = $4, failed_at = clock_timestamp() WHERE district_id = $1 AND event_id = ANY($2) AND reaction = $3', [
      job.district,
      [job.event, ...(job.more ?? [])],
      job.reaction,
      failure.slice(0, 2000),
    ]);
  }

  private async byStatement({ statement, parameters }: Statement, { district, event, more = [], reaction }: ReactionJob): Promise<Reacted> {
    const text = `WITH handled AS (DELETE FROM pending WHERE district_id = $1 AND event_id = ANY($2) AND reaction = $3 RETURNING district_id, event_id) ${statement}`;
    const run = (events: readonly string[]) => this.database.pool.query({ name: `reaction ${reaction}`, text, values: [district, events, reaction, ...parameters] });
    crashPoint('reaction:in-the-middle');
    await run([event, ...more]).catch((error: unknown) => (more.length === 0 ? Promise.reject(error as Error) : eachAlone([event, ...more], (one) => run([one]))));
    return 'done';
  }

  private async onEvent(reaction: Effect | Fan, job: ReactionJob): Promise<Reacted> {
    const event = await readEvent(this.database, job.district, job.event);
    const log = this.log.child({ event: event.id, reaction: job.reaction, requestId: event.requestId });
    const result = 'react' in reaction ? await this.act(reaction, job, event) : await this.actOnPart(reaction, job, event);
    log.debug({ name: event.name, result }, 'reacted');
    return result;
  }

  private async act(reaction: Effect, job: ReactionJob, event: Happened): Promise<Reacted> {
    if (!reaction.prepare) return this.once(job, event, (c) => reaction.react(c, event, undefined, this));
    const key = { districtId: job.district, eventId: job.event, reaction: job.reaction };
    if ((await this.database.prisma.pending.count({ where: key })) === 0) return 'already';
    const report = (step: string, done: number, of: number) => this.progress.report(event, step, done, of);
    const prepared = await reaction.prepare({ tx: this.database.prisma, files: this.files, database: this.database, config: this.config, report }, event);
    await this.progress.written();
    return this.once(job, event, (c) => reaction.react(c, event, prepared, this));
  }

  private async actOnPart(reaction: Fan, job: ReactionJob, event: Happened): Promise<Reacted> {
    if (job.step === 'last') return this.once(job, event, (c) => reaction.last(c, event));
    if (job.part !== undefined) {
      const part = job.part;
      thrown(await this.transactions.run(originOf(job.reaction, event), (c) => reaction.part(c, event, part)));
      return 'done';
    }
    await this.flows.add(flowJob(job, await reaction.parts(this.database.prisma, event)), { queuesOptions: { reactions: { defaultJobOptions: KEPT_NEVER } } });
    return 'fanned-out';
  }

  /** The effect and its handled mark in one transaction; the mark's lock makes a second run wait and then see it. */
  private async once(job: ReactionJob, event: Happened, effect: (c: Context) => Promise<void>): Promise<Reacted> {
    const outcome = await this.transactions.run(originOf(job.reaction, event), async (c): Promise<Reacted> => {
      const owed = await c.tx.pending.deleteMany({ where: { districtId: job.district, eventId: job.event, reaction: job.reaction } });
      if (owed.count === 0) return 'already';
      await effect(c);
      crashPoint('reaction:in-the-middle');
      return 'done';
    });
    thrown(outcome);
    return isRefusal(outcome) ? 'already' : outcome.value;
  }
}
