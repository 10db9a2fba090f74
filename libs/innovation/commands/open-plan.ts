import { command, Day, districtKind, Text } from '#platform';
import { planDates, planMachine, planOpened } from '../domain/plan.js';
import { planKind } from './kinds.js';

export class OpenPlan {
  @Text({ max: 120, example: '“5个2”行动计划' }) title!: string;
  @Text({ max: 200 }) paper!: string;
  @Day() from!: string;
  @Day() to!: string;
}

export const openPlan = command({
  name: 'open-plan',
  summary: 'Begins a district’s plan of action.',
  on: districtKind,
  may: 'run-plans',
  exclusive: false,
  target: (_: OpenPlan, district) => district,
  async decide(c, { title, paper, from, to }) {
    if (to < from) c.refuse(planDates, { from, to });
    const id = c.create(planKind.kind, planMachine.begin(planOpened({ title, paper, from, to })));
    await c.tx.plan.create({ data: { districtId: c.district, id, title, paper, from, to } });
  },
});
