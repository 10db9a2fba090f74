import type { Database } from '#platform';

/** By which way a notice leaves the system. */
export type Channel = 'mail' | 'text';

/** A notice that is due on its way out. */
export interface Due {
  readonly district: string;
  readonly notification: string;
  readonly person: string;
  readonly kind: string;
  readonly address: string;
  readonly attempts: number;
  readonly timed: boolean;
  readonly gathered: boolean;
  readonly carriedBy: string | null;
}

const MOST_ATTEMPTS = 8;
const BATCH = 500;

/** How a channel stands, for the metrics: how long the one due longest ago has waited, and how many were lost in the last day. */
export const deliveryFigures = (channel: Channel): string => `
SELECT coalesce(extract(epoch FROM clock_timestamp() - min(try_at) FILTER (WHERE state = 'waiting' AND try_at <= clock_timestamp())), 0)::float AS ${channel}_waiting,
  count(*) FILTER (WHERE state <> 'waiting' AND try_at > clock_timestamp() - interval '1 day')::int AS ${channel}_failed
FROM delivery WHERE channel = '${channel}' AND state IN ('waiting', 'failed', 'bounced')`;

const COLUMNS = 'd.district_id AS district, d.notification_id AS notification, d.person_id AS person, d.kind, d.address, d.attempts, d.timed, d.gathered, d.carried_by AS "carriedBy"';
/** Until when one that goes out now is its sender's; half a minute, doubled with each attempt. */
const LEASED = "attempts = d.attempts + 1, try_at = $1::timestamptz + make_interval(secs => 30 * power(2, d.attempts) * (0.75 + random() / 2))";

/** What waits to go out on one channel, as rows: which are due is by the service's clock. */
export class DeliveryQueue {
  constructor(
    private readonly database: Database,
    private readonly channel: Channel,
  ) {}

  /** Takes what is due, the longest waiting first; nobody else gets it until its time is over. */
  async take(now: Date): Promise<Due[]> {
    return this.rows(
      `UPDATE delivery d SET ${LEASED} FROM (SELECT district_id, notification_id, channel FROM delivery WHERE state = 'waiting' AND channel = $2 AND try_at <= $1 ORDER BY try_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) due
       WHERE d.district_id = due.district_id AND d.notification_id = due.notification_id AND d.channel = due.channel RETURNING ${COLUMNS}`,
      [now, this.channel],
    );
  }

  /** Takes all else that is due to the same person for the same reason, to go as one. */
  async takeLike({ district, person, kind }: Due, now: Date): Promise<Due[]> {
    return this.rows(
      `UPDATE delivery d SET ${LEASED} FROM (SELECT notification_id, channel FROM delivery WHERE district_id = $2 AND person_id = $3 AND kind = $4 AND channel = $5 AND state = 'waiting' AND carried_by IS NULL AND try_at <= $1 FOR UPDATE SKIP LOCKED) due
       WHERE d.district_id = $2 AND d.notification_id = due.notification_id AND d.channel = due.channel RETURNING ${COLUMNS}`,
      [now, district, person, kind, this.channel],
    );
  }

  /** When someone last got one of a kind; null where never. */
  async lastSent({ district, person, kind }: Due): Promise<Date | null> {
    const { rows } = await this.database.pool.query<{ at: Date | null }>('SELECT max(sent_at) AS at FROM delivery WHERE district_id = $1 AND person_id = $2 AND kind = $3 AND channel = $4', [district, person, kind, this.channel]);
    return rows[0]?.at ?? null;
  }

  /** Which addresses gave back so many mails of late that they get no more. */
  async givingBack(district: string, addresses: readonly string[], now: Date): Promise<ReadonlySet<string>> {
    const { rows } = await this.database.pool.query<{ address: string }>("SELECT address FROM delivery WHERE district_id = $1 AND state = 'bounced' AND address = ANY($2) AND sent_at > $3::timestamptz - interval '30 days' GROUP BY address HAVING count(*) >= 3", [district, addresses, now]);
    return new Set(rows.map(({ address }) => address));
  }

  /** Puts some back until a time: that was no attempt. */
  putBack(due: readonly Due[], until: Date, gathered: boolean): Promise<void> {
    return this.set(due, 'try_at = $4, attempts = d.attempts - 1, timed = true, gathered = $5', [until, gathered]);
  }

  carry(due: readonly Due[], by: string): Promise<void> {
    return this.set(due, 'carried_by = $4, timed = true', [by]);
  }

  unwanted(due: readonly Due[]): Promise<void> {
    return this.set(due, "state = 'unwanted', timed = true", []);
  }

  sent(due: readonly Due[], at: Date): Promise<void> {
    return this.set(due, "state = 'sent', sent_at = $4, last_error = NULL", [at]);
  }

  /** After the last attempt, or where the other side will never take it, it stays as failed. */
  async failed(due: readonly Due[], error: string, forGood: boolean): Promise<void> {
    await this.set(due, `last_error = $4, state = CASE WHEN $5 OR d.attempts >= ${MOST_ATTEMPTS} THEN 'failed' ELSE d.state END`, [error.slice(0, 500), forGood]);
  }

  async keepAll(): Promise<void> {
    await this.database.pool.query("UPDATE delivery SET state = 'kept' WHERE state = 'waiting' AND channel = $1", [this.channel]);
  }

  private async set(due: readonly Due[], change: string, values: readonly unknown[]): Promise<void> {
    if (due.length === 0) return;
    await this.database.pool.query(`UPDATE delivery d SET ${change} WHERE d.district_id = $1 AND d.notification_id = ANY($2) AND d.channel = $3`, [due[0]!.district, due.map(({ notification }) => notification), this.channel, ...values]);
  }

  private rows = async (text: string, values: readonly unknown[]): Promise<Due[]> => (await this.database.pool.query<Due>(text, [...values])).rows;
}
