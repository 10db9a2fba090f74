import { command, Day, newId, Text } from '#platform';
import { platformMachine, platformWithdrawn } from '../domain/platform.js';
import { platformKind } from './kinds.js';

export class WithdrawPlatform {
  @Day() on!: string;
  @Text({ min: 5, max: 1000 }) reason!: string;
}

export const withdrawPlatform = command({
  name: 'withdraw-platform',
  summary: 'Records that a platform loses its recognition, and why; it takes no firms any more, and those that are there stay.',
  on: platformKind,
  may: 'recognise',
  target: (input: WithdrawPlatform & { platform: string }) => input.platform,
  async decide(c, { on, reason }, platform) {
    c.move(platform.aggregate, platformMachine.take('withdraw', platform.aggregate.state, {}, [platformWithdrawn({ name: platform.name, on, reason })]));
    await c.tx.recognition.create({ data: { districtId: c.district, id: newId(), platformId: platform.id, act: 'withdrawn', level: platform.level, on, reason } });
  },
});
