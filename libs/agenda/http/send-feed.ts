import { isRefusal, type Refusal } from '#kernel';
import { Refused } from '#platform';
import type { FastifyReply } from 'fastify';

/** Sends a calendar, or the problem why there is none. */
export async function sendFeed(reply: FastifyReply, feed: string | Refusal): Promise<void> {
  if (isRefusal(feed)) throw new Refused(feed);
  await reply.header('content-type', 'text/calendar; charset=utf-8').send(feed);
}
