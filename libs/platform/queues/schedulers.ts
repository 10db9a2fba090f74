import type { Queue } from 'bullmq';

/** What is done again and again by a job of that name. */
export interface Repeating {
  readonly name: string;
  readonly everySeconds: number;
}

type Schedulers = Pick<Queue, 'upsertJobScheduler' | 'getJobSchedulers' | 'removeJobScheduler'>;

/** A scheduler whose next job is this late has stopped. */
const LATE_SECONDS = 15;
const GONE_WHEN_DONE = { removeOnComplete: true, removeOnFail: true };

/** Makes the queue's schedulers those of `all`, whatever an earlier program set. */
export async function wind(queue: Schedulers, all: readonly Repeating[]): Promise<void> {
  const names = new Set(all.map(({ name }) => name));
  for (const { key } of await queue.getJobSchedulers()) if (!names.has(key)) await queue.removeJobScheduler(key);
  await Promise.all(all.map((one) => set(queue, one)));
}

/**
 * Winds again those that the queue has lost, or that stand still: a queue that was emptied knows nothing of the time any more.
 * `now`: by the machine's clock, as the queue counts. Returns their names.
 */
export async function rewind(queue: Schedulers, all: readonly Repeating[], now: Date): Promise<string[]> {
  const next = new Map((await queue.getJobSchedulers()).map(({ key, next }) => [key, next ?? 0]));
  const lost = all.filter(({ name }) => (next.get(name) ?? 0) < now.getTime() - LATE_SECONDS * 1000);
  for (const one of lost) {
    await queue.removeJobScheduler(one.name);
    await set(queue, one);
  }
  return lost.map(({ name }) => name);
}

const set = (queue: Schedulers, { name, everySeconds }: Repeating) => queue.upsertJobScheduler(name, { every: everySeconds * 1000 }, { name, opts: GONE_WHEN_DONE });
