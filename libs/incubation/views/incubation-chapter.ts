import type { Chapter } from '#project';

/** A project's incubation: platforms, contracts, milestones, reports, graduation, and every yuan invested (in fen). */
export const incubationChapter: Chapter = {
  name: 'incubation',
  async read({ prisma }, actor, project) {
    const rows = await prisma.incubatee.findMany({
      where: { districtId: actor.district, projectId: project },
      include: { aggregate: true, platform: true, milestones: true, reports: { orderBy: { quarter: 'asc' } }, investments: { include: { fund: true } } },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ id, aggregate, platform, firm, contractFrom, contractTo, graduation, milestones, reports, investments }) => ({
      ...{ id, state: aggregate.state, platform: platform?.name ?? null, firm, contractFrom, contractTo, graduation },
      milestones: milestones.map(({ title, dueOn, reachedOn }) => ({ title, dueOn, reachedOn })),
      reports: reports.map(({ quarter, revenue, research, staff, validIp }) => ({ quarter, revenue: Number(revenue), research: Number(research), staff, validIp })),
      investments: investments.map(({ fund, amount, instrument, paidOn }) => ({ fund: fund.name, amount: Number(amount), instrument, paidOn })),
    }));
  },
};
