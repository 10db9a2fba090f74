import { Amount, command, Day, newId, notFound, Ref, Whole } from '#platform';
import { isWithPlatform, notAdmitted, termNotForward } from '../domain/incubatee.js';
import { leaseMachine, leaseSigned, unitNotLet, unitTaken } from '../domain/space.js';
import { leaseKind, platformKind } from './kinds.js';

export class SignLease {
  @Ref() unit!: string;
  @Ref() incubatee!: string;
  @Day() from!: string;
  @Day({ description: 'The last day' }) to!: string;
  @Amount({ optional: true, description: 'In fen a month; the unit’s price where it is left out' }) rent?: number;
  @Whole({ optional: true, max: 100, description: 'Percent of the rent that is subsidised' }) subsidy?: number;
  @Day({ optional: true, description: 'The last day of the subsidy' }) subsidyTo?: string;
}

export const signLease = command({
  name: 'sign-lease',
  summary: 'Lets a room or desks to a firm of the platform; no unit is let twice for one day, whoever asks at the same time.',
  on: platformKind,
  may: 'run',
  exclusive: false,
  target: (input: SignLease & { platform: string }) => input.platform,
  async decide(c, { unit, incubatee, from, to, rent, subsidy = 0, subsidyTo }, platform) {
    if (from > to) c.refuse(termNotForward, { from, to });
    await c.hold('Unit', unit);
    const room = (await c.tx.unit.findFirst({ where: { districtId: c.district, id: unit, platformId: platform.id } })) ?? c.refuse(notFound, { kind: 'unit', id: unit });
    if (room.use === 'public' || room.use === 'property' || (room.retiredOn !== null && room.retiredOn <= to)) c.refuse(unitNotLet, { code: room.code });
    await c.lock(incubatee);
    const firm = await c.tx.incubatee.findFirst({ where: { districtId: c.district, id: incubatee, platformId: platform.id }, include: { aggregate: true } });
    if (!firm) return c.refuse(notFound, { kind: 'incubatee', id: incubatee });
    if (!isWithPlatform(firm.aggregate.state)) c.refuse(notAdmitted, { state: firm.aggregate.state });
    const id = newId();
    const price = rent === undefined ? room.price : BigInt(rent);
    const row = { districtId: c.district, id, platformId: platform.id, unitId: unit, incubateeId: incubatee, from, to, rent: price, subsidy, subsidyTo: subsidyTo ?? null };
    await c.unlessTaken(c.tx.lease.create({ data: row }), unitTaken, { code: room.code, from, to });
    c.create(leaseKind.kind, leaseMachine.begin(leaseSigned({ unit, code: room.code, incubatee, from, to, rent: Number(price) })), { id, project: firm.projectId });
    return { id };
  },
});
