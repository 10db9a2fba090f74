import { aggregateKind } from '#platform';

export const ruleVersionKind = aggregateKind('rule-version', 'RuleVersion', (tx, where) => tx.ruleVersion.findUnique({ where, include: { aggregate: true } }));
export const holidayKind = aggregateKind('holiday', 'Holiday', (tx, where) => tx.holiday.findUnique({ where, include: { aggregate: true } }));
