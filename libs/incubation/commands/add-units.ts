import { Amount, Choice, command, List, newId, Quantity, Ref, Text, Whole } from '#platform';
import { codeTaken, UNIT_USES, unitsAdded, unknownBuilding } from '../domain/space.js';
import { Corner } from './add-building.js';
import { platformKind } from './kinds.js';

export class UnitInput {
  @Whole({ min: -10, max: 200 }) floor!: number;
  @Text({ max: 40, example: 'B-302' }) code!: string;
  @Choice(UNIT_USES, { description: 'public: service area for all; property: technical rooms' }) use!: (typeof UNIT_USES)[number];
  @Quantity({ max: 100_000, description: 'm²' }) area!: number;
  @Whole({ optional: true, max: 10_000 }) desks?: number;
  @Amount({ optional: true, description: 'In fen a month for all of it' }) price?: number;
  @List(() => Corner, { optional: true, min: 3, max: 200, description: 'The corners of its plan' }) outline?: Corner[];
}

export class AddUnits {
  @Ref() building!: string;
  @List(() => UnitInput, { max: 2000 }) units!: UnitInput[];
}

export const addUnits = command({
  name: 'add-units',
  summary: 'Enters rooms and desks of a building, each with its area, price and place on the plan.',
  on: platformKind,
  may: 'run',
  target: (input: AddUnits & { platform: string }) => input.platform,
  async decide(c, { building, units }, { id: platformId, aggregate }) {
    const of = { districtId: c.district, buildingId: building };
    if ((await c.tx.building.count({ where: { ...c.key(building).districtId_id, platformId } })) === 0) c.refuse(unknownBuilding);
    const codes = units.map(({ code }) => code);
    const taken = (await c.tx.unit.findMany({ where: { ...of, code: { in: codes } }, select: { code: true } })).map(({ code }) => code);
    const twice = codes.filter((code, n) => codes.indexOf(code) !== n);
    if (taken.length + twice.length > 0) c.refuse(codeTaken, { codes: [...new Set([...taken, ...twice])].join('、') });
    const rows = units.map(({ desks = 0, price = 0, outline, ...unit }) => ({ ...of, id: newId(), platformId, ...unit, desks, price: BigInt(price), ...(outline && { outline: JSON.parse(JSON.stringify(outline)) as object }) }));
    await c.tx.unit.createMany({ data: rows });
    c.announce(aggregate, unitsAdded({ building, count: rows.length }));
    return { units: rows.map(({ id, code }) => ({ id, code })) };
  },
});
