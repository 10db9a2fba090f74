/** What a firm yields by 亩 in a year: value added and tax by 亩 (fen), value added by tonne of coal (fen), research in percent. */
export interface MuYield {
  readonly firm: string;
  readonly mu: number;
  readonly valueAdded: number;
  readonly tax: number;
  readonly energy: number;
  readonly research: number;
  /** Why it is not graded, where it is not: new, a public utility. */
  readonly notGraded: string | null;
}

const MEASURES = ['valueAdded', 'tax', 'energy', 'research'] as const;
type Measure = (typeof MEASURES)[number];

export interface GradeTerms {
  readonly weights: Readonly<Record<Measure, number>>;
  /** The score from which A, B and C are given; below it is D. */
  readonly from: { readonly A: number; readonly B: number; readonly C: number };
}

export interface Graded {
  readonly firm: string;
  readonly mu: number;
  readonly score: number | null;
  readonly grade: 'A' | 'B' | 'C' | 'D' | null;
  readonly notGraded: string | null;
  /** Of each measure: what the firm has by its unit, the district's mean, and its points. */
  readonly parts: Readonly<Record<Measure, { readonly has: number; readonly mean: number; readonly points: number }>>;
}

const MOST = 1.5;

/**
 * Grades firms by what they yield from their land: each measure against the district's mean of those graded (by 亩 weighed
 * with their land), at most half again of it, times its weight. The way of Zhejiang's and Chongqing's measures; weights and
 * lines are the district's.
 */
export function gradeYields(firms: readonly MuYield[], { weights, from }: GradeTerms): Graded[] {
  const graded = firms.filter(({ notGraded }) => notGraded === null);
  const land = graded.reduce((sum, { mu }) => sum + mu, 0);
  const mean = (measure: Measure) => (land === 0 ? 0 : graded.reduce((sum, one) => sum + one[measure] * one.mu, 0) / land);
  const means = Object.fromEntries(MEASURES.map((measure) => [measure, mean(measure)])) as Record<Measure, number>;
  const total = MEASURES.reduce((sum, measure) => sum + weights[measure], 0);
  return firms.map((one) => {
    const parts = Object.fromEntries(
      MEASURES.map((measure) => {
        const ratio = means[measure] <= 0 ? 0 : Math.max(0, Math.min(MOST, one[measure] / means[measure]));
        return [measure, { has: one[measure], mean: Math.round(means[measure]), points: Math.round((10_000 * ratio * weights[measure]) / total) / 100 }];
      }),
    ) as Graded['parts'];
    if (one.notGraded !== null) return { firm: one.firm, mu: one.mu, score: null, grade: null, notGraded: one.notGraded, parts };
    const score = Math.round(100 * MEASURES.reduce((sum, measure) => sum + parts[measure].points, 0)) / 100;
    return { firm: one.firm, mu: one.mu, score, grade: score >= from.A ? 'A' : score >= from.B ? 'B' : score >= from.C ? 'C' : 'D', notGraded: null, parts };
  });
}

/** How many firms and 亩 each grade has: the line that districts publish. */
export function gradeLine(graded: readonly Pick<Graded, 'grade' | 'mu'>[]) {
  const of = (grade: Graded['grade']) => graded.filter((one) => one.grade === grade).length;
  return { firms: graded.length, mu: Math.round(100 * graded.reduce((sum, { mu }) => sum + mu, 0)) / 100, A: of('A'), B: of('B'), C: of('C'), D: of('D'), notGraded: of(null) };
}
