import { endOfLocalDay, localDay } from '#kernel';
import type { Clock } from './clock.js';

/** Days as the service's time zone counts them. */
export class Calendar {
  constructor(
    private readonly clock: Clock,
    private readonly timeZone: string,
  ) {}

  today(): string {
    return this.dayOf(this.clock.now());
  }

  dayOf(at: Date): string {
    return localDay(at, this.timeZone);
  }

  /** The last moment of a day. */
  endOf(day: string): Date {
    return endOfLocalDay(day, this.timeZone);
  }
}
