import { command, List, newId, Quantity, Text, Whole } from '#platform';
import { buildingAdded } from '../domain/space.js';
import { platformKind } from './kinds.js';

export class Corner {
  @Quantity({ min: -10_000, max: 10_000, description: 'Metres' }) x!: number;
  @Quantity({ min: -10_000, max: 10_000, description: 'Metres' }) y!: number;
}

export class FloorInput {
  @Whole({ min: -10, max: 200 }) floor!: number;
  @Quantity({ max: 1_000_000, description: 'm²' }) area!: number;
  @List(() => Corner, { optional: true, min: 3, max: 200, description: 'The corners of its plan' }) outline?: Corner[];
}

export class AddBuilding {
  @Text({ max: 80 }) name!: string;
  @Text({ optional: true, max: 200 }) address?: string;
  @List(() => FloorInput, { max: 200 }) floors!: FloorInput[];
}

export const addBuilding = command({
  name: 'add-building',
  summary: 'Enters a building of a platform with its floors.',
  on: platformKind,
  may: 'run',
  target: (input: AddBuilding & { platform: string }) => input.platform,
  async decide(c, { name, address, floors }, { id: platformId, aggregate }) {
    const building = newId();
    await c.tx.building.create({ data: { districtId: c.district, id: building, platformId, name, address: address ?? null, floors: JSON.parse(JSON.stringify(floors)) as object } });
    c.announce(aggregate, buildingAdded({ building, name }));
    return { building };
  },
});
