import { isCreditCode } from '#kernel';
import { readTable } from '#platform';
import type { FactGiven } from '../facts/record-facts.js';
import { PAPER_KINDS, PARTS, type Register } from '../domain/firm.js';
import type { ImportKind } from '../domain/firm-import.js';
import { metricKind } from '../domain/metrics.js';
import { CERTIFICATE_KEYS, CERTIFICATES, type CertificateKey } from '../rules/certificates.js';
import { COLUMNS, KIND_NAMES } from './import-columns.js';
import { ImportedRow, metricOf, type Fault } from './import-row.js';

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

/** Reads a sheet for a register; every fault is named by its row and column. @throws Error that says what can't be read at all */
export async function readImportSheet(content: Uint8Array, register: ImportKind, period: string, today: string): Promise<ImportSheet> {
  const { columns, lines } = await readTable(content);
  const headings = new Map(COLUMNS.flatMap(([key, ...names]) => columns.filter((column) => names.some((name) => name.toLowerCase() === column)).map((column) => [key, column] as const)));
  const needed = register === 'firms' ? ['creditCode', 'name'] : register === 'certificates' ? ['creditCode', 'title', 'number', 'on'] : ['creditCode', 'kind', 'title', 'number', 'on'];
  const missing = needed.filter((key) => !headings.has(key)).map((key) => COLUMNS.find(([one]) => one === key)![1]);
  if (missing.length > 0) throw new Error(`缺少列 / missing column: ${missing.join('、')}`);
  const metrics = new Map(columns.flatMap((column) => {
    const metric = metricOf(column);
    return metric ? [[column, metric] as const] : [];
  }));
  const seen = new Map<string, number>();
  const read = lines.map((filled) => readRow(new ImportedRow(filled, headings, metrics), register, period, today, seen));
  return { lines: lines.length, rows: read.flatMap(({ row, faults }) => (row && faults.length === 0 ? [row] : [])), faults: read.flatMap(({ faults }) => faults) };
}

function readRow(row: ImportedRow, register: ImportKind, period: string, today: string, seen: Map<string, number>): { row: ImportRow | undefined; faults: readonly Fault[] } {
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
