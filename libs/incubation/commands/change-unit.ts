import { Amount, Choice, command, Day, notFound, Quantity, Text, Whole } from '#platform';
import { UNIT_USES, unitChanged, unitInUse } from '../domain/space.js';
import { platformKind } from './kinds.js';

export class ChangeUnit {
  @Choice(UNIT_USES, { optional: true }) use?: (typeof UNIT_USES)[number];
  @Quantity({ optional: true, max: 100_000, description: 'm²' }) area?: number;
  @Whole({ optional: true, max: 10_000 }) desks?: number;
  @Amount({ optional: true, description: 'In fen a month; leases that are signed keep theirs' }) price?: number;
  @Day({ optional: true, description: 'From this day it is out of use' }) retiredOn?: string;
  @Text({ optional: true, max: 40 }) code?: string;
}

export const changeUnit = command({
  name: 'change-unit',
  summary: 'Changes a room’s use, area, desks or price, or takes it out of use once nobody rents it.',
  on: platformKind,
  may: 'run',
  target: (input: ChangeUnit & { platform: string; unit: string }) => input.platform,
  async decide(c, { unit, platform, price, retiredOn, ...given }, { aggregate }) {
    await c.hold('Unit', unit);
    const row = (await c.tx.unit.findFirst({ where: { districtId: c.district, id: unit, platformId: platform }, include: { leases: true } })) ?? c.refuse(notFound, { kind: 'unit', id: unit });
    if (retiredOn !== undefined && row.leases.some(({ from, to }) => to >= from && to >= retiredOn)) c.refuse(unitInUse, { code: row.code, day: retiredOn });
    await c.tx.unit.update({ where: c.key(unit), data: { ...given, ...(price !== undefined && { price: BigInt(price) }), ...(retiredOn !== undefined && { retiredOn }) } });
    c.announce(aggregate, unitChanged({ unit, code: row.code }));
  },
});
