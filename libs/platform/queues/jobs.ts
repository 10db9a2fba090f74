import type { FlowJob, JobsOptions } from 'bullmq';

export const REACTIONS = 'reactions';
export const CLOCKWORK = 'clockwork';

/**
 * Ids only: a job reads the truth when it runs. `more` are further events of a reaction that is one statement, `part`
 * and `step` belong to reactions that fan out.
 */
export interface ReactionJob {
  readonly district: string;
  readonly event: string;
  readonly reaction: string;
  readonly more?: readonly string[];
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

const idOf = ({ event, reaction, more }: ReactionJob, of = '') => [event, reaction, more?.length ?? '', of].filter((part) => part !== '').join('.');

/** Events that one job of a statement handles together: a job costs more than a row. */
const TOGETHER = 25;

/** The jobs for what is owed; those of a reaction that is `joined` take up to 25 events each. */
export function reactionJobs(owed: readonly ReactionJob[], joined: (reaction: string) => boolean): ReturnType<typeof reactionJob>[] {
  const alone = owed.filter(({ reaction }) => !joined(reaction));
  const groups = Map.groupBy(owed.filter(({ reaction }) => joined(reaction)), ({ district, reaction }) => `${district} ${reaction}`);
  const together = [...groups.values()].flatMap((jobs) =>
    Array.from({ length: Math.ceil(jobs.length / TOGETHER) }, (_, i): ReactionJob => {
      const [first, ...rest] = jobs.slice(i * TOGETHER, (i + 1) * TOGETHER);
      return rest.length === 0 ? first! : { ...first!, more: rest.map(({ event }) => event) };
    }),
  );
  return [...alone, ...together].map(reactionJob);
}

const reactionJob = (job: ReactionJob): { name: string; data: ReactionJob; opts: JobsOptions } => ({
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
