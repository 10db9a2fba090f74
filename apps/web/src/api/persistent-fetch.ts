import { lost, reached } from './line.js';

/** Seconds between two tries, at most; a restart of the service takes a few. */
const LONGEST = 4;
const TRIES = 100;

const later = (seconds: number) => new Promise((go) => window.setTimeout(go, seconds * 1000));

/**
 * Sends a request until the service has answered it. Commands carry their key (`Idempotency-Key`), so one that had
 * arrived before the line was cut is not done twice; reads are tried again by whoever shows them.
 */
export async function persistentFetch(request: Request): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const last = request.method === 'GET' || tries >= TRIES;
    try {
      const answer = await fetch(last ? request : request.clone());
      if (answer.status !== 503) reached();
      else lost();
      if (answer.status !== 503 || last) return answer;
    } catch (error) {
      lost();
      if (last) throw error;
    }
    await later(Math.min(0.25 * 2 ** tries, LONGEST));
  }
}
