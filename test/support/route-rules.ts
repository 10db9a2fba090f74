import { ABSENT, absent, call, peopleOf, routesOf, thingsOf, type Answered, type Route } from './route-matrix.js';
import { Visitor } from '../../apps/cli/demo/visitor.js';
import type { Service } from '../../apps/service/service.js';

/** What anyone may do who has signed up: for himself, or for the first time. */
const FOR_EVERYONE =
  /^(POST \/api\/(keys|calls\/\{call\}\/eligibility|people\/\{person\}\/phone|rounds\/\{round\}\/votes|calls\/\{call\}\/(entries|questions|objections)|funds\/\{fund\}\/proposals|intakes\/\{intake\}\/applications|notices\/\{kind\}\/preview|notifications\/\{notification\}\/read|organisations|passwords\/ask)|PUT \/api\/notifications\/habits)$/;

export interface Breach {
  readonly who: string;
  readonly route: string;
  readonly what: string;
}

const named = ({ method, path }: Route): string => `${method} ${path}`;
const done = ({ status }: Answered): boolean => status >= 200 && status < 300;

/**
 * Calls every route of a filled district as those who should get nothing from it, and holds the answers against rules that
 * need no list of routes: who is not known gets one answer; who holds a role elsewhere gets what a stranger gets; what is
 * there but hidden answers as what is not there; who may only read changes nothing.
 */
export async function breachesOf(service: Service, district: string, office: Visitor, strange: Visitor, now: string): Promise<{ calls: number; breaches: Breach[]; open: string[] }> {
  const routes = routesOf(service);
  const things = await thingsOf(service, routes);
  const gone = absent(things);
  const person = peopleOf(service, district);
  const breaches: Breach[] = [];
  let calls = 0;
  const ask = async (who: Visitor, route: Route, of = things, headers: Readonly<Record<string, string>> = {}): Promise<Answered> => {
    calls++;
    const answer = await call(who, route, of, headers);
    if (answer.outcome === 'fault') breaches.push({ who: who.name, route: named(route), what: `${answer.status}: ${answer.text.slice(0, 200)}` });
    return answer;
  };

  const nobody = new Visitor(service.config.baseUrl, 'nobody', '', '');
  const suspended = await person('suspended');
  await office.post(`/people/${suspended.id}/suspend`);
  const open: string[] = [];
  for (const route of routes) {
    const [first, second, third] = [await ask(nobody, route), await ask(suspended, route), await ask(nobody, route, things, { cookie: 'trellis.session_token=expired.signature' })];
    for (const [who, other] of [['suspended', second], ['an expired session', third]] as const) if (other.outcome !== first.outcome || other.text !== first.text) breaches.push({ who, route: named(route), what: `is not answered as nobody: ${other.status}, not ${first.status}` });
    if (first.outcome === 'in') continue;
    open.push(named(route));
    if (route.method !== 'GET' && done(first) && !FOR_EVERYONE.test(named(route))) breaches.push({ who: 'nobody', route: named(route), what: `did it: ${first.status}` });
  }

  const stranger = await person('stranger');
  const strangers = new Map<string, Answered>();
  for (const [name, who] of [['stranger', stranger], ['another district’s administrator', strange]] as const)
    for (const route of routes) {
      const answer = await ask(who, route);
      if (name === 'stranger') strangers.set(named(route), answer);
      if (route.method !== 'GET' && answer.outcome === 'may' && !answer.text.includes('"code":"request:invalid"') && !FOR_EVERYONE.test(named(route)) && !open.includes(named(route))) breaches.push({ who: name, route: named(route), what: `was let in: ${answer.status} ${answer.text.slice(0, 120)}` });
      if (answer.outcome !== 'hidden' || !route.path.includes('{')) continue;
      const missing = await ask(who, route, gone);
      if (missing.status !== answer.status || missing.text !== answer.text) breaches.push({ who: name, route: named(route), what: `what is hidden is told from what is not there: ${answer.status} ${answer.text.slice(0, 150)} / ${missing.status} ${missing.text.slice(0, 150)}` });
    }

  const elsewhere = [await person('owner elsewhere', 'owner'), await person('team elsewhere', 'team'), await person('judge elsewhere', 'judge'), await person('platform elsewhere', 'platform-manager'), await person('park elsewhere', 'park-manager'), await person('fund elsewhere', 'fund-manager'), await person('bank elsewhere', 'bank-officer')];
  for (const who of elsewhere)
    for (const route of routes.filter(({ path, body }) => path.includes('{') && !JSON.stringify(body ?? null).includes(ABSENT))) {
      const [own, theirs] = [await ask(who, route), strangers.get(named(route))!];
      if (own.outcome !== theirs.outcome) breaches.push({ who: who.name, route: named(route), what: `is not answered as a stranger: ${own.status}, not ${theirs.status}` });
    }

  const { key } = await office.post<{ key: string }>('/keys', { name: '只读', scopes: ['*:read'], expiresAt: new Date(Date.parse(now) + 30 * 86_400_000).toISOString() });
  const readers = [['auditor', await person('auditor', 'auditor', `SELECT '${district}'::uuid`), {}], ['leader', await person('leader', 'leader', `SELECT '${district}'::uuid`), {}], ['a key that reads', nobody, { authorization: `Bearer ${key}` }]] as const;
  for (const [name, who, headers] of readers)
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      const answer = await ask(who, route, things, headers);
      if (done(answer) && !FOR_EVERYONE.test(named(route)) && !open.includes(named(route))) breaches.push({ who: name, route: named(route), what: `changed something: ${answer.status} ${answer.text.slice(0, 120)}` });
    }
  return { calls, breaches, open };
}
