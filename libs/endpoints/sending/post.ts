import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { guarded, judgeHost, type Inside } from './address.js';

export interface Answered {
  readonly status: number;
  /** At most so much of it as is read. */
  readonly text: string;
}

const TIMEOUT_MS = 10_000;
const MOST_READ = 16_384;

/** Posts JSON to an address outside. Redirects are not followed; an answer is cut, and waited for 10 seconds. @throws Error where none comes */
export function post(url: string, body: string, headers: Readonly<Record<string, string>>, inside: Inside): Promise<Answered> {
  const to = new URL(url);
  return new Promise((done, fail) => {
    judgeHost(to.hostname, inside);
    const request = (to.protocol === 'https:' ? requestSecure : requestPlain)(
      to,
      { method: 'POST', agent: false, lookup: guarded(inside), headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body), 'user-agent': 'Trellis', ...headers }, signal: AbortSignal.timeout(TIMEOUT_MS) },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
          if (text.length > MOST_READ) response.destroy();
        });
        response.on('close', () => done({ status: response.statusCode ?? 0, text: text.slice(0, MOST_READ) }));
        response.on('error', fail);
      },
    );
    request.on('error', (error) => fail(error.name === 'AbortError' || error.name === 'TimeoutError' ? new Error('no answer within 10 seconds') : error));
    request.end(body);
  });
}
