/** The only source of the time in the service. */
export class Clock {
  now(): Date {
    // eslint-disable-next-line no-restricted-properties
    return new Date(Date.now());
  }
}

/** A clock that stands where it was last put, for tests and the demo. */
export class MovableClock extends Clock {
  private goes = false;

  constructor(private at: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.goes ? Math.max(super.now().getTime(), this.at.getTime()) : this.at);
  }

  /** From here on it goes with the world's time, once that has come to where it stands. */
  go(): void {
    this.goes = true;
  }

  /** Moves to a later instant; time never runs backwards. */
  moveTo(instant: Date): void {
    if (instant < this.at) throw new RangeError(`The clock is already at ${this.at.toISOString()}`);
    this.at = instant;
  }
}
