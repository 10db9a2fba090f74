import { reaction, type Context, type Happened, type RecordSource } from '#platform';
import { countRecords } from '../facts/count-records.js';
import { SOURCES } from '../facts/sources.js';
import { READ_ALL } from '../record-sources.js';

const READ_ALL_NAMES = new Set(READ_ALL.map(({ event }) => event));

/** Events of so many shapes; each source says what of them matters. */
type Anything = Record<never, never>;

export const countWhatHappened = reaction<Anything>({
  name: 'count-what-happened',
  summary: 'Keeps the records that the district’s figures count, each with the time at which it became known.',
  on: [...new Set([...SOURCES.flatMap(({ on }) => on), ...READ_ALL])],
  async gather(c, events) {
    if (events.some(({ name }) => READ_ALL_NAMES.has(name))) return void (await countRecords(c, SOURCES.map((source) => ({ source, subjects: null }))));
    const touched = new Map<RecordSource, Set<string> | null>();
    for (const event of events) {
      const sources = SOURCES.filter(({ on }) => on.some((one) => one.event === event.name));
      // Sources that ask for their subjects in the same way are told once.
      const told = new Map<RecordSource['of'], readonly string[] | null>();
      for (const of of new Set(sources.map((source) => source.of))) told.set(of, await subjectsOf(c, of, event));
      for (const source of sources) {
        const [known, subjects] = [touched.get(source), told.get(source.of)!];
        touched.set(source, known === null || subjects === null ? null : new Set([...(known ?? []), ...subjects]));
      }
    }
    await countRecords(c, [...touched].map(([source, subjects]) => ({ source, subjects: subjects && [...subjects] })));
  },
});

async function subjectsOf(c: Context, of: RecordSource['of'], { aggregate, project, payload }: Happened): Promise<readonly string[] | null> {
  if (of === 'all') return null;
  if (of === 'aggregate') return [aggregate];
  if (of === 'project') return project === null ? [] : [project];
  const rows = await c.tx.$queryRawUnsafe<{ subject: string }[]>(of.sql, c.district, aggregate, JSON.stringify(payload));
  return rows.map(({ subject }) => subject);
}
