/** How long something took, in days, or has taken so far without happening (censored). */
export interface Spell {
  readonly days: number;
  readonly happened: boolean;
}

/** After `days`, the part that is still waiting, with the ends of its 95 % interval. */
interface SurvivalStep {
  readonly days: number;
  readonly atRisk: number;
  readonly happened: number;
  readonly waiting: number;
  readonly low: number;
  readonly high: number;
}

export interface Survival {
  readonly spells: number;
  readonly happened: number;
  readonly steps: readonly SurvivalStep[];
  /** Days after which a part is through: null where it is not known yet. */
  readonly quarter: number | null;
  readonly median: number | null;
  readonly threeQuarters: number | null;
}

const Z = 1.959964;

/**
 * Kaplan and Meier's estimate (J. Am. Stat. Assoc. 53, 1958) of how long something takes, where some have not come to it yet; its
 * interval by Greenwood's variance on the log-minus-log scale, which stays between 0 and 1.
 */
export function survivalOf(spells: readonly Spell[]): Survival {
  const times = [...new Set(spells.filter(({ happened }) => happened).map(({ days }) => days))].sort((a, b) => a - b);
  let [waiting, variance] = [1, 0];
  const steps = times.map((days): SurvivalStep => {
    const atRisk = spells.filter((spell) => spell.days >= days).length;
    const happened = spells.filter((spell) => spell.happened && spell.days === days).length;
    waiting *= 1 - happened / atRisk;
    variance += atRisk === happened ? 0 : happened / (atRisk * (atRisk - happened));
    const spread = waiting <= 0 || waiting >= 1 ? 0 : (Z * Math.sqrt(variance)) / Math.abs(Math.log(waiting));
    return { days, atRisk, happened, waiting, low: waiting <= 0 ? 0 : waiting ** Math.exp(spread), high: waiting <= 0 ? 0 : waiting ** Math.exp(-spread) };
  });
  const through = (part: number) => steps.find((step) => step.waiting <= 1 - part + 1e-12)?.days ?? null;
  return { spells: spells.length, happened: spells.filter(({ happened }) => happened).length, steps, quarter: through(0.25), median: through(0.5), threeQuarters: through(0.75) };
}
