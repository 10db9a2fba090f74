import type { Mistake } from '#kernel';

/** What a plant reports of a quarter: fen, people, tonnes of coal. */
export interface YieldFigures {
  readonly investment: number;
  readonly output: number;
  readonly tax: number;
  readonly jobs: number;
  readonly research: number;
}

const NAMES: Readonly<Record<keyof YieldFigures, { readonly zh: string; readonly en: string }>> = {
  investment: { zh: '完成投资', en: 'investment' },
  output: { zh: '产值', en: 'output' },
  tax: { zh: '税收', en: 'tax' },
  jobs: { zh: '用工', en: 'jobs' },
  research: { zh: '研发支出', en: 'research' },
};

/** What can't be true together: tax above output; output without anyone at work. */
export function contradictionsIn({ output, tax, jobs }: YieldFigures): Mistake[] {
  const wrong: Mistake[] = [];
  if (tax > output) wrong.push({ field: 'tax', words: { zh: '税收不能多于产值。', en: 'There can’t be more tax than output.' } });
  if (output > 0 && jobs === 0) wrong.push({ field: 'jobs', words: { zh: '有产值而无用工。', en: 'There is output, and nobody at work.' } });
  return wrong;
}

const JUMP = 10;
/** Below 100,000 yuan, or ten people, ten times as much is nothing unusual. */
const FLOOR = { money: 10_000_000, people: 10 } as const;

/** The figures that are ten times or more the median of the last four quarters, or a tenth of it or less, by name. */
export function doubtsAbout(figures: YieldFigures, before: readonly YieldFigures[]): string[] {
  return (['output', 'tax', 'jobs'] as const).flatMap((key) => {
    const earlier = before.slice(-4).map((one) => one[key]).sort((a, b) => a - b);
    if (earlier.length === 0) return [];
    const usual = earlier[Math.floor(earlier.length / 2)]!;
    const [high, low] = [Math.max(figures[key], usual), Math.min(figures[key], usual)];
    return low === 0 || high < (key === 'jobs' ? FLOOR.people : FLOOR.money) || high < JUMP * low ? [] : [NAMES[key].zh];
  });
}
