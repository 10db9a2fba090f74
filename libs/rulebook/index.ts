import { declaredIn, type Feature } from '#platform';
import * as clauses from './domain/clauses.js';
import * as holidays from './domain/holiday.js';
import { rulebookPermits } from './domain/permits.js';
import * as tables from './domain/table.js';
import * as versions from './domain/rule-version.js';
import { RulebookModule } from './rulebook.module.js';

export { ruleInEffect } from './domain/rule-version.js';
export { workedHere } from './facts/days-off.js';
export { ruleOn, rulesOf, tableOn } from './facts/rules-of.js';

export const rulebook: Feature = {
  name: 'rulebook',
  module: RulebookModule,
  ...declaredIn(versions, clauses, tables, holidays),
  reactions: [],
  permits: rulebookPermits,
};
