import { rank, scoreEntry, tieKeys, type Ranked } from '#judging';
import { isWhole, programOf, ruleOf, type Performance, type Season } from './season.js';

export interface SeasonScores {
  /** The panel's score of each aspect that has marks. */
  readonly panel: ReadonlyMap<string, string>;
  /** The total of each performance without a gap. */
  readonly totals: ReadonlyMap<string, string>;
  readonly ranks: ReadonlyMap<string, Ranked>;
}

/** Scores a season straight from its files, without a database. */
export function scoreSeason({ performances }: Season): SeasonScores {
  const panel = new Map<string, string>();
  const totals = new Map<string, string>();
  const programs = new Map<string, { id: string; total: string; keys: string[] }[]>();
  for (const performance of performances) {
    const rule = ruleOf(performance);
    const marked = performance.aspects.map(({ marks, ...aspect }) => ({ ...aspect, marks: marks.map(({ value }) => value) }));
    const score = scoreEntry(rule, marked, performance.deductions);
    for (const [aspect, value] of score.panel) if (value !== null) panel.set(aspect, value);
    if (!isWhole(performance)) continue;
    totals.set(performance.id, score.total);
    programs.set(programOf(performance), [...(programs.get(programOf(performance)) ?? []), { id: performance.id, total: score.total, keys: tieKeys(rule, score.sections) }]);
  }
  const ranks = new Map([...programs.values()].flatMap((entries) => rank(entries)).map((ranked) => [ranked.id, ranked]));
  return { panel, totals, ranks };
}

/** How many of our figures are the published ones. */
export interface Agreement {
  readonly competition: string;
  readonly panelScores: { readonly agree: number; readonly of: number };
  readonly totals: { readonly agree: number; readonly of: number };
  readonly ranks: { readonly agree: number; readonly of: number };
  readonly leftOut: number;
}

/** Holds scores against the published ones, a competition a line. A published rank counts those without a gap only. */
export function compareSeason({ performances }: Season, scores: SeasonScores): Agreement[] {
  const competitions = [...new Set(performances.map(({ competition }) => competition))];
  return competitions.map((competition) => {
    const all = performances.filter((performance) => performance.competition === competition);
    const whole = all.filter(isWhole);
    const marked = all.flatMap(({ aspects }) => aspects.filter(({ marks }) => marks.length > 0));
    const count = <T>(of: readonly T[], agrees: (one: T) => boolean) => ({ agree: of.filter(agrees).length, of: of.length });
    return {
      competition,
      panelScores: count(marked, ({ id, published }) => same(scores.panel.get(id), published)),
      totals: count(whole, ({ id, published }) => same(scores.totals.get(id), published.total)),
      ranks: count(whole, (performance) => scores.ranks.get(performance.id)?.rank === rankAmong(performance, whole)),
      leftOut: all.length - whole.length,
    };
  });
}

const same = (ours: string | undefined, published: string) => ours !== undefined && Number(ours) === Number(published);

const rankAmong = (one: Performance, whole: readonly Performance[]) =>
  1 + whole.filter((other) => programOf(other) === programOf(one) && other.published.rank < one.published.rank).length;
