import { hundredths } from '#kernel';

export interface MentorFacts {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly string[];
  readonly topics: readonly string[];
  /** Hours a month he has, and hours booked in this one. */
  readonly hours: number;
  readonly booked: number;
  readonly ratings: readonly number[];
  /** Whether he and this firm have met. */
  readonly met: boolean;
}

export interface Wanted {
  readonly field: string | null;
  readonly topics: readonly string[];
}

/** How well a mentor suits a firm, from 0 to 100, and of what that is made. */
export interface MentorMatch {
  readonly mentor: string;
  readonly name: string;
  readonly score: number;
  readonly parts: { readonly field: number; readonly topics: number; readonly words: number; readonly ratings: number; readonly load: number };
  readonly covers: readonly string[];
  readonly hoursLeft: number;
  readonly meanRating: number | null;
  readonly met: boolean;
}

const MOST = { field: 25, topics: 35, words: 15, ratings: 15, load: 10 } as const;
/** A mentor with few ratings stands near the middle: as if he had three ratings of 3.5 before. */
const PRIOR = { count: 3, mean: 3.5 } as const;

/** The mean of ratings; null where there is none. */
export const meanOf = (ratings: readonly number[]): number | null => (ratings.length === 0 ? null : hundredths(ratings.reduce((sum, one) => sum + one, 0) / ratings.length));

/**
 * Mentors by how well they suit a firm; one without an hour left this month comes last, whatever else speaks for him.
 *
 * @param likeness of the firm's own words and each mentor's profile, 0 to 1, in the order of `mentors`
 */
export function matchMentors(wanted: Wanted, mentors: readonly MentorFacts[], likeness: ArrayLike<number>): MentorMatch[] {
  return mentors
    .map(({ id, name, fields, topics, hours, booked, ratings, met }, n): MentorMatch => {
      const covers = wanted.topics.filter((topic) => topics.includes(topic));
      const shrunk = (PRIOR.count * PRIOR.mean + ratings.reduce((sum, one) => sum + one, 0)) / (PRIOR.count + ratings.length);
      const hoursLeft = Math.max(0, hours - booked);
      const parts = {
        field: wanted.field !== null && fields.includes(wanted.field) ? MOST.field : 0,
        topics: wanted.topics.length === 0 ? 0 : (MOST.topics * covers.length) / wanted.topics.length,
        words: MOST.words * (likeness[n] ?? 0),
        ratings: (MOST.ratings * (shrunk - 1)) / 4,
        load: hours === 0 ? 0 : (MOST.load * hoursLeft) / hours,
      };
      const score = Math.round(10 * Object.values(parts).reduce((sum, one) => sum + one, 0)) / 10;
      return { mentor: id, name, score, parts, covers, hoursLeft, meanRating: meanOf(ratings), met };
    })
    .sort((a, b) => Number(b.hoursLeft > 0) - Number(a.hoursLeft > 0) || b.score - a.score || (a.mentor < b.mentor ? -1 : 1));
}
