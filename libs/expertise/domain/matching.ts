import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';

/** Who could solve problems, as matching reads him. `works`: patents, papers, earlier solutions. */
export interface SolverSeen {
  readonly id: string;
  readonly fields: readonly string[];
  readonly profile: string;
  readonly works: string;
  /** Problems that he was found to fit or has solved, and how. */
  readonly proven: string;
  /** Problems that he was found not to fit. */
  readonly missed: readonly string[];
}

export interface ProblemSeen {
  readonly title: string;
  readonly field: string;
  readonly text: string;
}

/** A solver for a problem: his score beside the best one's 100, and why. */
export interface Match {
  readonly solver: string;
  readonly score: number;
  readonly sameField: boolean;
  /** Words of the problem that are found with him, the rarest first, and where. */
  readonly words: readonly { readonly word: string; readonly in: readonly Source[] }[];
  /** How much he was marked down for problems like this that he did not fit, from 0 to 1. */
  readonly markedDown: number;
}

const SOURCES = ['profile', 'works', 'proven'] as const;
type Source = (typeof SOURCES)[number];

/** What a word in each place counts; the title's words count twice; a declared field adds half again. */
const BOOST: Readonly<Record<Source, number>> = { profile: 1, works: 1.2, proven: 1.5 };
const IN_TITLE = 2;
const SAME_FIELD = 1.5;
/** What a solver of the field gets of the best score where no word is shared. */
const FIELD_ALONE = 0.05;
const MISSED = 0.6;
const SHOWN_WORDS = 8;

/**
 * Ranks solvers for problems by BM25 (Robertson and others, 1994, as MiniSearch has it) over their profiles, works and proven
 * problems, by declared fields, and by what was found of earlier matches. `wordsOf` cuts a text into words.
 */
export function matcherOf(solvers: readonly SolverSeen[], wordsOf: (text: string) => string[]): (problem: ProblemSeen) => Match[] {
  const index = new MiniSearch<SolverSeen>({ fields: [...SOURCES], tokenize: (text) => wordsOf(text), processTerm: (term) => (isTelling(term) ? stemmer(term) : null) });
  index.addAll(solvers);
  const spread = new Map<string, number>();
  const byId = new Map(solvers.map((solver) => [solver.id, solver]));
  for (const { profile, works, proven } of solvers) for (const word of new Set(wordsOf(`${profile} ${works} ${proven}`).map(stemmer))) spread.set(word, (spread.get(word) ?? 0) + 1);
  const missed = new Map(solvers.filter((solver) => solver.missed.length > 0).map((solver) => [solver.id, solver.missed.map((text) => new Set(wordsOf(text).filter(isTelling).map(stemmer)))]));
  const rare = (word: string) => Math.log(1 + solvers.length / (1 + (spread.get(word) ?? 0)));

  return ({ title, field, text }) => {
    const inTitle = new Set(wordsOf(title).map(stemmer));
    // English words are searched by their stems, and shown as the firm has written them.
    const written = new Map(wordsOf(`${title} ${text}`).filter(isTelling).map((word) => [stemmer(word), word]));
    const asked = new Set(written.keys());
    const found = index.search(`${title}\n${text}`, { boost: BOOST, boostTerm: (term) => (inTitle.has(term) ? IN_TITLE : 1), combineWith: 'OR' });
    const scored = found.map(({ id, score, match }) => {
      const { fields } = byId.get(id as string)!;
      const sameField = fields.includes(field);
      const markedDown = Math.max(0, ...(missed.get(id as string) ?? []).map((words) => likeness(asked, words, rare)));
      const words = Object.entries(match).map(([stem, where]) => ({ word: written.get(stem) ?? stem, stem, in: SOURCES.filter((source) => where.includes(source)) })).sort((a, b) => rare(b.stem) - rare(a.stem));
      return { solver: id as string, score: score * (sameField ? SAME_FIELD : 1) * (1 - MISSED * markedDown), sameField, words: words.slice(0, SHOWN_WORDS).map(({ word, in: where }) => ({ word, in: where })), markedDown };
    });
    const best = Math.max(0, ...scored.map(({ score }) => score));
    const known = new Set(scored.map(({ solver }) => solver));
    const ofField = solvers.filter(({ id, fields }) => !known.has(id) && fields.includes(field)).map(({ id }) => ({ solver: id, score: FIELD_ALONE * (best || 1), sameField: true, words: [], markedDown: 0 }));
    const most = best || FIELD_ALONE;
    return [...scored, ...ofField].sort((a, b) => b.score - a.score || (a.solver < b.solver ? -1 : 1)).map((match) => ({ ...match, score: Math.round((1000 * match.score) / most) / 10, markedDown: Math.round(100 * match.markedDown) / 100 }));
  };
}

/** A Chinese sign by itself tells nothing, nor do the words that every problem has. */
const isTelling = (word: string): boolean => !/^\p{Script=Han}$/u.test(word) && !COMMON.has(word);

const COMMON = new Set('问题 解决 需要 进行 目前 希望 如何 导致 出现 存在 我们 公司 企业 技术 方案 提供 要求 以及 可以 不能 无法 由于 较 使用 采用 已经 the of a an in and to for is are be with on by at from that this what have has been can as or which it'.split(' '));

/** Shared words over all words of both, each as rare as it is, from 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, rare: (word: string) => number): number {
  let [shared, all] = [0, 0];
  for (const word of new Set([...a, ...b])) {
    all += rare(word);
    if (a.has(word) && b.has(word)) shared += rare(word);
  }
  return all === 0 ? 0 : shared / all;
}
