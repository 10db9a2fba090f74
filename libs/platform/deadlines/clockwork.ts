import { isRefusal, type DistrictId, type Payload } from '#kernel';
import type { Clock } from '../clock/clock.js';
import type { Transactions } from '../commands/transaction.js';
import type { Database } from '../database/database.js';
import type { Repeating } from '../queues/schedulers.js';

/** Something to be done again and again; it must be safe to run twice, and after an outage. */
export interface Task extends Repeating {
  run(): Promise<unknown>;
}

const BATCH = 200;

/** The alarm clock: turns deadlines that have come into events, and runs the tasks that repeat. */
export class Clockwork {
  private readonly tasks = new Map<string, Task>();

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    this.add({ name: 'ring', everySeconds: 1, run: () => this.ring() });
  }

  add(task: Task): void {
    this.tasks.set(task.name, task);
  }

  /** What repeats. */
  all(): readonly Task[] {
    return [...this.tasks.values()];
  }

  async run(name: string): Promise<void> {
    await this.tasks.get(name)?.run();
  }

  /**
   * Announces every deadline that has come, each as of its own time however late it is noticed, in their order.
   * @returns how many were announced
   */
  async ring(): Promise<number> {
    let rung = 0;
    for (;;) {
      const due = await this.database.prisma.deadline.findMany({ where: { at: { lte: this.clock.now() } }, orderBy: { at: 'asc' }, take: BATCH });
      for (const { districtId, id, name, at } of due) {
        const actor = { kind: 'system', district: districtId as DistrictId, name: 'clockwork' } as const;
        const outcome = await this.transactions.run({ command: 'clockwork', actor, requestId: null, at }, async (c) => {
          const row = await c.tx.deadline.findUnique({ where: c.key(id) });
          // Another process announced it, or a command moved or took it back meanwhile.
          if (!row || row.at > at) return;
          await c.lock(row.aggregateId);
          const { count } = await c.tx.deadline.deleteMany({ where: { districtId, id, at } });
          if (count === 0) return;
          const aggregate = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(row.aggregateId) });
          c.announce(aggregate, { event: name, payload: row.payload as Payload });
        });
        if (!isRefusal(outcome)) rung++;
      }
      if (due.length < BATCH) return rung;
    }
  }
}
