import { isWorkday } from '#kernel';
import { Clock, Clockwork, Config, Database, Links, LOG, Metrics, spannedInEach } from '#platform';
import { workedHere } from '#rulebook';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { timingOf } from '../domain/timing.js';
import { NO_WISHES, wishesOf } from '../facts/wishes.js';
import { compose, type Composed } from './compose.js';
import { deliveryFigures, DeliveryQueue, type Channel, type Due } from './queue.js';

/** After one of a kind, others of it to the same person wait so long and go as one. */
const HELD_MINUTES = 10;
/** How long all waits where the other side can't be reached. */
const PAUSE_SECONDS = 60;

/** What goes out as one: to whom, what it says, and the id that is the same at a second try. */
export interface Outgoing {
  readonly address: string;
  readonly said: readonly [Composed, ...Composed[]];
  readonly id: string;
}

/** Why one did not go out: it may go later, it will never be taken, or nothing can be reached at all. */
export type Failing = 'again' | 'for-good' | 'unreachable';

/**
 * Sends what waits on one channel. It is leased before it goes out, so a crash between sending and marking sends it at
 * most once more, with the same id. What repeats itself to one person goes as one. Where nothing is set that would take
 * it, it is kept.
 */
@Injectable()
export abstract class Sender implements OnModuleInit {
  protected abstract readonly channel: Channel;
  /** Whether anything is set that takes what is sent. */
  protected abstract readonly ready: boolean;
  /** How many are on their way at the same time. */
  protected abstract readonly atOnce: number;
  private queue!: DeliveryQueue;

  constructor(
    protected readonly config: Config,
    private readonly database: Database,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly metrics: Metrics,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Hands one over. @throws Error where it was not taken */
  protected abstract handOver(outgoing: Outgoing): Promise<void>;
  protected abstract failing(error: unknown): Failing;

  onModuleInit(): void {
    this.queue = new DeliveryQueue(this.database, this.channel);
    this.metrics.watch({ [`${this.channel}_waiting`]: `Seconds that the ${this.channel} due longest ago has waited`, [`${this.channel}_failed`]: `Of the last day, how many of ${this.channel} were given up or came back` }, deliveryFigures(this.channel));
    this.clockwork.add({ name: this.channel, everySeconds: 2, run: () => this.sendDue() });
  }

  /** Sends what is due, a batch after another; returns how many notices were taken. */
  async sendDue(): Promise<number> {
    if (!this.ready) {
      await this.queue.keepAll();
      return 0;
    }
    let sent = 0;
    for (;;) {
      const due = await this.queue.take(this.clock.now());
      if (due.length === 0) return sent;
      for (const rows of Map.groupBy(due, ({ district }) => district).values()) {
        const { ready, composed } = await this.timed(await this.reachable(rows));
        const bundles = await this.bundled(ready, composed);
        let [next, unreachable] = [0, false];
        const sending = async () => {
          while (next < bundles.length && !unreachable) {
            const outcome = await this.send(bundles[next++]!, composed);
            if (outcome === 'unreachable') unreachable = true;
            else sent += outcome;
          }
        };
        await Promise.all(Array.from({ length: this.atOnce }, sending));
        if (!unreachable) continue;
        await this.queue.putBack(bundles.slice(next).flat(), new Date(this.clock.now().getTime() + PAUSE_SECONDS * 1000), false);
        return sent;
      }
    }
  }

  /** All but those to addresses that gave back what they got; these fail at once. */
  private async reachable(due: readonly Due[]): Promise<readonly Due[]> {
    const lost = await this.queue.givingBack(due[0]!.district, [...new Set(due.map(({ address }) => address))], this.clock.now());
    if (lost.size === 0) return due;
    await this.queue.failed(due.filter(({ address }) => lost.has(address)), 'three messages to this address came back within 30 days', true);
    return due.filter(({ address }) => !lost.has(address));
  }

  /** What of a batch goes out now; the rest is put back until its time, or is not wanted. */
  private async timed(due: readonly Due[]): Promise<{ ready: Due[]; composed: Map<string, Composed> }> {
    if (due.length === 0) return { ready: [], composed: new Map() };
    const district = due[0]!.district;
    const { prisma } = this.database;
    const composed = new Map(await compose(this.database, this.links, this.config, district, due.map(({ notification }) => notification)));
    const [wishes, here] = [await wishesOf(prisma, district, [...new Set(due.map(({ person }) => person))]), await workedHere(prisma, district)];
    const worked = (day: string) => here(day) ?? isWorkday(day);
    const [now, timeZone] = [this.clock.now(), this.config.TIME_ZONE];
    const [ready, later, unwanted] = [[] as Due[], new Map<string, Due[]>(), [] as Due[]];
    for (const one of due) {
      const said = composed.get(one.notification);
      if (!said || one.timed) {
        ready.push(one);
        continue;
      }
      const habits = wishes.get(one.person) ?? NO_WISHES;
      // What is urgent enough for a text message is not gathered.
      const mailing = this.channel === 'text' ? 'now' : (habits.of(one.kind) ?? said.notice.mail);
      const timing = timingOf({ mailing, alone: said.alone, habits, now, timeZone, worked });
      if (timing === 'off') unwanted.push(one);
      else if (timing.at <= now) ready.push(one);
      else later.set(`${timing.at.toISOString()} ${timing.gathered}`, [...(later.get(`${timing.at.toISOString()} ${timing.gathered}`) ?? []), one]);
    }
    for (const [when, put] of later) await this.queue.putBack(put, new Date(when.split(' ')[0]!), when.endsWith('true'));
    await this.queue.unwanted(unwanted);
    return { ready, composed };
  }

  /** Which go as one: what did so before, what was gathered for a person, and what repeats itself to him. */
  private async bundled(due: readonly Due[], composed: Map<string, Composed>): Promise<Due[][]> {
    const key = (one: Due) => one.carriedBy ?? (composed.get(one.notification)?.alone === false ? `${one.person} ${one.gathered ? '' : one.kind}` : one.notification);
    const bundles: Due[][] = [];
    for (const group of Map.groupBy(due, key).values()) {
      const [first] = group;
      if (first!.carriedBy !== null || composed.get(first!.notification)?.alone !== false) {
        bundles.push(group);
        continue;
      }
      const now = this.clock.now();
      const last = first!.gathered ? null : await this.queue.lastSent(first!);
      const free = last === null ? now : new Date(last.getTime() + HELD_MINUTES * 60_000);
      const all = [...group, ...(first!.gathered ? [] : await this.queue.takeLike(first!, now))];
      if (free > now) await this.queue.putBack(all, free, false);
      else bundles.push(all);
    }
    const unknown = bundles.flat().filter(({ notification }) => !composed.has(notification)).map(({ notification }) => notification);
    if (unknown.length > 0) for (const [id, said] of await compose(this.database, this.links, this.config, due[0]!.district, unknown)) composed.set(id, said);
    return bundles;
  }

  private async send(bundle: readonly Due[], composed: ReadonlyMap<string, Composed>): Promise<number | 'unreachable'> {
    const id = bundle[0]!.carriedBy ?? [...bundle].map(({ notification }) => notification).sort()[0]!;
    const [first, ...more] = bundle.flatMap(({ notification }) => composed.get(notification) ?? []);
    try {
      if (!first) throw new Error(`No words for a notice of kind ${bundle[0]!.kind}`);
      // One that goes alone is the same at a second try by itself.
      if (bundle[0]!.carriedBy === null && !first.alone) await this.queue.carry(bundle, id);
      const requests = [...new Set([first, ...more].flatMap(({ requestId }) => requestId ?? []))];
      await spannedInEach(this.channel, requests, { attempt: bundle[0]!.attempts }, () => this.handOver({ address: bundle[0]!.address, said: [first, ...more], id }));
      await this.queue.sent(bundle, this.clock.now());
      return bundle.length;
    } catch (error) {
      const [message, failing] = [error instanceof Error ? error.message : String(error), this.failing(error)];
      this.log.warn({ channel: this.channel, notification: id, attempt: bundle[0]!.attempts, error: message }, 'not sent');
      await this.queue.failed(bundle, message, failing === 'for-good');
      return failing === 'unreachable' ? 'unreachable' : 0;
    }
  }
}
