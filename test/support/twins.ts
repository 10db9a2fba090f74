import { apiDocument } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { Contests } from './contest.js';
import { startTestService, type TestService } from './service.js';

/** One of two installations that are filled alike, but for one fact. */
export interface Twin {
  readonly service: TestService;
  readonly office: Visitor;
  readonly contests: Contests;
  /** Which of the two it is: what is hidden differs by it. */
  readonly other: boolean;
}

/** Two installations with the same people in them, on clocks that say the same. */
export async function twins(): Promise<readonly [Twin, Twin]> {
  const make = async (other: boolean): Promise<Twin> => {
    const service = await startTestService();
    const office = await service.office();
    return { service, office, contests: new Contests(service, office), other };
  };
  return [await make(false), await make(true)];
}

/** What differs by chance from one installation to another: ids, seeds, signatures, hashes, ports. */
const plain = (text: string): string =>
  text
    // Lines of a calendar go on in the next.
    .replaceAll('\r\n ', '')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(\.[\w-]{32})?/g, 'ID')
    .replaceAll(/\b([0-9a-f]{64}|[0-9a-f]{32})\b/g, 'HASH')
    .replaceAll(/[\w+/]{40,}={0,2}/g, 'SIGNATURE')
    // A judge’s own order is drawn by chance.
    .replaceAll(/"position":\d+/g, '"position":0');

/** An answer by what it holds, in no order: what stands at the same time, and a judge's own order, go by ids. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(unordered(one))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unordered(one)]));
}

/** What a page of the console is marked by, among the routes of the API. */
const PAGE = 'page ';

export const ask = (who: Visitor, { service }: Twin, question: string): Promise<Response> =>
  question.startsWith(PAGE) ? fetch(service.config.baseUrl + question.slice(PAGE.length), { headers: { cookie: who.cookieHeader(), 'accept-language': 'zh' } }) : who.raw('GET', question);

/** The routes that know of contests and of people; what platforms, funds and parks keep has none of the facts. */
const CONCERNED = /^\/api\/(me|session|people|organisations|judges|judging|judge-|score-sheets|projects|entries|calls|contests|rounds|meetings|awards|advancements|certificates|receipts|objections|questions|team-|notif|notices|agenda|figures|funnel|events|operations|deliveries|keys|uploads|files|documents|editions|report|firms|intakes|tie)/;

/** Everything that can be asked without changing anything: each route with the things given, narrowed, searched and turned as far as it takes it. */
export function questions({ service }: Twin, things: Readonly<Record<string, string>>, words: readonly string[]): string[] {
  const { paths } = apiDocument(service.app);
  const asked = Object.entries(paths).flatMap(([path, { get }]) => {
    // Streams, workbooks and what is signed carry bytes of their own; the same facts are asked of the lists behind them.
    if (!get || !CONCERNED.test(path) || /^\/(health|metrics)|\/(screen|stream|live)$|template|receipt|\/static$|\/me\/data/.test(path)) return [];
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => things[name] ?? things['call']!);
    const takes = new Set((get.parameters ?? []).flatMap((one) => ('name' in one && one.in === 'query' ? [one.name] : [])));
    const narrowed = [takes.has('limit') ? ['limit=200'] : [], takes.has('state') ? ['draft', 'submitted', 'assigned', 'accepted'].map((state) => `state=${state}`) : [], takes.has('search') ? words.map((word) => `search=${encodeURIComponent(word)}`) : [], takes.has('field') ? ['field=新材料'] : []].flat();
    return takes.has('format') ? [`${address}?format=csv`] : [address, ...narrowed.map((query) => `${address}?${query}`)];
  });
  return [...asked, ...['/', `/calls/${things['call']}`, `/calls/${things['call']}/results`].map((page) => `${PAGE}${page}`)];
}

/** What two askers, one of each twin, are told otherwise although only something hidden differs. `things`: the ids that paths name, in each. */
export async function toldApart(pair: readonly [Twin, Twin], askers: readonly [Visitor, Visitor], things: readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>], words: readonly string[] = []): Promise<{ questions: number; differences: string[] }> {
  const asked = questions(pair[0], things[0], words);
  const askedToo = questions(pair[1], things[1], words);
  const differences: string[] = [];
  for (const [n, question] of asked.entries()) {
    const [answer, answerToo] = await Promise.all([ask(askers[0], pair[0], question), ask(askers[1], pair[1], askedToo[n]!)]);
    const [one, too] = [await told(answer), await told(answerToo)];
    if (one !== too) differences.push(`${plain(question)}\n${around(one, too)}`);
  }
  return { questions: asked.length, differences };
}

/** Where two texts part, with what stands around it in each. */
function around(one: string, too: string): string {
  let at = 0;
  while (at < one.length && one[at] === too[at]) at++;
  return [one, too].map((text) => text.slice(Math.max(0, at - 100), at + 150)).join('\n');
}

async function told(answer: Response): Promise<string> {
  const headers = ['content-type', 'cache-control', 'etag', 'link', 'location', 'retry-after'].map((name) => `${name}: ${answer.headers.get(name) ?? ''}`);
  const text = plain(await answer.text());
  const held = answer.headers.get('content-type')?.includes('json') ? JSON.stringify(unordered(JSON.parse(text))) : text.split('\n').sort().join('\n');
  return [answer.status, ...headers, held].join('\n');
}
