import { evaluate, lastDayOf, quartersAfter } from '#kernel';
import { reaction } from '#platform';
import { ruleOn } from '#rulebook';
import { dealMachine, roseAboveScale, yieldCorrected, yieldReported } from '../domain/deal.js';
import { ABOVE_SCALE, aboveScaleKey } from '../rules/above-scale.js';

export const recogniseAboveScale = reaction<{ quarter: string }>({
  name: 'recognise-above-scale',
  summary: 'Finds that a plant has risen above scale, when four quarters’ output passes its industry’s threshold.',
  on: [yieldReported, yieldCorrected],
  async react(c, { aggregate, payload }) {
    await c.lock(aggregate);
    const deal = await c.tx.deal.findUniqueOrThrow({ where: c.key(aggregate), include: { aggregate: true, quarters: { where: { current: true } } } });
    if (dealMachine.next(deal.aggregate.state).every((transition) => transition !== 'rise-above-scale')) return;
    const { quarter } = payload;
    const rule = await ruleOn(c.tx, c.district, ABOVE_SCALE, aboveScaleKey(deal.industry), lastDayOf(quarter));
    if (!rule) throw new Error(`No rule says when "${deal.industry}" is above scale`);
    const year = deal.quarters.filter((reported) => reported.quarter <= quarter && reported.quarter > quartersAfter(quarter, -4));
    const output = year.reduce((sum, reported) => sum + Number(reported.output), 0);
    if (evaluate(rule, { 'year-output': output }).verdict !== 'pass') return;
    c.move(deal.aggregate, dealMachine.take('rise-above-scale', deal.aggregate.state, {}, [roseAboveScale({ quarter, output, rule: rule.key, version: rule.version })]));
  },
});
