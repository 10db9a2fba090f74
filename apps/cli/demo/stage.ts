import { randomBytes } from 'node:crypto';
import { Clock, Clockwork, type MovableClock, pause } from '#platform';
import type { Service } from '../../service/service.js';
import { Visitor } from './visitor.js';

/** The running service as the demo plays on it: people at its API, and a clock that the demo moves. */
export class Stage {
  readonly password = randomBytes(9).toString('base64url');
  private steps = 0;

  constructor(
    private readonly service: Service,
    private readonly clock: MovableClock,
    private readonly say: (text: string) => void,
  ) {}

  visitor(name: string, account: string): Visitor {
    return new Visitor(this.service.config.baseUrl, name, `${account}@demo.example`, this.password);
  }

  /** Shows progress under the current act. */
  note(text: string): void {
    this.say(text);
  }

  /** A number from 0 to 1 that is the same in every demo. */
  chance(): number {
    // A linear congruential generator with the constants of Numerical Recipes.
    this.steps = (Math.imul(this.steps, 1664525) + 1013904223) >>> 0;
    return this.steps / 2 ** 32;
  }

  /** Moves to 09:00 of a day (UTC+8), rings the deadlines on the way, and waits until all that follows has been done. */
  async moveTo(day: string): Promise<void> {
    this.clock.moveTo(new Date(day.includes('T') ? day : `${day}T09:00:00+08:00`));
    await this.service.app.get(Clockwork).ring();
    await this.settle();
  }

  /** Comes to the present, where time goes on by itself. */
  async moveToPresent(): Promise<void> {
    this.clock.go();
    await this.service.app.get(Clockwork).ring();
    await this.settle();
  }

  /** So many days from the present (before it, where negative), at six in the evening (UTC+8) as deadlines are. */
  present(days: number): string {
    const day = new Date(new Clock().now().getTime() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    return `${day}T18:00:00+08:00`;
  }

  /** Waits until no reaction owes anything to any event. */
  async settle(): Promise<void> {
    for (;;) {
      const { rows } = await this.service.database.pool.query<{ owed: boolean }>('SELECT EXISTS (SELECT 1 FROM pending WHERE failed_at IS NULL) AS owed');
      if (!rows[0]?.owed) return;
      await pause(20);
    }
  }
}
