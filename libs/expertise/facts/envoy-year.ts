import type { Tx } from '#platform';

interface EnvoyRow {
  readonly districtId: string;
  readonly id: string;
  readonly solverId: string | null;
  readonly services: readonly { readonly on: string; readonly halves: number; readonly problemId: string | null }[];
  readonly brought: readonly { readonly on: string }[];
}

/** What an envoy did in a year: days served, joint activities, problems solved that he worked on, what he brought in. */
export async function envoyYear(tx: Tx, { districtId, id, solverId, services, brought }: EnvoyRow, year: string) {
  const inYear = ({ on }: { readonly on: string }) => on.startsWith(year);
  const worked = services.filter(inYear).flatMap(({ problemId }) => problemId ?? []);
  const [activities, solved] = await Promise.all([
    tx.envoyActivity.count({ where: { districtId, on: { startsWith: year }, envoys: { has: id } } }),
    tx.problem.count({ where: { districtId, solvedOn: { startsWith: year }, OR: [{ id: { in: worked } }, ...(solverId === null ? [] : [{ solverId }])] } }),
  ]);
  return { days: services.filter(inYear).reduce((sum, { halves }) => sum + halves, 0) / 2, activities, solved, brought: brought.filter(inYear).length };
}
