import { command } from '#platform';
import { addBudget } from '../facts/add-budget.js';
import type { AddBudget } from '../inputs/add-budget.js';
import { schemeKind } from './kinds.js';

export const addToScheme = command({
  name: 'add-to-scheme',
  summary: 'Gives a scheme more money.',
  on: schemeKind,
  may: 'run',
  target: (input: AddBudget & { scheme: string }) => input.scheme,
  decide: (c, input, scheme) => addBudget(c, input, scheme),
});
