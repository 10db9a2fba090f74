import { Choice, command, districtKind, Text } from '#platform';
import { PLATFORM_KINDS, PLATFORM_LEVELS, platformMachine, platformRegistered } from '../domain/platform.js';
import { platformKind } from './kinds.js';

export class RegisterPlatform {
  @Text({ max: 100 }) name!: string;
  @Choice(PLATFORM_KINDS) kind!: string;
  @Choice(PLATFORM_LEVELS) level!: string;
}

export const registerPlatform = command({
  name: 'register-platform',
  summary: 'Enters an incubation platform.',
  on: districtKind,
  may: 'register-platform',
  exclusive: false,
  target: (_: RegisterPlatform, district) => district,
  async decide(c, { name, kind, level }) {
    const id = c.create(platformKind.kind, platformMachine.begin(platformRegistered({ name, kind, level })));
    await c.tx.platform.create({ data: { districtId: c.district, id, name, kind, level } });
  },
});
