import { eventType, stateMachine, type DistrictId } from '#kernel';
import type { Clock } from './clock/clock.js';
import { newId } from './clock/new-id.js';
import { aggregateKind } from './commands/command.js';
import { Transactions } from './commands/transaction.js';
import type { Config } from './config/config.js';
import type { Database } from './database/database.js';

export const districtMachine = stateMachine({ name: 'district', initial: 'open', states: { open: 'runs its chain here' }, transitions: {} });
export const districtOpened = eventType<{ code: string; name: string }>('district:opened', 'When an installation first starts for a district.');

/** The district itself, as what everything that belongs to no other thing belongs to. */
export const districtKind = aggregateKind('district', 'District', async (tx, where) => {
  const { id } = where.districtId_id;
  const [row, aggregate] = [await tx.district.findUnique({ where: { id } }), await tx.aggregate.findUnique({ where })];
  return row && aggregate && { ...row, aggregate };
});

/** The installation's district, made at the first start. */
export async function openDistrict(config: Config, database: Database, clock: Clock): Promise<DistrictId> {
  const { DISTRICT_CODE: code, DISTRICT_NAME: name, TIME_ZONE: timeZone } = config;
  const id = newId<'District'>();
  const actor = { kind: 'system', district: id, name: 'start' } as const;
  // Straight to the pool: the first query of Prisma takes longer than all the rest of a start on kept data.
  const { rows } = await database.pool.query<{ id: DistrictId }>('SELECT id FROM district WHERE code = $1', [code]);
  if (rows[0]) return rows[0].id;
  await new Transactions(database, clock, () => []).run({ command: 'open-district', actor, requestId: null }, async (c) => {
    // Of two processes that start at once, the second fails on the unique code, and its next try finds the first's.
    if (await c.tx.district.findUnique({ where: { code } })) return;
    c.create(districtKind.kind, districtMachine.begin(districtOpened({ code, name })), { id });
    await c.tx.district.create({ data: { id, code, name, timeZone } });
  });
  return (await database.prisma.district.findUniqueOrThrow({ where: { code } })).id as DistrictId;
}
