import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { FlowProducer, Queue } from 'bullmq';
import type { Logger } from 'pino';
import type { Checkpoints } from './audit/checkpoint.js';
import type { Clockwork } from './deadlines/clockwork.js';
import type { Heartbeats } from './health/heartbeats.js';
import type { Relay } from './outbox/relay.js';
import type { Ground } from './ground.js';

/** An owed event older than this is handed over again. */
const GRACE_SECONDS = 30;

/** Sets a working process going once its modules are there, and stops it before they go. */
export class Turning implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly ground: Pick<Ground, 'works' | 'district'>,
    private readonly relay: Relay,
    private readonly clockwork: Clockwork,
    private readonly checkpoints: Checkpoints,
    private readonly heartbeats: Heartbeats,
    private readonly queues: { readonly reactions: Queue; readonly clock: Queue; readonly flows: FlowProducer },
    log: Logger,
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
    await Promise.all([this.clockwork.wind(this.queues.clock), this.heartbeats.start([this.queues.reactions, this.queues.clock])]);
    // What an earlier process claimed and did not hand over before it was killed.
    await this.relay.sweep(0);
    this.relay.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay.stop();
  }
}
