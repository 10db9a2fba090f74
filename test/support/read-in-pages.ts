import { isDeepStrictEqual } from 'node:util';
import { apiDocument } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import type { Service } from '../../apps/service/service.js';
import { addressOf, routesOf, thingsOf } from './route-matrix.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly enum?: readonly string[]; readonly format?: string };
}
type Item = Readonly<Record<string, unknown>>;
interface Answer {
  readonly items: readonly Item[];
  readonly next: string | number | null;
}

/** So many are read at most, of a list of any length. */
const FAR = 200;
const PAGE = 7;
/** What is no filter by what an item says under the same name: how far to read, and the least area. */
const NO_FILTER = ['limit', 'after', 'skip', 'area'];

/** Reads every list in small pages and in one, as it is and by each of its filters: where pages leave out or repeat an item, or a filter lets one through that it should not. */
export async function readInPages(service: Service, who: Visitor): Promise<{ lists: number; filtered: number; faults: string[] }> {
  const { paths } = apiDocument(service.app);
  const things = await thingsOf(service, routesOf(service));
  const faults: string[] = [];
  let [lists, filtered] = [0, 0];
  for (const [path, operations] of Object.entries(paths)) {
    const parameters = ((operations as { get?: { parameters?: readonly Parameter[] } }).get?.parameters ?? []).filter((one) => one.in === 'query');
    const named = (name: string) => parameters.find((one) => one.name === name);
    const cursor = named('after') ? 'after' : named('skip') ? 'skip' : null;
    if (!named('limit') || cursor === null) continue;
    const address = addressOf(path, things).replace(/^\/api/, '');

    const read = async (query: Readonly<Record<string, string>>, limit: number): Promise<{ items: Item[]; whole: boolean }> => {
      const items: Item[] = [];
      let next: Answer['next'] = null;
      do {
        const asked = new URLSearchParams({ ...query, limit: String(Math.min(limit, FAR - items.length)), ...(next !== null && { [cursor]: String(next) }) });
        const answer: Answer = await who.get(`${address}?${asked.toString()}`);
        items.push(...answer.items);
        ({ next } = answer);
      } while (next !== null && items.length < FAR);
      return { items, whole: next === null };
    };
    const compare = async (query: Readonly<Record<string, string>>) => {
      const atOnce = await read(query, FAR);
      const paged = await read(query, PAGE);
      if (!isDeepStrictEqual(paged, atOnce)) faults.push(`${path}?${new URLSearchParams(query).toString()}: ${paged.items.length} in pages, ${atOnce.items.length} at once`);
      return atOnce;
    };

    const which = parameters.find(({ required }) => required === true);
    for (const one of which?.schema.enum ?? [null]) {
      const query: Record<string, string> = one === null ? {} : { [which!.name]: one };
      const { items, whole } = await compare(query);
      lists++;
      for (const { name } of parameters.filter((parameter) => !NO_FILTER.includes(parameter.name) && !parameter.schema.format?.startsWith('date'))) {
        const values = new Set(items.map((item) => item[name]).filter((value) => value !== '' && ['string', 'number', 'boolean'].includes(typeof value)));
        for (const value of [...values].slice(0, 5)) {
          const { items: found } = await compare({ ...query, [name]: String(value) });
          filtered++;
          const expected = items.filter((item) => item[name] === value);
          if (whole ? !isDeepStrictEqual(found, expected) : found.some((item) => item[name] !== value)) faults.push(`${path}?${name}=${String(value)}: ${found.length} instead of ${expected.length}`);
        }
      }
    }
  }
  return { lists, filtered, faults };
}
