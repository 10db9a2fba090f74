import { isWorkday } from '#kernel';
import { Clock, Clockwork, Config, Database, Links, LOG } from '#platform';
import { workedHere } from '#rulebook';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import { timingOf } from '../domain/timing.js';
import { NO_WISHES, wishesOf } from '../facts/wishes.js';
import { mailBody } from './body.js';
import { compose, type Composed } from './compose.js';
import { MailQueue, type Due } from './queue.js';
import { AT_ONCE, isForGood, isUnreachable, mailTransport } from './transport.js';

/** After a mail of a kind, others of it to the same person wait so long and go as one. */
const HELD_MINUTES = 10;
/** How long mails wait where the server can't be reached. */
const PAUSE_SECONDS = 60;

/**
 * Sends waiting mails. A mail is leased before it goes out, so a crash between sending and marking sends it at most once
 * more, with the same Message-ID. What repeats itself to one person goes as one mail. Without a server, mails are kept.
 */
@Injectable()
export class Mail implements OnModuleInit, OnApplicationShutdown {
  private readonly transport: Transporter | undefined;
  private readonly queue: MailQueue;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
    private readonly links: Links,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.transport = mailTransport(config);
    this.queue = new MailQueue(database);
  }

  onModuleInit(): void {
    this.clockwork.add({ name: 'mail', everySeconds: 2, run: () => this.sendDue() });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  /** Sends what is due, a batch after another; returns how many notices the server took. */
  async sendDue(): Promise<number> {
    if (!this.transport) {
      await this.queue.keepAll();
      return 0;
    }
    let sent = 0;
    for (;;) {
      const due = await this.queue.take(this.clock.now());
      if (due.length === 0) return sent;
      for (const mails of Map.groupBy(due, ({ district }) => district).values()) {
        const { ready, composed } = await this.timed(mails);
        const bundles = await this.bundled(ready, composed);
        let [next, unreachable] = [0, false];
        const sender = async () => {
          while (next < bundles.length && !unreachable) {
            const outcome = await this.send(this.transport!, bundles[next++]!, composed);
            if (outcome === 'unreachable') unreachable = true;
            else sent += outcome;
          }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, sender));
        if (!unreachable) continue;
        await this.queue.putBack(bundles.slice(next).flat(), new Date(this.clock.now().getTime() + PAUSE_SECONDS * 1000), false);
        return sent;
      }
    }
  }

  /** What of a batch goes out now; the rest is put back until its time, or is not wanted. */
  private async timed(mails: readonly Due[]): Promise<{ ready: Due[]; composed: Map<string, Composed> }> {
    const district = mails[0]!.district;
    const { prisma } = this.database;
    const composed = new Map(await compose(this.database, this.links, this.config.baseUrl, district, mails.map(({ notification }) => notification)));
    const [wishes, here] = [await wishesOf(prisma, district, [...new Set(mails.map(({ person }) => person))]), await workedHere(prisma, district)];
    const worked = (day: string) => here(day) ?? isWorkday(day);
    const [now, timeZone] = [this.clock.now(), this.config.TIME_ZONE];
    const [ready, later, unwanted] = [[] as Due[], new Map<string, Due[]>(), [] as Due[]];
    for (const mail of mails) {
      const said = composed.get(mail.notification);
      if (!said || mail.timed) {
        ready.push(mail);
        continue;
      }
      const habits = wishes.get(mail.person) ?? NO_WISHES;
      const timing = timingOf({ mailing: habits.of(mail.kind) ?? said.notice.mail, alone: said.alone, habits, now, timeZone, worked });
      if (timing === 'off') unwanted.push(mail);
      else if (timing.at <= now) ready.push(mail);
      else later.set(`${timing.at.toISOString()} ${timing.gathered}`, [...(later.get(`${timing.at.toISOString()} ${timing.gathered}`) ?? []), mail]);
    }
    for (const [when, put] of later) await this.queue.putBack(put, new Date(when.split(' ')[0]!), when.endsWith('true'));
    await this.queue.unwanted(unwanted);
    return { ready, composed };
  }

  /** Which mails go as one: what did so before, what was gathered for a person, and what repeats itself to him. */
  private async bundled(mails: readonly Due[], composed: Map<string, Composed>): Promise<Due[][]> {
    const key = (mail: Due) => mail.carriedBy ?? (composed.get(mail.notification)?.alone === false ? `${mail.person} ${mail.gathered ? '' : mail.kind}` : mail.notification);
    const bundles: Due[][] = [];
    for (const group of Map.groupBy(mails, key).values()) {
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
    if (unknown.length > 0) for (const [id, said] of await compose(this.database, this.links, this.config.baseUrl, mails[0]!.district, unknown)) composed.set(id, said);
    return bundles;
  }

  private async send(transport: Transporter, bundle: readonly Due[], composed: ReadonlyMap<string, Composed>): Promise<number | 'unreachable'> {
    const carrier = bundle[0]!.carriedBy ?? [...bundle].map(({ notification }) => notification).sort()[0]!;
    const said = bundle.flatMap(({ notification }) => composed.get(notification) ?? []);
    try {
      const [first] = said;
      if (!first) throw new Error(`No words for a notice of kind ${bundle[0]!.kind}`);
      // One that goes alone is the same mail at a second try by itself.
      if (bundle[0]!.carriedBy === null && !first.alone) await this.queue.carry(bundle, carrier);
      const { subject, text, html } = mailBody(said.map(({ words }) => words), first.language, this.config.baseUrl);
      const unsubscribe = first.alone ? {} : { list: { unsubscribe: `${this.config.baseUrl}/notices?tab=wishes` } };
      await transport.sendMail({ from: this.config.MAIL_FROM, to: bundle[0]!.address, subject, text, html, messageId: `<${carrier}@${new URL(this.config.baseUrl).hostname}>`, ...(first.replyTo !== '' && { replyTo: first.replyTo }), ...unsubscribe });
      await this.queue.sent(bundle, this.clock.now());
      return bundle.length;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.log.warn({ notification: carrier, attempt: bundle[0]!.attempts, error: message }, 'mail not sent');
      await this.queue.failed(bundle, message, isForGood(error));
      return isUnreachable(error) ? 'unreachable' : 0;
    }
  }
}
