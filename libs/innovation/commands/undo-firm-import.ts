import { command } from '#platform';
import { firmMachine } from '../domain/firm.js';
import { firmImportMachine, firmImportUndone, importBuiltOn } from '../domain/firm-import.js';
import { qualificationEnding, qualificationMachine, qualificationOver } from '../domain/qualification.js';
import { assessFirms } from '../facts/assess-firms.js';
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
    const ids = (await tx.firm.findMany({ where: { districtId, importId }, select: { id: true } })).map(({ id }) => id);
    const ofFirms = { districtId, firmId: { in: ids } };
    const other = { OR: [{ importId: null }, { importId: { not: importId } }] };
    const [facts, papers, claims, policies, merged] = await Promise.all([
      tx.firmFact.findMany({ where: { ...ofFirms, OR: [{ sourceId: null }, { sourceId: { not: importId } }] }, take: 1000 }),
      tx.firmPaper.findMany({ where: { ...ofFirms, ...other }, take: 1000 }),
      tx.qualification.findMany({ where: { ...ofFirms, ...other }, take: 1000 }),
      tx.policyClaim.findMany({ where: ofFirms, include: { policy: true }, take: 1000 }),
      tx.firm.findMany({ where: { districtId, mergedIntoId: { in: ids } }, take: 1000 }),
    ]);
    const later = [...facts.map(({ metric }) => metric), ...papers.map(({ number }) => number), ...claims.map(({ key }) => key), ...policies.map(({ policy }) => policy.title), ...merged.map(({ name }) => name)];
    if (later.length > 0) c.refuse(importBuiltOn, { count: later.length, example: later[0]! });
    const certificates = await tx.qualification.findMany({ where: { districtId, importId }, include: { aggregate: true } });
    for (const { aggregate: one } of certificates) {
      if (one.state === 'recognised' || one.state === 'expired') c.move(one, qualificationMachine.take('withdraw', one.state, {}, []));
      for (const { event } of [qualificationEnding, qualificationOver]) c.forget(one, event);
    }
    const brought = await Promise.all([tx.firmFact.findMany({ where: { districtId, sourceId: importId }, select: { firmId: true }, distinct: ['firmId'] }), tx.firmPaper.findMany({ where: { districtId, importId }, select: { firmId: true }, distinct: ['firmId'] })]);
    const others = new Set([...brought.flat(), ...certificates].map(({ firmId }) => firmId));
    for (const id of ids) others.delete(id);
    await tx.firmPaper.deleteMany({ where: { districtId, importId } });
    await tx.firmFact.deleteMany({ where: { districtId, sourceId: importId } });
    await tx.qualification.deleteMany({ where: { districtId, importId } });
    await tx.assessment.deleteMany({ where: ofFirms });
    for (const one of await tx.aggregate.findMany({ where: { districtId, id: { in: ids } } })) c.move(one, firmMachine.take('withdraw', one.state, {}, []));
    await tx.firm.deleteMany({ where: { districtId, importId } });
    await tx.firmImport.update({ where: c.key(importId), data: { rows: [] } });
    await assessFirms(c, [...others]);
    return { firms: ids.length };
  },
});
