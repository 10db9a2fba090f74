import { isCreditCode, yuan } from '#kernel';
import { readTable, type Filled } from '#platform';
import type { FactGiven } from '../facts/record-facts.js';
import { PAPER_KINDS, PARTS, type Register } from '../domain/firm.js';
import type { ImportKind } from '../domain/firm-import.js';
import { isValueOf, metricKind, METRICS, type MetricKind } from '../domain/metrics.js';
import { CERTIFICATE_KEYS, CERTIFICATES, type CertificateKey } from '../rules/certificates.js';
import { COLUMNS, KIND_NAMES } from './import-columns.js';

/** A fault of a row, and of which column. */
export interface Fault {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

/** A row that is right, as it will be taken over. */
export interface ImportRow {
  readonly line: number;
  readonly creditCode: string;
  readonly name?: string;
  readonly registeredOn?: string;
  readonly field?: string;
  readonly place?: string;
  readonly facts?: readonly FactGiven[];
  readonly paper?: { readonly kind: string; readonly title: string; readonly number: string; readonly level?: string; readonly on: string; readonly until?: string; readonly own: boolean; readonly inUse: boolean; readonly highValue: boolean; readonly amount?: number; readonly technologyAmount?: number; readonly party?: string };
  readonly certificate?: { readonly key: CertificateKey; readonly number: string; readonly issuedOn: string; readonly expiresOn?: string };
}

export interface ImportSheet {
  readonly lines: number;
  readonly rows: readonly ImportRow[];
  readonly faults: readonly Fault[];
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const dayIn = (text: string): string | undefined => {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined) return undefined;
  const found = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const at = Date.parse(`${found}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(found) ? found : undefined;
};

/** Headings of metrics, in Chinese or by key; money in yuan, or in 万元 where the heading says so. */
function metricOf(heading: string): { kind: MetricKind; times: number } | undefined {
  const [, name, unit] = /^(.*?)(?:[（(](万元|元)[）)])?$/.exec(heading)!;
  const kind = METRICS.find(({ key, zh }) => key === heading || zh.toLowerCase() === heading || key === name || zh.toLowerCase() === name);
  return kind && { kind, times: kind.unit === 'fen' ? (unit === '万元' ? 1_000_000 : 100) : 1 };
}

const YES: Readonly<Record<string, boolean>> = { 是: true, yes: true, true: true, '1': true, 否: false, no: false, false: false, '0': false };

/** Reads one row cell by cell; what is wrong is put down by its column, and reading goes on. */
class Row {
  readonly faults: Fault[] = [];

  constructor(
    private readonly filled: Filled,
    private readonly headings: ReadonlyMap<string, string>,
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
    const read = YES[value.toLowerCase()];
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
    return Object.entries(this.filled.cells).flatMap(([heading, cell]): FactGiven[] => {
      const metric = metricOf(heading);
      const value = cell.trim();
      if (!metric || value === '') return [];
      const { kind, times } = metric;
      const read = kind.unit === 'flag' ? YES[value.toLowerCase()] : kind.unit === 'day' ? dayIn(value) : kind.unit === 'day-or-none' ? (/^(无|none)$/i.test(value) ? 'none' : dayIn(value)) : Number(value.replace(/[,%]/g, '')) * times;
      const whole = kind.unit === 'fen' && typeof read === 'number' ? Math.round(read) : read;
      if (whole === undefined || !isValueOf(kind, whole)) {
        this.fault(heading, value, kind.unit === 'flag' ? '应填“是”或“否”' : kind.unit.startsWith('day') ? '不是日期' : '不是有效的数', kind.unit === 'flag' ? 'must be yes or no' : kind.unit.startsWith('day') ? 'is no day' : 'is no number that it can be');
        return [];
      }
      return [{ metric: kind.key, period: kind.of === 'year' ? period : '', value: whole }];
    });
  }
}

/** Reads a sheet for a register; every fault is named by its row and column. @throws Error that says what can't be read at all */
export async function readImportSheet(content: Uint8Array, register: ImportKind, period: string, today: string): Promise<ImportSheet> {
  const { columns, lines } = await readTable(content);
  const headings = new Map(COLUMNS.flatMap(([key, ...names]) => columns.filter((column) => names.some((name) => name.toLowerCase() === column)).map((column) => [key, column] as const)));
  const needed = register === 'firms' ? ['creditCode', 'name'] : register === 'certificates' ? ['creditCode', 'title', 'number', 'on'] : ['creditCode', 'kind', 'title', 'number', 'on'];
  const missing = needed.filter((key) => !headings.has(key)).map((key) => COLUMNS.find(([one]) => one === key)![1]);
  if (missing.length > 0) throw new Error(`缺少列 / missing column: ${missing.join('、')}`);
  const seen = new Map<string, number>();
  const read = lines.map((filled) => readRow(new Row(filled, headings), register, period, today, seen));
  return { lines: lines.length, rows: read.flatMap(({ row, faults }) => (row && faults.length === 0 ? [row] : [])), faults: read.flatMap(({ faults }) => faults) };
}

function readRow(row: Row, register: ImportKind, period: string, today: string, seen: Map<string, number>): { row: ImportRow | undefined; faults: readonly Fault[] } {
  const creditCode = row.text('creditCode', { needed: true, max: 18 })?.toUpperCase();
  if (creditCode !== undefined && !isCreditCode(creditCode)) row.fault(row.heading('creditCode'), creditCode, '统一社会信用代码校验不通过', 'is no right credit code');
  const base = { line: row.line, creditCode: creditCode ?? '' };
  const once = (field: string, value: string | undefined) => {
    const before = value === undefined ? undefined : seen.get(value);
    if (before !== undefined) row.fault(row.heading(field), value!, `与第 ${before} 行重复`, `is there in row ${before} already`);
    else if (value !== undefined) seen.set(value, row.line);
  };
  if (register === 'firms') {
    once('creditCode', creditCode !== undefined && isCreditCode(creditCode) ? creditCode : undefined);
    const name = row.text('name', { needed: true, max: 120 });
    const registeredOn = row.day('registeredOn', false, today);
    const [field, place] = [row.text('field', { max: 60 }), row.text('place', { max: 120 })];
    const facts = row.facts(period);
    for (const [part, whole] of PARTS) {
      const [a, b] = [part, whole].map((metric) => facts.find((fact) => fact.metric === metric && fact.period === period)?.value);
      if (typeof a === 'number' && typeof b === 'number' && a > b) row.fault(metricKind(part)!.zh, String(a), `大于“${metricKind(whole)!.zh}”`, `is more than ${metricKind(whole)!.en}`);
    }
    return { row: { ...base, name: name ?? '', ...(registeredOn !== undefined && { registeredOn }), ...(field !== undefined && { field }), ...(place !== undefined && { place }), facts }, faults: row.faults };
  }
  const number = row.text('number', { needed: true, max: 80 });
  const [title, on, until] = [row.text('title', { needed: true }), row.day('on', true, today), row.day('until', false)];
  if (on !== undefined && until !== undefined && until < on) row.fault(row.heading('until'), until, '早于起始日', 'is before it begins');
  if (register === 'certificates') {
    const key = CERTIFICATE_KEYS.find((one) => one === title || CERTIFICATES[one].zh === title);
    if (title !== undefined && key === undefined) row.fault(row.heading('title'), title, '不是已知的资质名称', 'is no qualification that is known');
    once('number', number === undefined ? undefined : `${key ?? ''} ${number}`);
    return { row: key && number !== undefined && on !== undefined ? { ...base, certificate: { key, number, issuedOn: on, ...(until !== undefined && { expiresOn: until }) } } : undefined, faults: row.faults };
  }
  once('number', number);
  const named = row.text('kind', { needed: true, max: 40 });
  const kind = PAPER_KINDS[register as Register].find((one) => one === named || KIND_NAMES[one] === named);
  if (named !== undefined && kind === undefined) row.fault(row.heading('kind'), named, `应为：${PAPER_KINDS[register as Register].map((one) => KIND_NAMES[one] ?? one).join('、')}`, `must be one of ${PAPER_KINDS[register as Register].join(', ')}`);
  const [level, party] = [row.text('level', { max: 40 }), row.text('party', { max: 120 })];
  const [amount, technologyAmount] = [row.money('amount'), row.money('technologyAmount')];
  if (amount !== undefined && technologyAmount !== undefined && technologyAmount > amount) row.fault(row.heading('technologyAmount'), String(technologyAmount / 1_000_000), '大于合同金额', 'is more than the amount');
  const flags = { own: row.yes('own', true), inUse: row.yes('inUse', true), highValue: row.yes('highValue', false) };
  if (kind === undefined || title === undefined || number === undefined || on === undefined) return { row: undefined, faults: row.faults };
  return { row: { ...base, paper: { kind, title, number, on, ...flags, ...(until !== undefined && { until }), ...(level !== undefined && { level }), ...(party !== undefined && { party }), ...(amount !== undefined && { amount }), ...(technologyAmount !== undefined && { technologyAmount }) } }, faults: row.faults };
}
