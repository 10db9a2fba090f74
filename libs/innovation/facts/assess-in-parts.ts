import type { Context, Happened, Tx } from '#platform';
import { assessFirms } from './assess-firms.js';
import { ALL_FIRMS, type Range } from './merged-records.js';

/** Which firms of a range an event asks to judge anew. */
type Asked = (tx: Tx, event: Happened, range: Range) => Promise<readonly string[]>;

const AT_ONCE = 250;

/** Judges many firms, some in each transaction: all at once would take longer than a transaction may. */
export const assessInParts = (asked: Asked) => {
  /** Those that are not judged yet: the event may come again while it is worked on. */
  const left = async (tx: Tx, event: Happened, range: Range): Promise<string[]> => {
    const ids = [...(await asked(tx, event, range))].sort();
    const judged = await tx.$queryRaw<{ id: string }[]>`SELECT DISTINCT firm_id AS id FROM assessment WHERE district_id = ${event.district}::uuid AND firm_id = ANY(${ids}::uuid[]) AND at > ${event.at}`;
    const known = new Set(judged.map(({ id }) => id));
    return ids.filter((id) => !known.has(id));
  };
  return {
    async parts(tx: Tx, event: Happened): Promise<string[]> {
      const ids = await left(tx, event, ALL_FIRMS);
      return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, n) => ids.slice(n * AT_ONCE, (n + 1) * AT_ONCE)).map((some) => `${some[0]!}_${some.at(-1)!}`);
    },
    async part(c: Context, event: Happened, part: string): Promise<void> {
      const [from = '', to = ''] = part.split('_');
      await assessFirms(c, await left(c.tx, event, [from, to]));
    },
    /** Whatever became of the parts. */
    last: async (c: Context, event: Happened): Promise<void> => assessFirms(c, await left(c.tx, event, ALL_FIRMS)),
  };
};
