import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { pause } from '#platform';
import { Problem } from '../../../apps/cli/demo/visitor.js';

/** A command, as its client knows it. */
export interface Item {
  readonly kind: string;
  /** What it is about, and what it would have there. */
  readonly target: string;
  readonly value: string | number;
  readonly key: string;
  readonly invoked: number;
  returned: number;
  outcome: 'done' | 'refused' | 'unknown';
  answer: Record<string, unknown>;
  /** Why it was refused. */
  code: string;
}

const ATTEMPT = 8000;
/** A client that is still not answered after this long finds the service dead. */
const PATIENCE = 120_000;

/** What all clients asked and were told. */
export class History {
  readonly items: Item[] = [];
  attempts = 0;
  /** Answers that were neither done nor refused, by status and code. */
  readonly failures = new Map<string, number>();
  /** What the service said where it took the failure for its own, with the number it noted it under. */
  readonly faults: string[] = [];
  /** The longest that a client waited for an answer, in milliseconds. */
  longest = 0;

  constructor(private readonly random: () => number) {}

  /**
   * Asks until there is an answer, always under one key; now and then gives up after a first failure, as people do.
   * @throws when the service never answers
   */
  async ask(kind: string, target: string, value: string | number, send: (headers: Record<string, string>) => Promise<object>): Promise<Item> {
    const item: Item = { kind, target, value, key: randomUUID(), invoked: performance.now(), returned: Infinity, outcome: 'unknown', answer: {}, code: '' };
    this.items.push(item);
    const givesUp = this.random() < 0.25;
    for (;;) {
      this.attempts++;
      const told = await inTime(send({ 'idempotency-key': item.key }));
      const waited = performance.now() - item.invoked;
      this.longest = Math.max(this.longest, waited);
      const returned = performance.now();
      if ('answer' in told) return Object.assign(item, { outcome: 'done', answer: told.answer, returned });
      const { failure } = told;
      if (failure instanceof Problem && failure.status < 500 && failure.status !== 429) return Object.assign(item, { outcome: 'refused', code: failure.body.code ?? String(failure.status), returned });
      if (failure instanceof Problem) this.failures.set(`${failure.status} ${failure.body.code ?? ''}`, (this.failures.get(`${failure.status} ${failure.body.code ?? ''}`) ?? 0) + 1);
      if (failure instanceof Problem && failure.status === 500) this.faults.push(failure.body.detail ?? '');
      if (givesUp) return item;
      if (waited > PATIENCE) throw new Error(`${kind} had no answer in ${PATIENCE / 1000} s: ${String(failure)}`);
      await pause(50 + this.random() * 200);
    }
  }

  /** Asks for what there is; undefined when it could not be had. */
  async look(target: string, kind: string, send: () => Promise<number>): Promise<void> {
    const invoked = performance.now();
    const told = await inTime(send());
    if ('answer' in told) this.items.push({ kind, target, value: told.answer, key: '', invoked, returned: performance.now(), outcome: 'done', answer: {}, code: '' });
  }
}

const inTime = <T>(answer: Promise<T>): Promise<{ answer: T } | { failure: unknown }> =>
  Promise.race([answer.then((answer) => ({ answer }), (failure: unknown) => ({ failure })), pause(ATTEMPT).then(() => ({ failure: 'no answer in time' }))]);
