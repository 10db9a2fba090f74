import type { Chapter } from '#project';

/** A project's landing: park, site, steps, what was promised (fen, a year) and what each quarter brought. */
export const landingChapter: Chapter = {
  name: 'landing',
  async read({ prisma }, actor, project) {
    const rows = await prisma.deal.findMany({ where: { districtId: actor.district, projectId: project }, include: { aggregate: true, park: true, site: true, steps: true, changes: { orderBy: { on: 'asc' } }, quarters: { where: { current: true }, orderBy: { quarter: 'asc' } } }, orderBy: { id: 'asc' } });
    return rows.map(({ id, aggregate, firm, industry, park, site, quarters, steps, changes, ...deal }) => ({
      ...{ id, state: aggregate.state, firm, industry, park: park.name, site: site?.code ?? null },
      promised: { investment: Number(deal.promisedInvestment), output: Number(deal.promisedOutput), tax: Number(deal.promisedTax), jobs: deal.promisedJobs },
      steps: steps.flatMap(({ step, on }) => (on === null ? [] : [{ step, on }])).sort((a, b) => (a.on < b.on ? -1 : 1)),
      changes: changes.map(({ kind, on, reason }) => ({ kind, on, reason })),
      quarters: quarters.map(({ quarter, output, tax, jobs }) => ({ quarter, output: Number(output), tax: Number(tax), jobs })),
    }));
  },
};
