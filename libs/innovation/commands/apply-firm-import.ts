import { command, Flag, insertMany, newId, today } from '#platform';
import { firmMachine } from '../domain/firm.js';
import { firmImportApplied, firmImportMachine, importEmpty, importFaulty, importOutdated, type ImportKind } from '../domain/firm-import.js';
import { nameOf, qualificationMachine } from '../domain/qualification.js';
import { setNextDate } from '../facts/certificate-dates.js';
import { firmsByCode } from '../facts/firms-by-code.js';
import { numberOf, numbersTaken } from '../facts/numbers-taken.js';
import { recordFacts } from '../facts/record-facts.js';
import type { Fault } from '../files/import-row.js';
import type { ImportRow } from '../files/import-sheet.js';
import { paperRow } from '../inputs/paper-input.js';
import { lastDayOfCertificate } from '../rules/certificates.js';
import type { Register } from '../domain/firm.js';
import { firmImportKind, firmKind, qualificationKind } from './kinds.js';

export class ApplyFirmImport {
  @Flag({ optional: true, description: 'Rows that are faulty are left out; otherwise nothing is taken over while there are any' }) leaveOut?: boolean;
}

const FIRM = { district_id: 'uuid', id: 'uuid', name: 'text', credit_code: 'text', registered_on: 'text', field: 'text', place: 'text', import_id: 'uuid' };

const CERTIFICATE = { district_id: 'uuid', id: 'uuid', firm_id: 'uuid', key: 'text', kind: 'text', applied_on: 'text', number: 'text', issued_on: 'text', expires_on: 'text', import_id: 'uuid' };
const PAPER = {
  ...{ district_id: 'uuid', id: 'uuid', firm_id: 'uuid', register: 'text', kind: 'text', title: 'text', number: 'text', level: 'text', on: 'text', until: 'text' },
  ...{ own: 'boolean', in_use: 'boolean', high_value: 'boolean', amount: 'bigint', technology_amount: 'bigint', party: 'text', import_id: 'uuid', recorded_at: 'timestamptz' },
};

export const applyFirmImport = command({
  name: 'apply-firm-import',
  summary: 'Takes a spreadsheet over as it was looked at, all of it at once or nothing.',
  on: firmImportKind,
  may: 'run',
  target: (input: ApplyFirmImport & { import: string }) => input.import,
  async decide(c, { leaveOut = false }, { id: importId, aggregate, register, lines, rows: kept, faults }) {
    const { district: districtId } = c;
    c.move(aggregate, firmImportMachine.take('apply', aggregate.state, {}, [firmImportApplied({ register, lines })]));
    const rows = kept as unknown as ImportRow[];
    const faulty = new Set((faults as unknown as Fault[]).map(({ line }) => line)).size;
    if (faulty > 0 && !leaveOut) c.refuse(importFaulty, { rows: faulty });
    if (rows.length === 0) c.refuse(importEmpty);
    const known = await firmsByCode(c.tx, districtId, rows.map(({ creditCode }) => creditCode));
    const firms = new Map(known.map(({ id, creditCode, mergedInto }) => [creditCode, mergedInto ?? id]));
    const taken = await numbersTaken(c.tx, districtId, register as ImportKind, rows);
    const late = rows.find((row) => taken.has(numberOf(row) ?? ''));
    if (late) c.refuse(importOutdated, { problem: late.paper?.number ?? late.certificate!.number });
    const firmOf = (code: string): string => firms.get(code) ?? c.refuse(importOutdated, { problem: code });
    if (register === 'firms') {
      const fresh = rows.filter(({ creditCode }) => !firms.has(creditCode)).map((row) => ({ ...row, id: c.create(firmKind.kind, firmMachine.begin()) }));
      await insertMany(c.tx, 'firm', FIRM, fresh.map(({ id, name, creditCode, registeredOn, field, place }) => [districtId, id, name!, creditCode, registeredOn ?? null, field ?? null, place ?? null, importId]));
      for (const { id, creditCode } of fresh) firms.set(creditCode, id);
      await recordFacts(c, rows.map(({ creditCode, facts = [] }) => ({ firm: firmOf(creditCode), facts })), { source: 'import', id: importId });
    } else if (register === 'certificates') {
      const on = await today(c);
      const claims = rows.flatMap(({ creditCode, certificate }) => (certificate ? [{ creditCode, ...certificate }] : [])).map(({ creditCode, key, number, issuedOn, expiresOn = lastDayOfCertificate(key, issuedOn) }) => {
        const id = c.create(qualificationKind.kind, qualificationMachine.take('recognise', 'claimed', {}, []));
        return { id, firmId: firmOf(creditCode), key, number, issuedOn, expiresOn };
      });
      await insertMany(c.tx, 'qualification', CERTIFICATE, claims.map(({ id, firmId, key, number, issuedOn, expiresOn }) => [districtId, id, firmId, key, 'first', issuedOn, number, issuedOn, expiresOn, importId]));
      const names = new Map(known.map(({ id, name }) => [id, name]));
      for (const { id, firmId, key, expiresOn } of claims) if (expiresOn !== null) await setNextDate(c, { id, kind: qualificationKind.kind }, { ...nameOf(names.get(firmId) ?? '', key), expiresOn }, on);
    } else {
      const papers = rows.flatMap(({ creditCode, paper }) => (paper ? [{ creditCode, paper }] : []));
      const of = papers.map(({ creditCode, paper }) => ({ firm: firmOf(creditCode), ...paperRow({ register: register as Register, ...paper }) }));
      await insertMany(c.tx, 'firm_paper', PAPER, of.map(({ firm, kind, title, number, level, on, until, own, inUse, highValue, amount, technologyAmount, party }) => [...[districtId, newId(), firm, register, kind, title, number, level, on, until], ...[own, inUse, highValue].map(String), ...[amount, technologyAmount].map((fen) => fen?.toString() ?? null), party, importId, c.now.toISOString()]));
    }
    return { id: importId, taken: rows.length, left: faulty };
  },
});
