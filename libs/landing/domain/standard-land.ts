import { evaluate, type Clause, type Explanation, type Versioned } from '#kernel';
import type { LandStandard, LandTable } from '../rules/standard-land.js';

/** Square metres of a 亩. */
const MU = 10_000 / 15;

export const muOf = (area: number): number => Math.round((area / MU) * 100) / 100;

export interface LandActuals {
  readonly investment: number;
  readonly output: number;
  readonly tax: number;
  readonly research: number;
}

/** Accepts a plot against what was promised by 亩: each promise, what there is by 亩, and how far it is. `actuals` in fen of a year; research in percent. */
export function acceptLand({ key: industry, zh, investment, output, tax, research }: LandStandard, table: Versioned<LandTable>, mu: number, actuals: LandActuals): Explanation {
  const clause = (metric: string, threshold: number, unit: string, text: string, en: string): Clause => ({ metric, comparison: 'at-least', threshold, unit, zh: `${text} ${threshold / (unit === '%' ? 1 : 1_000_000)}${unit === '%' ? '%' : ' 万元'}以上`, en: `${en} of ${threshold}${unit === '%' ? ' %' : ' fen'} or more` });
  const root = {
    zh: `${zh}对标验收`,
    en: `acceptance by the standard of ${industry}`,
    of: [clause('investment-per-mu', investment, 'fen', '亩均固定资产投资', 'investment by 亩'), clause('output-per-mu', output, 'fen', '亩均产值', 'output by 亩'), clause('tax-per-mu', tax, 'fen', '亩均税收', 'tax by 亩'), clause('research-share', research, '%', '研发强度', 'research over revenue')],
  };
  const { version, inForceFrom, source, certainty } = table;
  const by = (amount: number) => Math.round(amount / mu);
  return evaluate({ key: `standard-land-${industry}`, version, inForceFrom, source, certainty, root }, { 'investment-per-mu': by(actuals.investment), 'output-per-mu': by(actuals.output), 'tax-per-mu': by(actuals.tax), 'research-share': actuals.research });
}
