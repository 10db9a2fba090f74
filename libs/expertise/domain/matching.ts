import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';

/** Who could solve problems, as matching reads him. `works`: patents, papers, earlier solutions. */
export interface SolverSeen {
  readonly id: string;
  readonly fields: readonly string[];
  readonly profile: string;
  readonly works: string;
  /** Problems that he was found to fit or has solved, and how. */
  readonly proven: readonly string[];
  /** Problems that he was found not to fit. */
  readonly missed: readonly string[];
}

export interface ProblemSeen {
  readonly title: string;
  readonly field: string;
  readonly text: string;
  /** What was tried in vain: it tells less of who can help. */
  readonly tried: string;
}

const SOURCES = ['profile', 'works', 'proven'] as const;
type Source = (typeof SOURCES)[number];

/** A solver for a problem: his score beside the best one's 100, and why. */
export interface Match {
  readonly solver: string;
  readonly score: number;
  readonly sameField: boolean;
  /** Words of the problem that are found with him, the rarest first, and where. */
  readonly words: readonly { readonly word: string; readonly in: readonly Source[] }[];
  /** How like the problem is to the likest that he was found to fit, and to the likest that he was not, from 0 to 1. */
  readonly likeProven: number;
  readonly likeMissed: number;
}

/** What a word in each place counts; the title's words count twice, what was tried half; a declared field adds half again. */
const BOOST = { profile: 1, works: 1.2 };
const IN_TITLE = 2;
const IN_TRIED = 0.5;
const SAME_FIELD = 1.5;
/** What a solver of the field gets of the best score where no word is shared. */
const FIELD_ALONE = 0.05;
/** What a problem just like one that he fitted adds, in best scores; and what one just like one he did not takes away, of his own. */
const PROVEN = 2;
const MISSED = 0.6;
const SHOWN_WORDS = 8;
/** As if so many more problems had been stated, so that the first few words seen are not taken for usual. */
const UNSEEN = 10;

/**
 * Ranks solvers for problems by BM25 (Robertson and others, 1994, as MiniSearch has it) over their profiles and works, by
 * declared fields, and by how like the problem is to those that firms found they fit or did not. Words that most of the
 * `stated` problems have tell little of any, whoever has them. `wordsOf` cuts a text into words.
 */
export function matcherOf(solvers: readonly SolverSeen[], stated: readonly string[], wordsOf: (text: string) => string[]): (problem: ProblemSeen) => Match[] {
  const stemsOf = (text: string) => new Set(wordsOf(text).filter(isTelling).map(stemmer));
  const index = new MiniSearch<SolverSeen>({ fields: Object.keys(BOOST), tokenize: wordsOf, processTerm: (term) => (isTelling(term) ? stemmer(term) : null) });
  index.addAll(solvers);
  const known = solvers.map(({ id, fields, profile, works, proven, missed }) => ({ id, fields, has: { profile: stemsOf(profile), works: stemsOf(works), proven: stemsOf(proven.join('\n')) }, proven: proven.map(stemsOf), missed: missed.map(stemsOf) }));
  const [spread, usual] = [countOf(known.map(({ has }) => new Set([...has.profile, ...has.works]))), countOf(stated.map(stemsOf))];
  const telling = (word: string) => (1 - (usual.get(word) ?? 0) / (stated.length + UNSEEN)) ** 2;
  const rare = (word: string) => telling(word) * Math.log(1 + solvers.length / (1 + (spread.get(word) ?? 0)));

  return ({ title, field, text, tried }) => {
    const [inTitle, inText] = [stemsOf(title), stemsOf(text)];
    const about = new Set([...inTitle, ...inText]);
    // English words are searched by their stems, and shown as the firm has written them.
    const written = new Map(wordsOf(`${title} ${text} ${tried}`).filter(isTelling).map((word) => [stemmer(word), word]));
    const found = index.search(`${title}\n${text}\n${tried}`, { boost: BOOST, boostTerm: (term) => telling(term) * (inTitle.has(term) ? IN_TITLE : inText.has(term) ? 1 : IN_TRIED), combineWith: 'OR' });
    const byWords = new Map(found.map(({ id, score }) => [id as string, score]));
    const best = found[0]?.score ?? 0;
    const scored = known.flatMap(({ id, fields, has, proven, missed }) => {
      const [likeProven, likeMissed, sameField] = [likest(about, proven, rare), likest(about, missed, rare), fields.includes(field)];
      const own = byWords.get(id) ?? (sameField ? FIELD_ALONE * (best || 1) : 0);
      const score = (own + PROVEN * (best || 1) * likeProven) * (sameField ? SAME_FIELD : 1) * (1 - MISSED * likeMissed);
      if (score === 0) return [];
      const shared = [...written.keys()].flatMap((stem) => {
        const places = SOURCES.filter((source) => has[source].has(stem));
        return places.length === 0 ? [] : [{ stem, word: written.get(stem)!, in: places }];
      });
      const words = shared.sort((a, b) => rare(b.stem) - rare(a.stem)).slice(0, SHOWN_WORDS).map(({ word, in: places }) => ({ word, in: places }));
      return [{ solver: id, score, sameField, words, likeProven, likeMissed }];
    });
    const most = Math.max(0, ...scored.map(({ score }) => score));
    return scored.sort((a, b) => b.score - a.score || (a.solver < b.solver ? -1 : 1)).map((match) => ({ ...match, score: Math.round((1000 * match.score) / most) / 10, likeProven: hundredth(match.likeProven), likeMissed: hundredth(match.likeMissed) }));
  };
}

const hundredth = (value: number): number => Math.round(100 * value) / 100;

/** A Chinese sign by itself tells nothing, nor do the words that every problem has. */
const isTelling = (word: string): boolean => !/^\p{Script=Han}$/u.test(word) && !COMMON.has(word);

const COMMON = new Set('问题 解决 需要 进行 目前 希望 如何 导致 出现 存在 我们 公司 企业 技术 方案 提供 要求 以及 可以 不能 无法 由于 较 使用 采用 已经 the of a an in and to for is are be with on by at from that this what have has been can as or which it'.split(' '));

/** In how many of the sets each word is. */
function countOf(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const words of sets) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** How like the likest of some texts is: shared words over the mean (geometric) of both, each word as rare as it is, from 0 to 1. */
function likest(asked: ReadonlySet<string>, texts: readonly ReadonlySet<string>[], rare: (word: string) => number): number {
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + rare(word), 0);
  const own = weigh(asked);
  const likenesses = texts.map((text) => {
    const all = Math.sqrt(own * weigh(text));
    return all === 0 ? 0 : weigh([...asked].filter((word) => text.has(word))) / all;
  });
  return Math.min(1, Math.max(0, ...likenesses));
}
