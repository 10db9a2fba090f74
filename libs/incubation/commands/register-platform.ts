import { Choice, command, Day, districtKind, Flag, Text } from '#platform';
import { PLATFORM_KINDS, PLATFORM_LEVELS, registered, type PlatformKind, type PlatformLevel } from '../domain/platform.js';
import { platformKind } from './kinds.js';

export class RegisterPlatform {
  @Text({ max: 100 }) name!: string;
  @Choice(PLATFORM_KINDS) kind!: PlatformKind;
  @Choice(PLATFORM_LEVELS, { description: 'The level it is recognised at, or is cultivated towards' }) level!: PlatformLevel;
  @Flag({ optional: true, description: 'Not recognised yet' }) cultivated?: boolean;
  @Text({ optional: true, max: 60, description: 'The field it is specialised in' }) field?: string;
  @Text({ optional: true, max: 120 }) operator?: string;
  @Text({ optional: true, max: 200 }) address?: string;
  @Day({ optional: true }) runningSince?: string;
}

export const registerPlatform = command({
  name: 'register-platform',
  summary: 'Enters an incubation platform, recognised or being cultivated.',
  on: districtKind,
  may: 'register-platform',
  exclusive: false,
  target: (_: RegisterPlatform, district) => district,
  async decide(c, { cultivated = false, name, kind, level, ...more }) {
    const id = c.create(platformKind.kind, registered({ name, kind, level }, cultivated));
    await c.tx.platform.create({ data: { districtId: c.district, id, name, kind, level, ...more } });
  },
});
