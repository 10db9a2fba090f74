import { command, districtKind, insertMany } from '#platform';
import { firmImportMachine, firmImportPreviewed, type ImportKind } from '../domain/firm-import.js';
import type { Fault } from '../files/import-row.js';
import type { ImportSheet } from '../files/import-sheet.js';
import { firmsByCode } from '../facts/firms-by-code.js';
import { numberOf, numbersTaken } from '../facts/numbers-taken.js';
import { firmImportKind } from './kinds.js';

interface Previewed {
  readonly register: ImportKind;
  readonly name: string;
  readonly period: string;
  readonly sheet: ImportSheet;
}

/** Tens of thousands of rows go in as they are; the client library would take longer over them than the database. */
const FIRM_IMPORT = { district_id: 'uuid', id: 'uuid', register: 'text', name: 'text', period: 'text', lines: 'integer', rows: 'jsonb', faults: 'jsonb', fresh: 'integer', known: 'integer' };

export const previewFirmImport = command({
  name: 'preview-firm-import',
  summary: 'Looks at a spreadsheet: what it would bring, what is known already, and each fault by row and column. Nothing is taken over yet.',
  on: districtKind,
  may: 'import-firms',
  exclusive: false,
  target: (_: Previewed, district) => district,
  async decide(c, { register, name, period, sheet }) {
    const codes = new Set((await firmsByCode(c.tx, c.district, sheet.rows.map(({ creditCode }) => creditCode))).map(({ creditCode }) => creditCode));
    const taken = await numbersTaken(c.tx, c.district, register, sheet.rows);
    const unknown = register === 'firms' ? [] : sheet.rows.filter(({ creditCode }) => !codes.has(creditCode)).map(({ line, creditCode }): Fault => ({ line, column: '统一社会信用代码', value: creditCode, zh: '企业不在册，请先登记企业', en: 'is of no firm in the register; enter the firm first' }));
    const again = sheet.rows.filter((row) => taken.has(numberOf(row) ?? '')).map(({ line, paper, certificate }): Fault => ({ line, column: '编号', value: paper?.number ?? certificate?.number ?? '', zh: '该编号已在册', en: 'is in the register already' }));
    const faults = [...sheet.faults, ...unknown, ...again].sort((a, b) => a.line - b.line);
    const faulty = new Set(faults.map(({ line }) => line));
    const rows = sheet.rows.filter(({ line }) => !faulty.has(line));
    const known = register === 'firms' ? rows.filter(({ creditCode }) => codes.has(creditCode)).length : 0;
    const id = c.create(firmImportKind.kind, firmImportMachine.begin(firmImportPreviewed({ register, lines: sheet.lines, faults: faulty.size })));
    await insertMany(c.tx, 'firm_import', FIRM_IMPORT, [[c.district, id, register, name, period, String(sheet.lines), JSON.stringify(rows), JSON.stringify(faults), String(rows.length - known), String(known)]]);
    return { id, lines: sheet.lines, right: rows.length, fresh: rows.length - known, known, faulty: faulty.size };
  },
});
