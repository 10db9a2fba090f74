import { aggregateKind } from '#platform';

export const firmKind = aggregateKind('firm', 'Firm', (tx, where) => tx.firm.findUnique({ where, include: { aggregate: true } }));
export const qualificationKind = aggregateKind('qualification', 'Qualification', (tx, where) => tx.qualification.findUnique({ where, include: { aggregate: true, firm: true } }));
export const firmImportKind = aggregateKind('firm-import', 'FirmImport', (tx, where) => tx.firmImport.findUnique({ where, include: { aggregate: true } }));
