import { command } from '#platform';
import { firmMachine } from '../domain/firm.js';
import { firmImportMachine, firmImportUndone, importBuiltOn } from '../domain/firm-import.js';
import { qualificationEnding, qualificationMachine, qualificationOver } from '../domain/qualification.js';
import { firmsOfImport } from '../facts/firms-of-import.js';
import { firmImportKind } from './kinds.js';

/** What stands on firms and is not of the spreadsheet that brought them; a thousand of it tell enough. */
const LATER = `
SELECT metric AS example FROM firm_fact WHERE district_id = $1::uuid AND firm_id = ANY($2::uuid[]) AND source_id IS DISTINCT FROM $3::uuid
UNION ALL SELECT number FROM firm_paper WHERE district_id = $1::uuid AND firm_id = ANY($2::uuid[]) AND import_id IS DISTINCT FROM $3::uuid
UNION ALL SELECT key FROM qualification WHERE district_id = $1::uuid AND firm_id = ANY($2::uuid[]) AND import_id IS DISTINCT FROM $3::uuid
UNION ALL SELECT p.title FROM policy_claim c JOIN policy p ON p.district_id = c.district_id AND p.id = c.policy_id WHERE c.district_id = $1::uuid AND c.firm_id = ANY($2::uuid[])
UNION ALL SELECT name FROM firm WHERE district_id = $1::uuid AND merged_into_id = ANY($2::uuid[])
LIMIT 1000`;

export const undoFirmImport = command({
  name: 'undo-firm-import',
  summary: 'Takes back all that a spreadsheet brought: firms, facts, papers, certificates. Not where later records stand on it.',
  on: firmImportKind,
  may: 'run',
  target: (input: { import: string }) => input.import,
  async decide(c, _, { id: importId, aggregate, register, lines }) {
    const { district: districtId, tx } = c;
    c.move(aggregate, firmImportMachine.take('undo', aggregate.state, {}, [firmImportUndone({ register, lines })]));
    const ids = (await tx.firm.findMany({ where: { districtId, importId }, select: { id: true } })).map(({ id }) => id);
    const later = await tx.$queryRawUnsafe<{ example: string }[]>(LATER, districtId, ids, importId);
    if (later.length > 0) c.refuse(importBuiltOn, { count: later.length, example: later[0]!.example });
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
