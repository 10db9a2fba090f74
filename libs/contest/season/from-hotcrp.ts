import { readTable } from '#platform';
import { overCommonCriteria, type Elsewhere } from './elsewhere.js';

/** A submission in HotCRP's “JSON” download. */
interface Paper {
  readonly pid: number;
  readonly title?: string;
  readonly authors?: readonly { readonly affiliation?: string }[];
  readonly topics?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly status?: string;
  readonly withdrawn?: boolean;
  readonly decision?: string;
}

/** Columns of its “Scores” download that are no marks. */
const ABOUT = new Set(['paper', 'title', 'decision', 'review', 'reviewername', 'email']);

/**
 * What HotCRP's two downloads say: the submissions as JSON and the scores as CSV. The first author's affiliation is the
 * organisation, the first topic the field; reviewers whom the download does not name go by the number of their review.
 *
 * @throws Error that says what can't be read
 */
export async function fromHotcrp(papers: string, scores: Uint8Array): Promise<Elsewhere> {
  const read = JSON.parse(papers) as Paper | readonly Paper[];
  const all = Array.isArray(read) ? (read as readonly Paper[]) : [read as Paper];
  const here = all.filter((paper) => typeof paper.pid === 'number' && paper.title !== undefined && paper.withdrawn !== true && paper.status !== 'withdrawn');
  const known = new Set(here.map(({ pid }) => String(pid)));
  const { columns, lines } = await readTable(scores);
  if (!columns.includes('paper')) throw new Error('no column "paper" in the scores');
  const reviews = lines.filter(({ cells }) => known.has(cells['paper'] ?? ''));
  const judgeOf = (cells: Readonly<Record<string, string>>, line: number) => cells['email'] || cells['review'] || `line ${line}`;
  const names = new Map(reviews.map(({ cells, line }) => [judgeOf(cells, line), cells['reviewername'] || judgeOf(cells, line)]));
  const marked = reviews.map(({ cells, line }) => ({ entry: cells['paper']!, judge: judgeOf(cells, line), marks: Object.fromEntries(columns.filter((column) => !ABOUT.has(column)).map((column) => [column, cells[column] ? Number(cells[column]) : undefined])) }));
  const { leftOut, ...judged } = overCommonCriteria(marked, columns.filter((column) => !ABOUT.has(column)).map((name) => ({ name, weight: 1 })));
  return {
    ...judged,
    entries: here.map(({ pid, title, authors, topics, status, decision }) => ({
      ...{ key: String(pid), title: title!, organisation: authors?.[0]?.affiliation || null, field: (Array.isArray(topics) ? (topics as readonly string[]) : Object.keys(topics ?? {}))[0] ?? null },
      accepted: status === 'accepted' || /^acc/i.test(decision ?? ''),
    })),
    judges: [...names].map(([key, name]) => ({ key, name })),
    leftOut: [...leftOut, ...(here.length < all.length ? [`${all.length - here.length} submissions that are withdrawn or could not be read`] : []), ...(reviews.length < lines.length ? [`${lines.length - reviews.length} reviews of them`] : [])],
  };
}
