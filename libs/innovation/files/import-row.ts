import { yuan } from '#kernel';
import type { Filled } from '#platform';
import { isValueOf, METRICS, type MetricKind } from '../domain/metrics.js';
import type { FactGiven } from '../facts/record-facts.js';
import { COLUMNS } from './import-columns.js';

/** A fault of a row, and of which column. */
export interface Fault {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const dayIn = (text: string): string | undefined => {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined) return undefined;
  const found = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const at = Date.parse(`${found}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(found) ? found : undefined;
};

/** The metric that a column holds, and what its numbers are multiplied by. */
export interface HeadedMetric {
  readonly kind: MetricKind;
  readonly times: number;
}

/** Headings of metrics, in Chinese or by key; money in yuan, or in 万元 where the heading says so. */
export function metricOf(heading: string): HeadedMetric | undefined {
  const [, name, unit] = /^(.*?)(?:[（(](万元|元)[）)])?$/.exec(heading)!;
  const kind = METRICS.find(({ key, zh }) => key === heading || zh.toLowerCase() === heading || key === name || zh.toLowerCase() === name);
  return kind && { kind, times: kind.unit === 'fen' ? (unit === '万元' ? 1_000_000 : 100) : 1 };
}

const YES = new Map(['是', 'yes', 'true', '1', '否', 'no', 'false', '0'].map((said, n) => [said, n < 4]));

/** Reads one row cell by cell; what is wrong is put down by its column, and reading goes on. */
export class ImportedRow {
  readonly faults: Fault[] = [];

  constructor(
    private readonly filled: Filled,
    private readonly headings: ReadonlyMap<string, string>,
    private readonly metrics: ReadonlyMap<string, HeadedMetric>,
  ) {}

  get line(): number {
    return this.filled.line;
  }

  fault(column: string, value: string, zh: string, en: string): undefined {
    this.faults.push({ line: this.line, column, value: value.slice(0, 80), zh, en });
    return undefined;
  }

  heading = (field: string): string => this.headings.get(field) ?? COLUMNS.find(([key]) => key === field)?.[1] ?? field;

  text(field: string, { needed = false, max = 200 } = {}): string | undefined {
    const value = (this.filled.cells[this.headings.get(field) ?? ''] ?? '').trim();
    if (value === '') return needed ? this.fault(this.heading(field), '', '不能为空', 'is missing') : undefined;
    if (value.length > max) return this.fault(this.heading(field), value, `超过 ${max} 字`, `is longer than ${max}`);
    return value;
  }

  day(field: string, needed: boolean, latest?: string): string | undefined {
    const value = this.text(field, { needed });
    if (value === undefined) return undefined;
    const day = dayIn(value);
    if (day === undefined) return this.fault(this.heading(field), value, '不是日期（如 2025-03-31）', 'is no day (such as 2025-03-31)');
    if (latest !== undefined && day > latest) return this.fault(this.heading(field), value, '晚于今天', 'is still to come');
    return day;
  }

  yes(field: string, otherwise: boolean): boolean {
    const value = this.text(field);
    if (value === undefined) return otherwise;
    const read = YES.get(value.toLowerCase());
    if (read === undefined) this.fault(this.heading(field), value, '应填“是”或“否”', 'must be yes or no');
    return read ?? otherwise;
  }

  /** Money in 万元. */
  money(field: string): number | undefined {
    const value = this.text(field);
    if (value === undefined) return undefined;
    const amount = Math.round(Number(value.replaceAll(',', '')) * 1_000_000);
    return Number.isSafeInteger(amount) && amount >= 0 ? yuan(amount / 100) : this.fault(this.heading(field), value, '不是金额', 'is no amount');
  }

  facts(period: string): FactGiven[] {
    return [...this.metrics].flatMap(([heading, { kind, times }]): FactGiven[] => {
      const value = (this.filled.cells[heading] ?? '').trim();
      if (value === '') return [];
      const read = kind.unit === 'flag' ? YES.get(value.toLowerCase()) : kind.unit === 'day' ? dayIn(value) : kind.unit === 'day-or-none' ? (/^(无|none)$/i.test(value) ? 'none' : dayIn(value)) : Number(value.replace(/[,%]/g, '')) * times;
      const whole = kind.unit === 'fen' && typeof read === 'number' ? Math.round(read) : read;
      if (whole === undefined || !isValueOf(kind, whole)) {
        this.fault(heading, value, kind.unit === 'flag' ? '应填“是”或“否”' : kind.unit.startsWith('day') ? '不是日期' : '不是有效的数', kind.unit === 'flag' ? 'must be yes or no' : kind.unit.startsWith('day') ? 'is no day' : 'is no number that it can be');
        return [];
      }
      return [{ metric: kind.key, period: kind.of === 'year' ? period : '', value: whole }];
    });
  }
}
