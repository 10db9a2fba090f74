import type { Visitor } from '../../apps/cli/demo/visitor.js';
import type { Service } from '../../apps/service/service.js';
import { documented } from './documented.js';
import { call, routesOf, thingsOf, type Route } from './route-matrix.js';

/** Reads by every route, each of up to ten things of the kind that it is about; what was answered with a fault, or not as the API’s document has it. */
export async function readAll(service: Service, office: Visitor): Promise<{ read: number; faults: string[] }> {
  const routes = routesOf(service).filter(({ method }) => method === 'GET');
  const things = await thingsOf(service, routes);
  const fits = documented(service);
  const faults: string[] = [];
  let read = 0;
  const ask = async (route: Route, about: Readonly<Record<string, string>>) => {
    const { status, kind, text } = await call(office, route, about);
    if (status < 300) read++;
    const fault = status >= 500 ? text.slice(0, 300) : status === 200 && kind.startsWith('application/json') ? fits(route.path, text) : null;
    if (fault !== null) faults.push(`${status} ${route.path.replace(/\{(\w+)\}/g, (_, name: string) => about[name] ?? name)} ${fault}`);
  };
  for (const route of routes) {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const { rows } = await service.database.pool.query<{ id: string }>('SELECT id FROM aggregate WHERE kind = (SELECT kind FROM aggregate WHERE id::text = $1) ORDER BY md5(id::text) LIMIT 10', [names.length === 1 ? things[names[0]!] : null]);
    for (const id of rows.length > 0 ? rows.map((row) => row.id) : [null]) await ask(route, id === null ? things : { ...things, [names[0]!]: id });
  }
  return { read, faults };
}
