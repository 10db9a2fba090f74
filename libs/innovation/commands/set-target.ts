import { Choice, command, districtKind, notFound, Ref, Text, Whole, Year } from '#platform';
import { targetKnown, targetMachine, targetSet } from '../domain/plan.js';
import { FIGURE_KEYS } from '../rules/figures.js';
import { targetKind } from './kinds.js';

export class SetTarget {
  @Choice(FIGURE_KEYS) figure!: string;
  @Year() year!: string;
  @Whole({ max: 1_000_000_000_000, description: 'What it is to be at the end of the year; money in fen' }) value!: number;
  @Text({ optional: true, max: 120, description: 'A park or platform, as firms have it for their place; the whole district where it is left out' }) place?: string;
  @Text({ optional: true, max: 200 }) paper?: string;
  @Ref({ optional: true, description: 'The plan that is judged by it' }) plan?: string;
}

export const setTarget = command({
  name: 'set-target',
  summary: 'Sets what a figure is to be at the end of a year, in the district or in one of its places.',
  on: districtKind,
  may: 'run-plans',
  exclusive: false,
  target: (_: SetTarget, district) => district,
  async decide(c, { figure, year, value, place = '', paper, plan }) {
    if (plan !== undefined && !(await c.tx.plan.findUnique({ where: c.key(plan) }))) c.refuse(notFound, { kind: 'plan', id: plan });
    if (await c.tx.target.findUnique({ where: { districtId_figure_year_place: { districtId: c.district, figure, year, place } } })) c.refuse(targetKnown, { year });
    const id = c.create(targetKind.kind, targetMachine.begin(targetSet({ figure, year, place, value, before: null })));
    await c.tx.target.create({ data: { districtId: c.district, id, figure, year, place, value: BigInt(value), paper: paper ?? null, planId: plan ?? null } });
  },
});
