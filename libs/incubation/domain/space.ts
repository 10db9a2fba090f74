import { eventType, refusalType, stateMachine } from '#kernel';

export const UNIT_USES = ['office', 'lab', 'workshop', 'desks', 'public', 'property'] as const;

export const leaseMachine = stateMachine({
  name: 'lease',
  initial: 'signed',
  states: { signed: 'a unit is let to a firm', ended: 'ended before its term' },
  transitions: { end: { from: ['signed'], to: 'ended' } },
});

export const buildingAdded = eventType<{ building: string; name: string }>('platform:building-added', 'When a platform enters a building.');
export const unitsAdded = eventType<{ building: string; count: number }>('platform:units-added', 'When a platform enters rooms or desks.');
export const unitChanged = eventType<{ unit: string; code: string }>('platform:unit-changed', 'When a room’s price, area or use changes.');
export const leaseSigned = eventType<{ unit: string; code: string; incubatee: string; from: string; to: string; rent: number }>('lease:signed', 'When a unit is let to a firm.');
export const leaseEnded = eventType<{ code: string; on: string; reason: string }>('lease:ended', 'When a lease ends before its term.');
export const rentPaid = eventType<{ amount: number; on: string }>('lease:rent-paid', 'When a firm has paid rent.');

export const unitTaken = refusalType('lease:unit-taken', 'conflict', '“{code}”在 {from} 至 {to} 之间已有租约；请换一间或换一段时间。', '"{code}" is let already within {from} to {to}; take another unit or another time.');
export const unitNotLet = refusalType('lease:unit-not-let', 'conflict', '“{code}”是公共面积或已停用，不能出租。', '"{code}" is public area or out of use and isn’t let.');
export const unitInUse = refusalType('unit:in-use', 'conflict', '“{code}”在 {day} 之后仍有租约，不能停用。', '"{code}" is still let after {day} and can’t be taken out of use.');
export const codeTaken = refusalType('unit:code-taken', 'conflict', '编号“{codes}”已存在。', 'There are units with these codes already: {codes}.');
export const leaseBeyond = refusalType('lease:beyond-end', 'invalid', '{on} 不在租期 {from} 至 {to} 之内。', '{on} is not within the lease, {from} to {to}.');
export const unknownBuilding = refusalType('platform:unknown-building', 'missing', '本载体没有这栋楼。', 'The platform has no such building.');
