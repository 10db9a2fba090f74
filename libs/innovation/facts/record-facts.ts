import { insertMany, newId, type Context } from '#platform';
import { factContradicts, factWrong, PARTS, unknownMetric } from '../domain/firm.js';
import { isValueOf, metricKind } from '../domain/metrics.js';

export interface FactGiven {
  readonly metric: string;
  readonly period: string;
  readonly value: unknown;
  readonly note?: string;
}

export interface FactSource {
  readonly source: 'report' | 'import' | 'register' | 'office';
  readonly id?: string;
}

/** Refuses facts of unknown metrics, with wrong values or periods, or that can't be true together. @throws Refused */
export function checkFacts(c: Context, facts: readonly FactGiven[]): void {
  for (const { metric, period, value } of facts) {
    const kind = metricKind(metric) ?? c.refuse(unknownMetric, { metric });
    const periodFits = kind.of === 'year' ? /^(19|20)\d{2}(-Q[1-4])?$/.test(period) : period === '';
    if (!periodFits || !isValueOf(kind, value)) c.refuse(factWrong, { metric, value: `${String(value).slice(0, 60)} (${period})` });
  }
  for (const year of new Set(facts.map(({ period }) => period))) {
    const value = (metric: string) => facts.find((one) => one.metric === metric && one.period === year)?.value;
    for (const [part, whole] of PARTS) {
      const [a, b] = [value(part), value(whole)];
      if (typeof a === 'number' && typeof b === 'number' && a > b) c.refuse(factContradicts, { part: metricKind(part)!.zh, whole: metricKind(whole)!.zh, year });
    }
  }
}

/** Puts facts beside those that are there: the last one holds, the others stay. */
export async function recordFacts(c: Context, given: readonly { readonly firm: string; readonly facts: readonly FactGiven[] }[], { source, id }: FactSource): Promise<void> {
  const at = c.now.toISOString();
  await insertMany(
    c.tx,
    'firm_fact',
    { district_id: 'uuid', id: 'uuid', firm_id: 'uuid', metric: 'text', period: 'text', value: 'jsonb', source: 'text', source_id: 'uuid', note: 'text', recorded_at: 'timestamptz' },
    given.flatMap(({ firm, facts }) => facts.map(({ metric, period, value, note }) => [c.district, newId(), firm, metric, period, JSON.stringify(value), source, id ?? null, note ?? null, at])),
  );
}
