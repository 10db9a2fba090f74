import { Injectable } from '@nestjs/common';
import { daysBetween } from '#kernel';
import { Database, Permissions, type Actor } from '#platform';

const median = (values: readonly number[]): number | null => {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** A year of expert services in figures; beside each the call that lists what it counts. */
@Injectable()
export class ServiceFiguresView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async year(actor: Actor, year: string) {
    const { prisma } = this.database;
    const [within, ofYear] = [{ from: { lte: `${year}-12-31` }, to: { gte: `${year}-01-01` } }, { on: { startsWith: year } }];
    const serving = { ...within, aggregate: { state: { in: ['serving', 'ended'] } } };
    const [envoys, activities, brought, solved, open, contracts, achievements, institutes, joint, across, promotions, research] = await Promise.all([
      prisma.envoy.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Envoy'), serving] }, select: { teamId: true } }),
      prisma.envoyActivity.count({ where: { AND: [this.permissions.where(actor, 'read', 'EnvoyActivity'), ofYear] } }),
      prisma.envoyBrought.count({ where: { AND: [this.permissions.where(actor, 'read', 'EnvoyBrought'), ofYear] } }),
      prisma.problem.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Problem'), { solvedOn: { startsWith: year } }] }, select: { statedOn: true, solvedOn: true } }),
      prisma.problem.count({ where: { AND: [this.permissions.where(actor, 'read', 'Problem'), { aggregate: { state: { in: ['stated', 'introduced', 'solving'] } } }] } }),
      prisma.technologyContract.aggregate({ where: { AND: [this.permissions.where(actor, 'read', 'TechnologyContract'), { registeredOn: { startsWith: year } }] }, _count: true, _sum: { amount: true, nonTechnical: true } }),
      prisma.achievement.count({ where: { AND: [this.permissions.where(actor, 'read', 'Achievement'), { registeredOn: { startsWith: year } }] } }),
      prisma.institute.count({ where: this.permissions.where(actor, 'read', 'Institute') }),
      prisma.jointProject.count({ where: { AND: [this.permissions.where(actor, 'read', 'JointProject'), within] } }),
      prisma.jointProject.count({ where: { AND: [this.permissions.where(actor, 'read', 'JointProject'), within, { partnerDistrict: { not: null } }] } }),
      prisma.promotion.count({ where: { AND: [this.permissions.where(actor, 'read', 'Promotion'), ofYear] } }),
      prisma.researchPlatform.count({ where: { AND: [this.permissions.where(actor, 'read', 'ResearchPlatform'), { aggregate: { state: 'recognised' } }] } }),
    ]);
    const amount = Number(contracts._sum.amount ?? 0n);
    return {
      year,
      envoys: { count: envoys.length, teams: new Set(envoys.flatMap(({ teamId }) => teamId ?? [])).size, records: `/envoys?year=${year}` },
      activities: { count: activities, records: `/envoy-activities?year=${year}` },
      brought: { count: brought, records: `/envoys-brought?year=${year}` },
      problems: { solved: solved.length, open, daysToSolution: median(solved.map(({ statedOn, solvedOn }) => daysBetween(statedOn, solvedOn!))), records: `/technical-problems?solved=${year}` },
      contracts: { count: contracts._count, amount, technologyAmount: amount - Number(contracts._sum.nonTechnical ?? 0n), records: `/technology-contracts?registered=${year}` },
      achievements: { count: achievements, records: `/achievements?year=${year}` },
      institutes: { count: institutes, records: '/institutes' },
      jointProjects: { count: joint, across, records: `/joint-projects?year=${year}` },
      promotions: { count: promotions, records: `/promotions?year=${year}` },
      researchPlatforms: { count: research, records: '/research-platforms?state=recognised' },
    };
  }
}
