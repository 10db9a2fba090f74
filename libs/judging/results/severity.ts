import { countsBy } from '../columns.js';
import type { Marks } from '../marks.js';
import { sum } from '../statistics.js';
import type { Scores } from './averages.js';

export interface Severity {
  /** What each entry would have on average from all judges of its panel. */
  readonly scores: Scores;
  /** How much lower each judge marks than the mean of his panel; null of one who marked nothing. */
  readonly severity: readonly (number | null)[];
  /** What no quality and no severity explains: the variance of the residuals; NaN where there are no more marks than unknowns. */
  readonly residualVariance: number;
  readonly residuals: Float64Array;
  /** Judges and entries that marks connect. Scores of different panels can't be told apart from severities: they don't compare. */
  readonly panels: readonly Panel[];
}

export interface Panel {
  readonly entries: readonly number[];
  readonly judges: readonly number[];
}

const CLOSE = 1e-12;

/**
 * The additive model mark = quality of the entry - severity of the judge + noise, by least squares; in each panel the
 * severities add up to 0 over the marks, which takes away what the model can't tell. The entries are eliminated and the
 * judges' equations solved by conjugate gradients (Hestenes and Stiefel 1952), which a singular but consistent system
 * does not hurt. The model is the two-way analysis of variance without interaction (Scheffé, The Analysis of Variance,
 * 1959, section 4.2; on judges: Paul, "Bayesian methods for calibration of examiners", 1981).
 */
export function severityModel(marks: Marks): Severity {
  const { entries, judges, entry, judge, value } = marks;
  const [ofEntry, ofJudge] = [countsBy(entry, entries), countsBy(judge, judges)];
  const entryMean = scatter(entry, value, entries).map((total, e) => total / Math.max(1, ofEntry[e]!));
  // What each judge gave below the mean of the entries he marked, summed.
  const right = scatter(judge, value.map((mark, n) => entryMean[entry[n]!]! - mark), judges);
  const times = (x: Float64Array): Float64Array => {
    const share = scatter(entry, Float64Array.from(judge, (j) => x[j]!), entries).map((total, e) => total / Math.max(1, ofEntry[e]!));
    return scatter(judge, Float64Array.from(entry, (e, n) => x[judge[n]!]! - share[e]!), judges);
  };
  const severity = conjugateGradients(times, right);
  const panels = panelsOf(marks);
  for (const panel of panels) {
    const off = sum(panel.judges.map((j) => severity[j]! * ofJudge[j]!)) / sum(panel.judges.map((j) => ofJudge[j]!));
    for (const j of panel.judges) severity[j]! -= off;
  }
  const quality = scatter(entry, value.map((mark, n) => mark + severity[judge[n]!]!), entries).map((total, e) => total / Math.max(1, ofEntry[e]!));
  const residuals = value.map((mark, n) => mark - quality[entry[n]!]! + severity[judge[n]!]!);
  const unknowns = sum(panels.map((panel) => panel.entries.length + panel.judges.length - 1));
  return {
    scores: Array.from(quality, (one, e) => (ofEntry[e] === 0 ? null : one)),
    severity: Array.from(severity, (one, j) => (ofJudge[j] === 0 ? null : one)),
    ...{ residuals, panels, residualVariance: value.length > unknowns ? sum(residuals.map((one) => one * one)) / (value.length - unknowns) : NaN },
  };
}

function conjugateGradients(times: (x: Float64Array) => Float64Array, right: Float64Array): Float64Array {
  const x = new Float64Array(right.length);
  const rest = right.slice();
  let way = right.slice();
  let square = dot(rest, rest);
  const goal = square * CLOSE * CLOSE;
  for (let step = 0; step < 10 * right.length && square > goal && square > 0; step++) {
    const image = times(way);
    const far = square / dot(way, image);
    if (!Number.isFinite(far)) break;
    for (let n = 0; n < x.length; n++) {
      x[n]! += far * way[n]!;
      rest[n]! -= far * image[n]!;
    }
    const next = dot(rest, rest);
    way = way.map((one, n) => rest[n]! + (next / square) * one);
    square = next;
  }
  return x;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((all, one, n) => all + one * b[n]!, 0);

function scatter(by: Int32Array, value: Float64Array, size: number): Float64Array {
  const total = new Float64Array(size);
  for (let n = 0; n < by.length; n++) total[by[n]!]! += value[n]!;
  return total;
}

/** The connected parts of who marked what, the largest first. */
export function panelsOf({ entries, judges, entry, judge }: Marks): Panel[] {
  const parent = Int32Array.from({ length: entries + judges }, (_, node) => node);
  const root = (node: number): number => {
    while (parent[node] !== node) node = parent[node] = parent[parent[node]!]!;
    return node;
  };
  entry.forEach((e, n) => (parent[root(e)] = root(entries + judge[n]!)));
  const panels = new Map<number, { entries: number[]; judges: number[] }>();
  for (let node = 0; node < parent.length; node++) {
    const panel = panels.get(root(node)) ?? { entries: [], judges: [] };
    panels.set(root(node), panel);
    if (node < entries) panel.entries.push(node);
    else panel.judges.push(node - entries);
  }
  return [...panels.values()].filter((panel) => panel.entries.length > 0 && panel.judges.length > 0).sort((a, b) => b.entries.length - a.entries.length);
}

