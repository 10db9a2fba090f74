import type { Context } from '../commands/context.js';

/** The time zone that the district's deadlines are stated in. */
export async function timeZoneOf(c: Context): Promise<string> {
  return (await c.tx.district.findUniqueOrThrow({ where: { id: c.district } })).timeZone;
}
