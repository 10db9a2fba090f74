import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, type Type } from '@nestjs/common';
import { UnrecoverableError, type Job } from 'bullmq';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { Heartbeats, HEARTBEAT } from '../health/heartbeats.js';
import { Clockwork } from '../deadlines/clockwork.js';
import { Metrics } from '../health/metrics.js';
import { LOG } from '../log/log.js';
import { ReactionRunner } from '../reactions/reaction-runner.js';
import { CLOCKWORK, REACTIONS, type ReactionJob } from './jobs.js';

/** The workers of this process; made from the settings, since a processor's options are fixed when it is declared. */
export function processors(config: Config): Type<WorkerHost>[] {
  const lock = { lockDuration: config.JOB_LOCK_SECONDS * 1000, stalledInterval: (config.JOB_LOCK_SECONDS * 1000) / 2, maxStalledCount: 3 };

  @Processor(REACTIONS, { concurrency: config.CONCURRENCY, ...lock })
  class ReactionProcessor extends WorkerHost {
    constructor(
      private readonly runner: ReactionRunner,
      private readonly metrics: Metrics,
      private readonly heartbeats: Heartbeats,
      @Inject(LOG) private readonly log: Logger,
    ) {
      super();
    }

    async process(job: Job<ReactionJob>): Promise<string> {
      if (job.name === HEARTBEAT.name) return this.heartbeats.beat(REACTIONS).then(() => 'beat');
      try {
        const result = await this.runner.run(job.data, job.timestamp);
        this.metrics.reactions.inc({ reaction: job.data.reaction, result });
        return result;
      } catch (error) {
        const attempt = job.attemptsMade + 1;
        const most = job.opts.attempts ?? 1;
        const text = error instanceof Error ? error.message : String(error);
        this.metrics.reactions.inc({ reaction: job.data.reaction, result: 'failed' });
        this.log.warn({ ...job.data, attempt, most, err: error }, 'reaction failed');
        if (attempt < most) throw error;
        await this.runner.giveUp(job.data, text);
        throw new UnrecoverableError(text);
      }
    }

    @OnWorkerEvent('error')
    failed(error: Error): void {
      this.log.warn({ error: error.message }, 'reaction worker');
    }
  }

  @Processor(CLOCKWORK, { concurrency: 4, ...lock })
  class ClockworkProcessor extends WorkerHost {
    constructor(
      private readonly clockwork: Clockwork,
      @Inject(LOG) private readonly log: Logger,
    ) {
      super();
    }

    async process(job: Job): Promise<void> {
      await this.clockwork.run(job.name);
    }

    @OnWorkerEvent('error')
    failed(error: Error): void {
      this.log.warn({ error: error.message }, 'clockwork worker');
    }
  }

  return [ReactionProcessor, ClockworkProcessor];
}
