import { command } from '#platform';
import { firmMachine } from '../domain/firm.js';
import { firmImportMachine, firmImportUndone, importBuiltOn } from '../domain/firm-import.js';
import { qualificationEnding, qualificationMachine, qualificationOver } from '../domain/qualification.js';
import { firmsOfImport } from '../facts/firms-of-import.js';
import { firmImportKind } from './kinds.js';

export const undoFirmImport = command({
  name: 'undo-firm-import',
  summary: 'Takes back all that a spreadsheet brought: firms, facts, papers, certificates. Not where later records stand on it.',
  on: firmImportKind,
  may: 'run',
  target: (input: { import: string }) => input.import,
  async decide(c, _, { id: importId, aggregate, register, lines }) {
    const { district: districtId, tx } = c;
    c.move(aggregate, firmImportMachine.take('undo', aggregate.state, {}, [firmImportUndone({ register, lines })]));
    const ofFirms = { districtId, firm: { importId } };
    const other = { OR: [{ importId: null }, { importId: { not: importId } }] };
    const [facts, papers, claims, policies, merged] = await Promise.all([
      tx.firmFact.findMany({ where: { ...ofFirms, OR: [{ sourceId: null }, { sourceId: { not: importId } }] }, take: 1000 }),
      tx.firmPaper.findMany({ where: { ...ofFirms, ...other }, take: 1000 }),
      tx.qualification.findMany({ where: { ...ofFirms, ...other }, take: 1000 }),
      tx.policyClaim.findMany({ where: ofFirms, include: { policy: true }, take: 1000 }),
      tx.firm.findMany({ where: { districtId, mergedInto: { importId } }, take: 1000 }),
    ]);
    const later = [...facts.map(({ metric }) => metric), ...papers.map(({ number }) => number), ...claims.map(({ key }) => key), ...policies.map(({ policy }) => policy.title), ...merged.map(({ name }) => name)];
    if (later.length > 0) c.refuse(importBuiltOn, { count: later.length, example: later[0]! });
    const certificates = await tx.qualification.findMany({ where: { districtId, importId }, include: { aggregate: true } });
    for (const { aggregate: one } of certificates) {
      if (one.state === 'recognised' || one.state === 'expired') c.move(one, qualificationMachine.take('withdraw', one.state, {}, []));
      for (const { event } of [qualificationEnding, qualificationOver]) c.forget(one, event);
    }
    // What was said of firms, and of what they were merged into, is said anew without it: see assess-firms-on-undo.
    const touched = await firmsOfImport(tx, districtId, importId);
    await tx.$executeRaw`
      WITH RECURSIVE said AS (
        SELECT id, merged_into_id FROM firm WHERE district_id = ${districtId}::uuid AND id = ANY(${touched}::uuid[])
        UNION SELECT f.id, f.merged_into_id FROM firm f JOIN said ON f.district_id = ${districtId}::uuid AND f.id = said.merged_into_id
      ) DELETE FROM assessment WHERE district_id = ${districtId}::uuid AND firm_id IN (SELECT id FROM said)`;
    await tx.firmPaper.deleteMany({ where: { districtId, importId } });
    await tx.firmFact.deleteMany({ where: { districtId, sourceId: importId } });
    await tx.qualification.deleteMany({ where: { districtId, importId } });
    const firms = await tx.aggregate.findMany({ where: { districtId, registeredFirm: { importId } } });
    for (const one of firms) c.move(one, firmMachine.take('withdraw', one.state, {}, []));
    await tx.firm.deleteMany({ where: { districtId, importId } });
    await tx.firmImport.update({ where: c.key(importId), data: { rows: [] } });
    return { firms: firms.length };
  },
});
