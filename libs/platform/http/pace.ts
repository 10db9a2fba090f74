import { refusalType, refuse } from '#kernel';
import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { Refused } from '../commands/refused.js';

export const tooMany = refusalType('request:too-many', 'too-many', '请求过于频繁，请 {seconds} 秒后再试。', 'Too many requests. Try again in {seconds} seconds.');

const WINDOW_SECONDS = 60;

/** How many requests each person, key or address may make in a minute, as one process counts them. */
export class Pace {
  private readonly limiter: RateLimiterMemory;

  constructor(private readonly most: number) {
    this.limiter = new RateLimiterMemory({ points: most, duration: WINDOW_SECONDS });
  }

  /** Counts a request and says in the answer how many are left. @throws Refused when there are none */
  async take(key: string, reply: FastifyReply): Promise<void> {
    const outcome = await this.limiter.consume(key).catch((full: RateLimiterRes) => full);
    const seconds = Math.ceil(outcome.msBeforeNext / 1000);
    void reply.header('ratelimit-policy', `${this.most};w=${WINDOW_SECONDS}`).header('ratelimit-limit', this.most).header('ratelimit-remaining', Math.max(0, outcome.remainingPoints)).header('ratelimit-reset', seconds);
    if (outcome.consumedPoints <= this.most) return;
    void reply.header('retry-after', seconds);
    throw new Refused(refuse(tooMany, { seconds }));
  }
}
