import type { Context } from '#platform';
import { yieldDoubtful, yieldImpossible } from '../domain/deal.js';
import { contradictionsIn, doubtsAbout, type YieldFigures } from '../domain/yield-checks.js';
import type { YieldInput } from '../inputs/yield-input.js';

interface QuarterRow {
  readonly quarter: string;
  readonly investment: bigint;
  readonly output: bigint;
  readonly tax: bigint;
  readonly jobs: number;
  readonly research: bigint;
}

/** Refuses figures that can't be, and those far from earlier quarters' until they are confirmed. @throws Refused */
export function checkYield(c: Context, quarter: string, given: YieldInput, quarters: readonly QuarterRow[]): void {
  const figures: YieldFigures = { investment: given.investment ?? 0, output: given.output, tax: given.tax, jobs: given.jobs, research: given.research ?? 0 };
  const wrong = contradictionsIn(figures);
  if (wrong.length > 0) c.refuse(yieldImpossible, {}, undefined, wrong);
  const before = quarters.filter((one) => one.quarter < quarter).map((one) => ({ investment: Number(one.investment), output: Number(one.output), tax: Number(one.tax), jobs: one.jobs, research: Number(one.research) }));
  const doubts = doubtsAbout(figures, before);
  if (doubts.length > 0 && given.confirmed !== true) c.refuse(yieldDoubtful, { fields: doubts.join('、') });
}

/** Figures as rows keep them. */
export const yieldRow = ({ investment = 0, output, tax, jobs, research = 0, energy, confirmed = false }: YieldInput) => ({ investment: BigInt(investment), output: BigInt(output), tax: BigInt(tax), jobs, research: BigInt(research), energy: energy ?? null, confirmed });
