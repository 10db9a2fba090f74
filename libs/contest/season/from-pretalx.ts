import { overCommonCriteria, type Elsewhere } from './elsewhere.js';

/** A text of pretalx, in one language or in several. */
type Localised = string | Readonly<Record<string, string>> | null | undefined;

/** What `GET /api/events/EVENT/submissions/?expand=speakers,track` gives of each. */
interface Submission {
  readonly code: string;
  readonly title: string;
  readonly state: string;
  readonly track?: Localised | { readonly name?: Localised };
}

/** What `GET /api/events/EVENT/reviews/?expand=user,scores.category` gives of each. */
interface Review {
  readonly submission: string;
  readonly user: string | { readonly code: string; readonly name?: string };
  readonly scores: readonly { readonly value: string | number; readonly category: { readonly name: Localised; readonly weight?: string | number; readonly is_independent?: boolean } }[];
}

const said = (text: Localised): string => (typeof text === 'string' ? text : (text?.['zh-hans'] ?? text?.['en'] ?? Object.values(text ?? {})[0] ?? ''));
const listIn = <T>(json: string): readonly T[] => {
  const read = JSON.parse(json) as readonly T[] | { readonly results?: readonly T[] };
  const list = Array.isArray(read) ? (read as readonly T[]) : (read as { results?: readonly T[] }).results;
  if (!list) throw new Error('no list of results in the file');
  return list;
};

/**
 * What pretalx's API says of submissions and reviews, with tracks, reviewers and categories expanded. A track is the
 * field; categories that pretalx counts apart are left out, and reviews without marks are no sheets.
 *
 * @throws Error that says what can't be read
 */
export function fromPretalx(submissions: string, reviews: string): Elsewhere {
  const all = listIn<Submission>(submissions);
  const here = all.filter(({ state }) => !['draft', 'withdrawn', 'canceled', 'deleted'].includes(state));
  const known = new Set(here.map(({ code }) => code));
  const given = listIn<Review>(reviews);
  if (given.some(({ scores }) => scores.some((score) => typeof score !== 'object' || typeof score.category !== 'object'))) throw new Error('the reviews’ scores are ids alone: ask for them with ?expand=user,scores.category');
  const counted = given.filter(({ submission, scores }) => known.has(submission) && scores.length > 0);
  const judgeOf = ({ user }: Review) => (typeof user === 'string' ? user : user.code);
  const categories = new Map(counted.flatMap(({ scores }) => scores.filter(({ category }) => category.is_independent !== true).map(({ category }) => [said(category.name), Number(category.weight ?? 1)] as const)));
  const marked = counted.map((review) => ({ entry: review.submission, judge: judgeOf(review), marks: Object.fromEntries(review.scores.map(({ value, category }) => [said(category.name), Number(value)])) }));
  const { leftOut, ...judged } = overCommonCriteria(marked, [...categories].map(([name, weight]) => ({ name, weight })));
  const trackOf = ({ track }: Submission) => (track && typeof track === 'object' && 'name' in track ? said(track.name as Localised) : said(track as Localised)) || null;
  return {
    ...judged,
    entries: here.map((submission) => ({ key: submission.code, title: submission.title, organisation: null, field: trackOf(submission), accepted: ['accepted', 'confirmed'].includes(submission.state) })),
    judges: [...new Map(counted.map((review) => [judgeOf(review), { key: judgeOf(review), name: typeof review.user === 'string' ? review.user : (review.user.name ?? review.user.code) }])).values()],
    leftOut: [...leftOut, ...(here.length < all.length ? [`${all.length - here.length} submissions that are drafts or withdrawn`] : []), ...(counted.length < given.length ? [`${given.length - counted.length} reviews without marks, or of them`] : [])],
  };
}
