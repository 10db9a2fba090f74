import { Decimal } from '#kernel';
import { marksOf, ownSide, panelStatistics, type Difference, type JudgeStatistics, type OwnSide, type PanelStatistics } from '#judging';
import { isWhole, programOf, type Performance, type Season, type Seat } from './season.js';

/** One program's panel: its judges by who they are, and how they mark. */
interface SeasonPanel extends Omit<PanelStatistics, 'judges'> {
  readonly competition: string;
  readonly program: string;
  readonly judges: readonly (Omit<JudgeStatistics, 'judge'> & { readonly judge: string; readonly country: string })[];
}

export interface SeasonRaters {
  /** Performances whose marks are all translated; the others are left out. */
  readonly performances: number;
  readonly leftOut: number;
  readonly ownSide: OwnSide;
  readonly panels: readonly SeasonPanel[];
}

interface JudgeTotal {
  readonly performance: Performance;
  readonly seat: Seat;
  readonly total: number;
}

/**
 * How a season's judges mark. A judge's total of a performance is what his marks alone add up to: components times their
 * factors, elements as they are translated to points; without base values, which are the same for all.
 */
export function seasonRaters({ performances, seats }: Season, seed = 1): SeasonRaters {
  const whole = performances.filter(isWhole);
  const seatsOf = Map.groupBy(seats, programOf);
  const totals = whole.flatMap((performance) => judgeTotals(performance, seatsOf.get(programOf(performance)) ?? []));
  const panels = [...Map.groupBy(totals, ({ performance }) => programOf(performance)).values()].map(panelOf);
  return { performances: whole.length, leftOut: performances.length - whole.length, ownSide: ownSide([...Map.groupBy(totals, ({ performance }) => performance.id).values()].flatMap(differences), seed), panels };
}

function judgeTotals(performance: Performance, seats: readonly Seat[]): JudgeTotal[] {
  const sums = new Map<string, Decimal>();
  for (const { section, factor, marks } of performance.aspects) {
    for (const { seat, value } of marks) sums.set(seat, (sums.get(seat) ?? new Decimal(0)).plus(section === 'components' ? new Decimal(value).times(factor) : value));
  }
  return seats.flatMap((seat) => (sums.has(seat.seat) ? [{ performance, seat, total: sums.get(seat.seat)!.toNumber() }] : []));
}

/** Of one performance: how far each judge's total lies from the mean of the others'. */
function differences(totals: readonly JudgeTotal[]): Difference[] {
  const all = totals.reduce((sum, { total }) => sum + total, 0);
  if (totals.length < 2) return [];
  return totals.map(({ performance, seat, total }) => ({ judge: seat.judge, entry: performance.id, own: seat.country === performance.nation, difference: total - (all - total) / (totals.length - 1) }));
}

function panelOf(totals: readonly JudgeTotal[]): SeasonPanel {
  const entries = [...new Set(totals.map(({ performance }) => performance.id))];
  const judges = [...new Map(totals.map(({ seat }) => [seat.judge, seat])).values()];
  const marks = marksOf(entries.length, judges.length, totals.map(({ performance, seat, total }) => ({ entry: entries.indexOf(performance.id), judge: judges.findIndex(({ judge }) => judge === seat.judge), value: total })));
  const { judges: statistics, ...panel } = panelStatistics(marks);
  const { competition, program } = totals[0]!.performance;
  return { competition, program, ...panel, judges: statistics.map(({ judge, ...rest }) => ({ judge: judges[judge]!.judge, country: judges[judge]!.country, ...rest })) };
}
