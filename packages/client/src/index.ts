import createClient, { type Client } from 'openapi-fetch';
import { patientFetch } from './patient-fetch.js';
import { Problem } from './problem.js';
import type { components, paths } from './schema.js';

export { Problem } from './problem.js';
export type { paths } from './schema.js';

/** The bodies that requests take, by their names in the API's document. */
export type Bodies = components['schemas'];

export interface Options {
  /** The installation's address, such as https://trellis.example. */
  readonly baseUrl: string;
  /** A key made under "Account and security"; without it only what the public may read. */
  readonly key?: string;
  /** The language of problems and of what has words in both. */
  readonly language?: 'zh' | 'en';
  /** How often a request is sent again that did not arrive, met a busy service or came too often; 4 where it is left out. */
  readonly tries?: number;
  readonly fetch?: typeof fetch;
}

export type Trellis = Client<paths>;

/**
 * A client whose paths, parameters, bodies and answers are typed by the API's document. Each command carries an
 * Idempotency-Key, so that sending it again has one effect.
 */
export function createTrellis({ baseUrl, key, language = 'zh', tries = 4, fetch: own = fetch }: Options): Trellis {
  const client = createClient<paths>({ baseUrl, fetch: patientFetch(own, tries) });
  client.use({
    onRequest({ request }) {
      request.headers.set('accept-language', language);
      if (key !== undefined) request.headers.set('authorization', `Bearer ${key}`);
      if (!['GET', 'HEAD'].includes(request.method) && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', crypto.randomUUID());
      return request;
    },
  });
  return client;
}

/** What a call came to. @throws Problem where the service did not do what was asked */
export async function answered<T>(call: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (data === undefined || data === null) throw new Problem(response.status, error);
  return data;
}

/** All of a list, page after page: `all((after) => trellis.GET('/api/calls', { params: { query: { limit: 200, ...after } } }))`. @throws Problem */
export async function* all<R>(read: (after: { after?: string }) => Promise<{ readonly data?: { readonly items: readonly R[]; readonly next: string | null }; readonly error?: unknown; readonly response: Response }>): AsyncGenerator<R> {
  let next: string | null = null;
  do {
    const page: { readonly items: readonly R[]; readonly next: string | null } = await answered(read(next === null ? {} : { after: next }));
    yield* page.items;
    next = page.next;
  } while (next !== null);
}
