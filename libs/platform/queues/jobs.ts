import type { FlowJob, JobsOptions } from 'bullmq';

export const REACTIONS = 'reactions';
export const CLOCKWORK = 'clockwork';

/** Ids only: a job reads the truth when it runs. `part` and `step` belong to reactions that fan out. */
export interface ReactionJob {
  readonly district: string;
  readonly event: string;
  readonly reaction: string;
  readonly part?: string;
  readonly step?: 'last';
}

/** Finished jobs leave at once: what is done is known from the database, and a left-behind id would block adding it again. */
export const KEPT_NEVER: JobsOptions = {
  removeOnComplete: true,
  removeOnFail: true,
  attempts: 8,
  backoff: { type: 'exponential', delay: 500, jitter: 0.5 },
};

const idOf = ({ event, reaction }: ReactionJob, of = '') => `${event}.${reaction}${of && `.${of}`}`;

export const reactionJob = (job: ReactionJob): { name: string; data: ReactionJob; opts: JobsOptions } => ({
  name: job.reaction,
  data: job,
  opts: { ...KEPT_NEVER, jobId: idOf(job) },
});

/** A flow of one job a part and a last one that runs whatever became of them: it counts for itself. */
export const flowJob = (job: ReactionJob, parts: readonly string[]): FlowJob => ({
  name: `${job.reaction}.last`,
  queueName: REACTIONS,
  data: { ...job, step: 'last' },
  opts: { ...KEPT_NEVER, jobId: idOf(job, 'last') },
  children: parts.map((part) => ({
    name: `${job.reaction}.part`,
    queueName: REACTIONS,
    data: { ...job, part },
    opts: { ...KEPT_NEVER, jobId: idOf(job, part), ignoreDependencyOnFailure: true },
  })),
});
