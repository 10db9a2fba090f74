import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { FlowProducer, Queue } from 'bullmq';
import { once } from 'node:events';
import type { Logger } from 'pino';
import { Clock } from './clock/clock.js';
import { pause } from './clock/pause.js';
import type { Checkpoints } from './audit/checkpoint.js';
import type { Clockwork } from './deadlines/clockwork.js';
import { HEARTBEAT, type Heartbeats } from './health/heartbeats.js';
import type { Relay } from './outbox/relay.js';
import { CLOCKWORK, REACTIONS } from './queues/jobs.js';
import { rewind, wind, type Repeating } from './queues/schedulers.js';
import type { Ground } from './ground.js';

/** An owed event older than this is handed over again. */
const GRACE_SECONDS = 30;

/** Milliseconds between two looks at what the queues know. */
const WATCH = 5000;

/** Sets a working process going once its modules are there, and stops it before they go. */
export class Turning implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();

  constructor(
    private readonly ground: Pick<Ground, 'works' | 'district'>,
    private readonly relay: Relay,
    private readonly clockwork: Clockwork,
    private readonly checkpoints: Checkpoints,
    private readonly heartbeats: Heartbeats,
    private readonly queues: { readonly reactions: Queue; readonly clock: Queue; readonly flows: FlowProducer },
    private readonly log: Logger,
  ) {
    const heard = (error: Error) => log.warn({ error: error.message }, 'queue');
    queues.reactions.on('error', heard);
    queues.clock.on('error', heard);
    queues.flows.on('error', heard);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.ground.works) return;
    this.clockwork.add({ name: 'sweep', everySeconds: 10, run: () => this.relay.sweep(GRACE_SECONDS) });
    this.clockwork.add({ name: 'checkpoint', everySeconds: 3600, run: () => this.checkpoints.make(this.ground.district) });
    this.clockwork.add({ ...HEARTBEAT, run: () => this.heartbeats.beat(CLOCKWORK) });
    // The allowance counts from here, so that a start is not late at once.
    await Promise.all([REACTIONS, CLOCKWORK].map((queue) => this.heartbeats.beat(queue)));
    for (const [queue, repeating] of this.repeating()) await wind(queue, repeating);
    void this.watch();
    // What an earlier process claimed and did not hand over before it was killed.
    await this.relay.sweep(0);
    this.relay.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.relay.stop();
  }

  private readonly repeating = (): [Queue, readonly Repeating[]][] => [
    [this.queues.clock, this.clockwork.all()],
    [this.queues.reactions, [HEARTBEAT]],
  ];

  /** Looks now and then whether the queues still know what repeats. */
  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    const stopped = once(signal, 'abort');
    for (;;) {
      await Promise.race([pause(WATCH), stopped]);
      if (signal.aborted) return;
      for (const [queue, repeating] of this.repeating())
        await rewind(queue, repeating, new Clock().now()).then(
          (lost) => lost.length > 0 && this.log.warn({ queue: queue.name, lost }, 'wound again'),
          (error: Error) => this.log.warn({ error: error.message }, 'watch'),
        );
    }
  }
}
