import createFetch, { type Middleware } from 'openapi-fetch';
import createHooks from 'openapi-react-query';
import { language } from '../words.js';
import { persistentFetch } from './persistent-fetch.js';
import type { components, paths } from './schema.js';

/** A failure as the service tells it (RFC 9457), in the reader's language. */
export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly title?: string;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  readonly explanation?: components['schemas']['ExplanationShown'];
}

export type Shown = components['schemas'];

/** What a GET route answers. */
export type Answer<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { 'application/json': infer T } } } } } ? T : never;

const key = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const everyCall: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', language());
    if (request.method !== 'GET') request.headers.set('idempotency-key', key());
    return request;
  },
};

export const api = createFetch<paths>({ baseUrl: window.location.origin, fetch: persistentFetch });
api.use(everyCall);

/** Reads and commands of the API as hooks: `calls.useQuery('get', '/api/calls/{call}', …)`. */
export const calls = createHooks(api);

/** What a call of the client came to. @throws Problem where it did not do what was asked */
export function answered<T>({ data, error }: { readonly data?: T; readonly error?: unknown }): NonNullable<T> {
  if (data === undefined || data === null) throw error;
  return data;
}

export const isProblem = (error: unknown): error is Problem => typeof error === 'object' && error !== null && 'code' in error && 'detail' in error;

/** Whether it never reached the service, so that it is worth sending again. */
export const isCut = (error: unknown): boolean => !isProblem(error) || error.status === 503;
