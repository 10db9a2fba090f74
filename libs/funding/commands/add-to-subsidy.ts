import { command } from '#platform';
import { addBudget } from '../facts/add-budget.js';
import type { AddBudget } from '../inputs/add-budget.js';
import { subsidyKind } from './kinds.js';

export const addToSubsidy = command({
  name: 'add-to-subsidy',
  summary: 'Gives a subsidy more money.',
  on: subsidyKind,
  may: 'run',
  target: (input: AddBudget & { subsidy: string }) => input.subsidy,
  decide: (c, input, subsidy) => addBudget(c, input, subsidy),
});
