import { apiDocument, Clock } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import type { Service } from '../../apps/service/service.js';
import { hostileFiles } from './hostile-files.js';
import { JunkMaker, type Schemas } from './junk.js';
import { ABSENT } from './route-matrix.js';

export interface Fuzzed {
  readonly requests: number;
  /** How many answers there were of each status. */
  readonly answers: Readonly<Record<string, number>>;
  /** Answers that tell of a fault, each with what was asked. */
  readonly faults: readonly string[];
  /** The longest that an answer took, in seconds, and what was asked. */
  readonly slowest: { readonly seconds: number; readonly route: string };
  /** The most memory that the process held, in bytes. */
  readonly peak: number;
}

interface Operation {
  readonly parameters?: readonly { name: string; in: string }[];
  readonly requestBody?: { content?: Record<string, { schema?: object; example?: unknown }> };
}

/** Who is suspended or stripped would end the test; signing in and out is held against junk by better-auth's own routes. */
const LEFT_OUT = /suspend|\/forget|\{role\}|\/merge/;
const NAMES = ['limit', 'after', 'state', 'search', 'sort', 'on', 'from', 'to', 'q', 'limit[]', '__proto__', 'constructor[prototype]'];

/** Sends junk to every route of a filled district, as each of these people by turns. */
export async function fuzz({ app }: Service, who: readonly Visitor[], things: Readonly<Record<string, string>>, { tries, seed }: { tries: number; seed: number }): Promise<Fuzzed> {
  const { paths, components } = apiDocument(app);
  const clock = new Clock();
  const maker = new JunkMaker(seed, (components?.schemas ?? {}) as Schemas, [...new Set([...Object.values(things), ABSENT])]);
  const files = Object.entries(hostileFiles());
  const routes = Object.entries(paths)
    .filter(([path]) => !LEFT_OUT.test(path))
    .flatMap(([path, operations]) => Object.entries(operations as Record<string, Operation>).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })));
  const answers: Record<string, number> = {};
  const faults: string[] = [];
  let [requests, peak, slowest] = [0, 0, { seconds: 0, route: '' }];

  const send = async (visitor: Visitor, method: string, address: string, headers: Record<string, string>, body: string | Uint8Array | undefined, what: string): Promise<void> => {
    const began = clock.now().getTime();
    const answer = await visitor.raw(method, address, headers, method === 'GET' ? undefined : body).catch((error: Error) => error.message);
    requests++;
    const said = typeof answer === 'string' ? answer : String(answer.status);
    answers[said] = (answers[said] ?? 0) + 1;
    // A process that isn’t well says so by this status where it is asked for just that.
    if (typeof answer === 'string' || (answer.status >= 500 && !(answer.status === 503 && address.startsWith('/health/')))) faults.push(`${said} ${visitor.name} ${method} ${address.slice(0, 300)} ${what.slice(0, 400)}`);
    // A stream would go on for ever.
    if (typeof answer !== 'string') await (answer.headers.get('content-type')?.startsWith('text/event-stream') ? answer.body?.cancel() : answer.arrayBuffer());
    const seconds = (clock.now().getTime() - began) / 1000;
    if (seconds > slowest.seconds) slowest = { seconds, route: `${method} ${address.slice(0, 200)} ${what.slice(0, 200)}` };
    peak = Math.max(peak, process.memoryUsage.rss());
  };

  for (let n = 0; n < tries; n++)
    for (const { method, path, operation } of routes) {
      const visitor = maker.chance() < 0.6 ? who[0]! : maker.pick(who);
      const address = path.replace(/\{(\w+)\}/g, (_, name: string) => (maker.chance() < 0.85 ? (things[name] ?? ABSENT) : encodeURIComponent(maker.text().slice(0, 500).toWellFormed())));
      const asked = [...NAMES, ...(operation.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => name)];
      const query = maker.chance() < 0.4 ? `?${Array.from({ length: 3 }, () => `${encodeURIComponent(maker.pick(asked))}=${maker.chance() < 0.5 ? maker.pick(['0', '-1', '3', '1e9', '99999999999999999999', ABSENT, '%00', '%ff', '']) : encodeURIComponent(maker.text().slice(0, 300).toWellFormed())}`).join('&')}` : '';
      const upload = operation.requestBody?.content?.['application/octet-stream'] !== undefined;
      const content = operation.requestBody?.content?.['application/json'];
      const [kind, bytes] = maker.pick(files);
      const junk = upload ? { headers: { 'content-type': 'application/octet-stream' }, body: bytes } : maker.body(content?.schema, content?.example);
      const more: Record<string, string> = maker.chance() < 0.1 ? { [maker.pick(['if-match', 'idempotency-key', 'accept-language', 'range', 'last-event-id', 'accept', 'x-request-id', 'if-none-match'])]: maker.pick(['', '*', '"x"', 'W/"-1"', '99999999999999999999', 'bytes=0-', 'bytes=-9999999999', 'zz-ZZ;q=9', 'x'.repeat(4000)]) } : {};
      await send(visitor, method, address + query, { ...junk.headers, ...more }, junk.body, upload ? kind : String(junk.body));
    }
  // Each hostile file once at every door for files, whatever chance has chosen.
  for (const { path, method } of routes.filter(({ operation }) => operation.requestBody?.content?.['application/octet-stream'] !== undefined))
    for (const [kind, bytes] of files) await send(who[0]!, method, path.replace(/\{(\w+)\}/g, (_, name: string) => things[name] ?? ABSENT), { 'content-type': 'application/octet-stream' }, bytes, kind);
  return { requests, answers, faults, slowest, peak };
}
