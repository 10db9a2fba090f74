import { apiDocument } from '#platform';
import { Visitor } from '../../apps/cli/demo/visitor.js';
import type { Service } from '../../apps/service/service.js';

/** What came of a call, as far as who may is concerned: not signed in, not allowed, not there for him, done or refused on other grounds. */
type Outcome = 'in' | 'no' | 'hidden' | 'may' | 'fault';

export interface Answered {
  readonly outcome: Outcome;
  readonly status: number;
  /** The type of its content. */
  readonly kind: string;
  /** The answer without what differs from call to call: the id asked for, and the request's own. */
  readonly text: string;
}

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export const ABSENT = '01900000-0000-7000-8000-000000000000';

/** What would end the test: who is suspended or stripped, and what stands for hours. */
const LEFT_OUT = /suspend|\/forget|\{role\}|^\/(health|metrics)/;

/** Whose aggregate a parameter names, where that is not its own name. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ sheet: 'score-sheet', fund: 'seed-fund', pool: 'credit-pool', score: 'credit-score', proposal: 'fund-proposal', contract: 'technology-contract', manager: 'technology-manager' },
  ...{ review: 'yield-review', unit: 'space-unit', import: 'firm-import', report: 'issued-report', thing: 'incubatee', jointProject: 'joint-project', session: 'mentor-session', token: 'none', link: 'none' },
};
/** Parameters that are rows of their own. */
const TABLES: Readonly<Record<string, string>> = { document: 'document', file: 'entry_file', milestone: 'milestone', tranche: 'tranche', instalment: 'instalment', notification: 'notification', event: 'event' };
/** Parameters that are words. */
const WORDS: Readonly<Record<string, string>> = { what: 'entries', kind: 'entry-received', year: '2025', period: '2025-Q1', code: 'AAAAAAAAAAAA', hash: 'f'.repeat(64), reaction: 'notify-entry-received', task: 'task', role: 'auditor' };

/** Every route of the API, with the body that its document gives as an example. */
export function routesOf(service: Service): Route[] {
  const { paths } = apiDocument(service.app);
  return Object.entries(paths)
    .flatMap(([path, operations]) =>
      Object.entries(operations as Record<string, { requestBody?: { content?: Record<string, { example?: unknown }> } }>).map(([method, { requestBody }]) => ({ method: method.toUpperCase(), path, body: requestBody?.content?.['application/json']?.example })),
    )
    .filter(({ path }) => !LEFT_OUT.test(path))
    .sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
}

/** Things of the district for the parameters of paths: a sheet with its entry, round, call and contest, and the first there is of each other kind. */
export async function thingsOf({ database }: Service, routes: readonly Route[]): Promise<Readonly<Record<string, string>>> {
  const one = async (text: string, ...values: unknown[]) => (await database.pool.query<Record<string, string>>(text, values)).rows[0] ?? {};
  const things: Record<string, string> = {};
  for (const name of new Set(routes.flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key!)))) {
    const table = TABLES[name];
    const found = table ? await one(`SELECT id FROM ${table} ORDER BY id LIMIT 1`) : await one('SELECT id FROM aggregate WHERE kind = $1 ORDER BY id LIMIT 1', KINDS[name] ?? name);
    things[name] = WORDS[name] ?? found['id'] ?? ABSENT;
  }
  const related = await one('SELECT s.id AS sheet, s.entry_id AS entry, s.round_id AS round, e.call_id AS call, e.project_id AS project, c.contest_id AS contest, s.judge_id AS judge FROM score_sheet s JOIN entry e ON e.id = s.entry_id JOIN call c ON c.id = e.call_id WHERE s.submitted_at IS NOT NULL ORDER BY s.id DESC LIMIT 1');
  const reader = await one('SELECT id FROM person WHERE user_id IS NULL ORDER BY id LIMIT 1');
  const funded = await one("SELECT id FROM fund_proposal WHERE fund_id IS NOT NULL ORDER BY id LIMIT 1");
  return { ...things, ...related, proposal: funded['id'] ?? ABSENT, person: reader['id'] ?? ABSENT, invitation: things['invitation'] ?? ABSENT };
}

const outcomeOf = (status: number): Outcome => (status === 401 ? 'in' : status === 403 ? 'no' : status === 404 ? 'hidden' : status >= 500 ? 'fault' : 'may');

/** A route's address for things under its parameters. */
export const addressOf = (path: string, things: Readonly<Record<string, string>>): string => path.replace(/\{(\w+)\}/g, (_, name: string) => things[name] ?? ABSENT);

/** Calls a route as someone; a stream is let go as soon as it has begun. */
export async function call(who: Visitor, { method, path, body }: Route, things: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const answer = await who.raw(method, addressOf(path, things), { 'accept-language': 'en', 'content-type': body === undefined && method !== 'GET' ? 'application/octet-stream' : 'application/json', ...headers }, method === 'GET' || method === 'DELETE' ? undefined : JSON.stringify(body ?? {}));
  const stream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true;
  const text = stream ? '' : await answer.text();
  if (stream) await answer.body?.cancel();
  const ids = Object.values(things).filter((thing) => thing.length > 20);
  const plain = [...ids, ABSENT].reduce((said, id) => said.replaceAll(id, 'ID'), text).replace(/"(requestId|instance)":"[^"]*"/g, '');
  return { outcome: outcomeOf(answer.status), status: answer.status, kind: answer.headers.get('content-type') ?? '', text: plain };
}

/** Things that are not there, under the same parameters. */
export const absent = (things: Readonly<Record<string, string>>): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(things).map(([name, thing]) => [name, thing.length === ABSENT.length ? ABSENT : thing]));

/** Makes people for the matrix: new accounts, each with one role on the things that a query finds. */
export function peopleOf({ config, database: { pool } }: Service, district: string) {
  return async (name: string, role?: string, scopes = `SELECT '${ABSENT}'::uuid`): Promise<Visitor> => {
    const one = await new Visitor(config.baseUrl, name, `${name.replaceAll(' ', '-')}@matrix.example`, 'correct horse battery').signUp();
    if (role !== undefined) await pool.query(`INSERT INTO role_grant (district_id, person_id, role, scope_id) SELECT $1, $2, $3, id FROM (${scopes}) AS things (id)`, [district, one.id, role]);
    return one;
  };
}
