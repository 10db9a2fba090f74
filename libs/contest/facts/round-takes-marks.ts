import type { Context } from '#platform';
import { roundNotOpen } from '../domain/judging.js';

/** Holds a round open, shared, so that judges don't wait for each other but it can't close before the commit. @throws Refused when it is closed */
export async function roundTakesMarks(c: Context, round: string): Promise<void> {
  await c.tx.$queryRaw`SELECT 1 FROM aggregate WHERE district_id = ${c.district}::uuid AND id = ${round}::uuid FOR SHARE`;
  const { state } = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(round) });
  if (state !== 'judging') c.refuse(roundNotOpen);
}
