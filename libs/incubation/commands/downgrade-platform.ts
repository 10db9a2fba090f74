import { Choice, command, Day, newId, Text } from '#platform';
import { notLower, PLATFORM_LEVELS, platformDowngraded, platformMachine, type PlatformLevel } from '../domain/platform.js';
import { platformKind } from './kinds.js';

export class DowngradePlatform {
  @Choice(PLATFORM_LEVELS) level!: PlatformLevel;
  @Day() on!: string;
  @Text({ min: 5, max: 1000 }) reason!: string;
}

export const downgradePlatform = command({
  name: 'downgrade-platform',
  summary: 'Records that a platform goes down to a lower level, and why.',
  on: platformKind,
  may: 'recognise',
  target: (input: DowngradePlatform & { platform: string }) => input.platform,
  async decide(c, { level, on, reason }, platform) {
    const rank = (of: string) => PLATFORM_LEVELS.findIndex((one) => one === of);
    if (rank(level) >= rank(platform.level)) c.refuse(notLower, { level, now: platform.level });
    c.move(platform.aggregate, platformMachine.take('downgrade', platform.aggregate.state, {}, [platformDowngraded({ name: platform.name, level, on, reason })]));
    await c.tx.platform.update({ where: c.key(platform.id), data: { level } });
    await c.tx.recognition.create({ data: { districtId: c.district, id: newId(), platformId: platform.id, act: 'downgraded', level, on, reason } });
  },
});
