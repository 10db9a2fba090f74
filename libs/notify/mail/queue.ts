import type { Database } from '#platform';

/** A mail that is due. */
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

const COLUMNS = 'd.district_id AS district, d.notification_id AS notification, d.person_id AS person, d.kind, d.address, d.attempts, d.timed, d.gathered, d.carried_by AS "carriedBy"';
/** Until when a mail that goes out now is its sender's; half a minute, doubled with each attempt. */
const LEASED = "attempts = d.attempts + 1, try_at = $1::timestamptz + make_interval(secs => 30 * power(2, d.attempts) * (0.75 + random() / 2))";

/** The mails that wait, as rows: which are due is by the service's clock. */
export class MailQueue {
  constructor(private readonly database: Database) {}

  /** Takes what is due, the longest waiting first; nobody else gets it until its time is over. */
  async take(now: Date): Promise<Due[]> {
    return this.rows(
      `UPDATE delivery d SET ${LEASED} FROM (SELECT district_id, notification_id, channel FROM delivery WHERE state = 'waiting' AND try_at <= $1 ORDER BY try_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) due
       WHERE d.district_id = due.district_id AND d.notification_id = due.notification_id AND d.channel = due.channel RETURNING ${COLUMNS}`,
      [now],
    );
  }

  /** Takes all else that is due to the same person for the same reason, to go in one mail. */
  async takeLike({ district, person, kind }: Due, now: Date): Promise<Due[]> {
    return this.rows(
      `UPDATE delivery d SET ${LEASED} FROM (SELECT notification_id, channel FROM delivery WHERE district_id = $2 AND person_id = $3 AND kind = $4 AND state = 'waiting' AND carried_by IS NULL AND try_at <= $1 FOR UPDATE SKIP LOCKED) due
       WHERE d.district_id = $2 AND d.notification_id = due.notification_id AND d.channel = due.channel RETURNING ${COLUMNS}`,
      [now, district, person, kind],
    );
  }

  /** When someone last got a mail of a kind; null where never. */
  async lastSent({ district, person, kind }: Due): Promise<Date | null> {
    const { rows } = await this.database.pool.query<{ at: Date | null }>('SELECT max(sent_at) AS at FROM delivery WHERE district_id = $1 AND person_id = $2 AND kind = $3', [district, person, kind]);
    return rows[0]?.at ?? null;
  }

  /** Puts mails back until a time: that was no attempt. */
  putBack(mails: readonly Due[], until: Date, gathered: boolean): Promise<void> {
    return this.set(mails, 'try_at = $3, attempts = d.attempts - 1, timed = true, gathered = $4', [until, gathered]);
  }

  carry(mails: readonly Due[], by: string): Promise<void> {
    return this.set(mails, 'carried_by = $3, timed = true', [by]);
  }

  unwanted(mails: readonly Due[]): Promise<void> {
    return this.set(mails, "state = 'unwanted', timed = true", []);
  }

  sent(mails: readonly Due[], at: Date): Promise<void> {
    return this.set(mails, "state = 'sent', sent_at = $3, last_error = NULL", [at]);
  }

  /** After the last attempt, or where the server will never take it, it stays as failed. */
  async failed(mails: readonly Due[], error: string, forGood: boolean): Promise<void> {
    await this.set(mails, `last_error = $3, state = CASE WHEN $4 OR d.attempts >= ${MOST_ATTEMPTS} THEN 'failed' ELSE d.state END`, [error.slice(0, 500), forGood]);
  }

  async keepAll(): Promise<void> {
    await this.database.pool.query("UPDATE delivery SET state = 'kept' WHERE state = 'waiting'");
  }

  private async set(mails: readonly Due[], change: string, values: readonly unknown[]): Promise<void> {
    if (mails.length === 0) return;
    await this.database.pool.query(`UPDATE delivery d SET ${change} WHERE d.district_id = $1 AND d.notification_id = ANY($2) AND d.channel = 'mail'`, [mails[0]!.district, mails.map(({ notification }) => notification), ...values]);
  }

  private rows = async (text: string, values: readonly unknown[]): Promise<Due[]> => (await this.database.pool.query<Due>(text, [...values])).rows;
}
