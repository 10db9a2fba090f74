import type { Tx } from '#platform';

export const AUDIENCES = ['judges', 'judges-not-started', 'judges-half-done', 'judges-silent', 'teams', 'teams-going-on', 'teams-staying-out'] as const;
export type AudienceName = (typeof AUDIENCES)[number];

/** Silent is who has left sheets open and typed or handed in nothing for so long. */
const SILENCE = 7 * 86_400_000;

/** Who is in a state of a round now, each once. */
export async function audienceOf(tx: Tx, district: string, round: string, audience: AudienceName, now: Date): Promise<string[]> {
  const people = audience.startsWith('judges') ? await judgesIn(tx, district, round, audience, now) : await teamsIn(tx, district, round, audience);
  return [...new Set(people)].sort();
}

async function judgesIn(tx: Tx, district: string, round: string, audience: AudienceName, now: Date): Promise<string[]> {
  const sheets = await tx.scoreSheet.findMany({ where: { districtId: district, roundId: round, pulled: null }, include: { aggregate: true } });
  const of = [...Map.groupBy(sheets, ({ judgeId }) => judgeId)].map(([judge, own]) => ({
    judge,
    open: own.filter(({ submittedAt }) => submittedAt === null).length,
    touched: own.filter(({ aggregate }) => aggregate.state !== 'assigned').length,
    last: Math.max(...own.map(({ aggregate }) => aggregate.updatedAt.getTime())),
  }));
  const fits: Record<string, (one: (typeof of)[number]) => boolean> = {
    judges: () => true,
    'judges-not-started': ({ touched }) => touched === 0,
    'judges-half-done': ({ touched, open }) => touched > 0 && open > 0,
    'judges-silent': ({ open, last }) => open > 0 && last <= now.getTime() - SILENCE,
  };
  return of.filter(fits[audience]!).map(({ judge }) => judge);
}

async function teamsIn(tx: Tx, district: string, round: string, audience: AudienceName): Promise<string[]> {
  const goesOn = audience === 'teams' ? undefined : audience === 'teams-going-on';
  const standings = await tx.standing.findMany({ where: { districtId: district, roundId: round, ...(goesOn !== undefined && { goesOn }) }, include: { entry: { select: { projectId: true } } } });
  const grants = await tx.roleGrant.findMany({ where: { districtId: district, role: 'team', scopeId: { in: standings.map(({ entry }) => entry.projectId) } }, select: { personId: true } });
  return grants.map(({ personId }) => personId);
}
