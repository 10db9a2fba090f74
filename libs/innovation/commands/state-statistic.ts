import { cadenceOf, lastDayOfPeriod } from '#kernel';
import { Amount, Choice, command, districtKind, notAhead, Period, Text } from '#platform';
import { periodWrong, STATISTIC_KEYS, statisticMachine, statisticStated, type StatisticKey } from '../domain/statistic.js';

export class StateStatistic {
  @Choice(STATISTIC_KEYS) metric!: StatisticKey;
  @Period({ description: 'A year (2026) or a quarter (2026-Q3)' }) period!: string;
  @Amount() value!: number;
  @Text({ min: 2, max: 200, description: 'Who published it, and where' }) source!: string;
}

export const stateStatistic = command({
  name: 'state-statistic',
  summary: 'States a statistic of the district for a year or a quarter, or corrects it.',
  on: districtKind,
  may: 'run-plans',
  exclusive: false,
  target: (_: StateStatistic, district) => district,
  async decide(c, { metric, period, value, source }) {
    if (cadenceOf(period) === 'month') c.refuse(periodWrong, { period });
    await notAhead(c, lastDayOfPeriod(period));
    const known = await c.tx.statistic.findUnique({ where: { districtId_metric_period: { districtId: c.district, metric, period } }, include: { aggregate: true } });
    const stated = statisticStated({ metric, period, value, before: known === null ? null : Number(known.value), source });
    if (known) {
      c.move(known.aggregate, statisticMachine.take('correct', known.aggregate.state, {}, [stated]));
      await c.tx.statistic.update({ where: c.key(known.id), data: { value: BigInt(value), source } });
      return { id: known.id };
    }
    const id = c.create('statistic', statisticMachine.begin(stated));
    await c.tx.statistic.create({ data: { districtId: c.district, id, metric, period, value: BigInt(value), source } });
    return { id };
  },
});
