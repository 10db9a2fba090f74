import { command, today, Year } from '#platform';
import { tableOn } from '#rulebook';
import { landAccepted, notByStandard } from '../domain/deal.js';
import { acceptLand as judge, muOf } from '../domain/standard-land.js';
import { LAND_TABLES } from '../rules/standard-land.js';
import { dealKind } from './kinds.js';

export class AcceptLand {
  @Year({ description: 'The year that it is judged by' }) year!: string;
}

export const acceptLand = command({
  name: 'accept-land',
  summary: 'Judges a plot that was sold by standard against what was promised by 亩, on a year’s reports; the judgement is kept.',
  on: dealKind,
  may: 'advance',
  target: (input: AcceptLand & { deal: string }) => input.deal,
  async decide(c, { year }, { id, aggregate, landIndustry, site, quarters, declaredOn }) {
    const table = await tableOn(c.tx, c.district, LAND_TABLES, declaredOn);
    const standard = table?.root.standards.find(({ key }) => key === landIndustry);
    const ofYear = quarters.filter(({ quarter }) => quarter.startsWith(year));
    if (!table || !standard || !site || ofYear.length === 0) return c.refuse(notByStandard);
    const sum = (of: 'investment' | 'output' | 'tax' | 'research', rows: typeof quarters) => rows.reduce((total, one) => total + Number(one[of]), 0);
    const [mu, output] = [muOf(site.area), sum('output', ofYear)];
    const explanation = judge(standard, table, mu, { investment: sum('investment', quarters), output, tax: sum('tax', ofYear), research: output === 0 ? 0 : Math.round((10_000 * sum('research', ofYear)) / output) / 100 });
    c.announce(aggregate, landAccepted({ industry: standard.key, mu, verdict: explanation.verdict, version: table.version }));
    await c.tx.deal.update({ where: c.key(id), data: { landAcceptance: { year, on: await today(c), mu, explanation: JSON.parse(JSON.stringify(explanation)) as object } } });
    return { verdict: explanation.verdict };
  },
});
