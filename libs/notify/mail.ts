import type { Payload } from '#kernel';
import { Clock, Clockwork, Config, Database, Links, LOG } from '#platform';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import { addressOf } from './address-of.js';
import { fillIn, payloadFor } from './domain/notice.js';
import { NOTICES } from './domain/notices.js';

const MOST_ATTEMPTS = 8;
const BATCH = 50;

interface Due {
  readonly district: string;
  readonly notification: string;
  readonly address: string;
  readonly attempts: number;
}

/**
 * Sends waiting mails. A mail is leased for its backoff before it goes out, so a crash between sending and marking
 * sends it at most once more, with the same Message-ID. Without a mail server, mails are kept and shown.
 */
@Injectable()
export class Mail implements OnModuleInit, OnApplicationShutdown {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
    private readonly links: Links,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.transport = config.SMTP_URL === undefined ? undefined : createTransport(config.SMTP_URL, { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, disableFileAccess: true, disableUrlAccess: true } as object);
  }

  onModuleInit(): void {
    this.clockwork.add({ name: 'mail', everySeconds: 2, run: () => this.sendDue() });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  /** Sends what is due, a batch after another; returns how many the server took. */
  async sendDue(): Promise<number> {
    if (!this.transport) {
      await this.database.pool.query("UPDATE delivery SET state = 'kept' WHERE state = 'waiting'");
      return 0;
    }
    let sent = 0;
    for (;;) {
      const { rows } = await this.database.pool.query<Due>(LEASE, [BATCH]);
      for (const due of rows) if (await this.send(this.transport, due)) sent++;
      if (rows.length < BATCH) return sent;
    }
  }

  private async send(transport: Transporter, due: Due): Promise<boolean> {
    const key = { districtId_notificationId_channel: { districtId: due.district, notificationId: due.notification, channel: 'mail' } };
    try {
      const { subject, text, replyTo } = await this.words(due);
      const messageId = `<${due.notification}@${new URL(this.config.baseUrl).hostname}>`;
      await transport.sendMail({ from: this.config.MAIL_FROM, to: due.address, subject, text, messageId, ...(replyTo !== '' && { replyTo }) });
      await this.database.prisma.delivery.update({ where: key, data: { state: 'sent', sentAt: this.clock.now(), lastError: null } });
      return true;
    } catch (error) {
      const lastError = error instanceof Error ? error.message.slice(0, 500) : String(error);
      this.log.warn({ notification: due.notification, attempt: due.attempts, error: lastError }, 'mail not sent');
      await this.database.prisma.delivery.update({ where: key, data: { lastError, ...(due.attempts >= MOST_ATTEMPTS && { state: 'failed' }) } });
      return false;
    }
  }

  private async words({ district, notification }: Due) {
    const row = await this.database.prisma.notification.findUniqueOrThrow({ where: { districtId_id: { districtId: district, id: notification } } });
    const event = await this.database.prisma.event.findUniqueOrThrow({ where: { districtId_id: { districtId: district, id: row.eventId } } });
    const person = await this.database.prisma.person.findUniqueOrThrow({ where: { districtId_id: { districtId: district, id: row.personId } } });
    const notice = NOTICES.find(({ kind }) => kind === row.kind);
    if (!notice) throw new Error(`No words for a notice of kind ${row.kind}`);
    const { subject, text } = fillIn(notice[person.language === 'en' ? 'en' : 'zh'], payloadFor(event.payload as Payload, person.id), addressOf(notice, event.aggregateId, this.links, this.config.baseUrl));
    const replyTo = notice.replyTo === undefined ? '' : String((event.payload as Payload)[notice.replyTo] ?? '');
    return { subject, text: `${text}\n\n${this.config.baseUrl}\n`, replyTo };
  }
}

const LEASE = `
UPDATE delivery d SET attempts = d.attempts + 1, try_at = clock_timestamp() + make_interval(secs => 30 * power(2, d.attempts) * (0.75 + random() / 2))
FROM (SELECT district_id, notification_id, channel FROM delivery WHERE state = 'waiting' AND try_at <= clock_timestamp()
  ORDER BY try_at LIMIT $1 FOR UPDATE SKIP LOCKED) due
WHERE d.district_id = due.district_id AND d.notification_id = due.notification_id AND d.channel = due.channel
RETURNING d.district_id AS district, d.notification_id AS notification, d.address, d.attempts`;
