import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { eventLine } from '#notify';
import { Clock, Clockwork, Config, Database, LOG, Transactions } from '#platform';
import type { DistrictId } from '#kernel';
import type { Logger } from 'pino';
import { Webhook } from 'standardwebhooks';
import { endpointGone, endpointMachine } from '../domain/endpoint.js';
import { robotText, webhookBody } from '../domain/message.js';
import { post, type Answered } from './post.js';
import { DispatchQueue, type DispatchDue } from './queue.js';
import { robotPost, robotRefusal } from './robots.js';

/** Webhooks to one endpoint on their way at the same time. */
const AT_ONCE = 5;
const GONE = 410;

/**
 * Sends events outside. A dispatch is leased before it goes, so a crash between sending and marking sends it at most
 * once more, with the same webhook-id. A robot gets all that is due as one text: its platform takes few a minute.
 */
@Injectable()
export class Dispatcher implements OnModuleInit {
  private readonly queue: DispatchQueue;
  private readonly inside: readonly string[];

  constructor(
    private readonly config: Config,
    database: Database,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.queue = new DispatchQueue(database);
    this.inside = (config.ENDPOINTS_INSIDE ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '');
  }

  onModuleInit(): void {
    this.clockwork.add({ name: 'dispatch', everySeconds: 3, run: () => this.sendDue() });
  }

  /** Sends what is due, a batch after another; returns how many events were taken. */
  async sendDue(): Promise<number> {
    let sent = 0;
    for (;;) {
      const due = await this.queue.take(this.clock.now());
      if (due.length === 0) return sent;
      const counts = await Promise.all([...Map.groupBy(due, ({ endpoint }) => endpoint).values()].map((rows) => (rows[0]!.to === 'webhook' ? this.webhooks(rows) : this.robot(rows))));
      sent += counts.reduce((sum, count) => sum + count, 0);
    }
  }

  private async webhooks(rows: readonly DispatchDue[]): Promise<number> {
    let sent = 0;
    for (let n = 0; n < rows.length; n += AT_ONCE) sent += (await Promise.all(rows.slice(n, n + AT_ONCE).map((row) => this.attempt([row], () => this.webhook(row))))).reduce((sum, count) => sum + count, 0);
    return sent;
  }

  private robot(rows: readonly DispatchDue[]): Promise<number> {
    const [{ to, url, secret }] = rows as [DispatchDue];
    return this.attempt(rows, async () => {
      const { url: signed, body } = robotPost(to as Exclude<typeof to, 'webhook'>, url, secret, robotText(rows.map((row) => eventLine(row.name, row.payload, this.config.TIME_ZONE))), this.clock.now());
      const answered = await post(signed, body, {}, this.inside);
      const refusal = answered.status === 200 ? robotRefusal(answered.text) : null;
      if (refusal !== null) throw new Error(refusal);
      return answered;
    });
  }

  private webhook(row: DispatchDue): Promise<Answered> {
    const [body, now] = [webhookBody(row), this.clock.now()];
    const signature = [row.secret, row.former].flatMap((secret) => (secret === null ? [] : [new Webhook(secret).sign(row.id, now, body)])).join(' ');
    return post(row.url, body, { 'webhook-id': row.id, 'webhook-timestamp': String(Math.floor(now.getTime() / 1000)), 'webhook-signature': signature }, this.inside);
  }

  private async attempt(rows: readonly DispatchDue[], send: () => Promise<Answered>): Promise<number> {
    const now = this.clock.now();
    try {
      const { status } = await send();
      if (status >= 200 && status < 300) {
        await this.queue.sent(rows, now, status);
        return rows.length;
      }
      await this.queue.failed(rows, status >= 300 && status < 400 ? `${status}: redirects are not followed` : `it answered ${status}`, status, now);
      if (status === GONE) await this.lose(rows[0]!);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.log.warn({ endpoint: rows[0]!.endpoint, events: rows.length, error: message }, 'not dispatched');
      await this.queue.failed(rows, message, null, now);
    }
    return 0;
  }

  /** An endpoint that says it is gone gets nothing more, until someone resumes it. */
  private async lose({ district, endpoint }: DispatchDue): Promise<void> {
    await this.transactions.run({ command: 'lose-endpoint', actor: { kind: 'system', district: district as DistrictId, name: 'dispatch' }, requestId: null }, async (c) => {
      await c.lock(endpoint);
      const row = await c.tx.endpoint.findUniqueOrThrow({ where: c.key(endpoint), include: { aggregate: true } });
      if (row.aggregate.state === 'active') c.move(row.aggregate, endpointMachine.take('lose', row.aggregate.state, {}, [endpointGone({ name: row.name })]));
    });
  }
}
