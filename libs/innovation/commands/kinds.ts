import { aggregateKind } from '#platform';

export const firmKind = aggregateKind('firm', 'Firm', (tx, where) => tx.firm.findUnique({ where, include: { aggregate: true } }));
export const qualificationKind = aggregateKind('qualification', 'Qualification', (tx, where) => tx.qualification.findUnique({ where, include: { aggregate: true, firm: true } }));
export const firmImportKind = aggregateKind('firm-import', 'FirmImport', (tx, where) => tx.firmImport.findUnique({ where, include: { aggregate: true } }));
export const policyKind = aggregateKind('policy', 'Policy', (tx, where) => tx.policy.findUnique({ where, include: { aggregate: true } }));
export const policyClaimKind = aggregateKind('policy-claim', 'PolicyClaim', (tx, where) => tx.policyClaim.findUnique({ where, include: { aggregate: true, policy: true, firm: true } }));
export const planKind = aggregateKind('plan', 'Plan', (tx, where) => tx.plan.findUnique({ where, include: { aggregate: true, tasks: true } }));
export const targetKind = aggregateKind('target', 'Target', (tx, where) => tx.target.findUnique({ where, include: { aggregate: true } }));
export const simulationKind = aggregateKind('simulation', 'Simulation', (tx, where) => tx.simulation.findUnique({ where, include: { aggregate: true } }));
