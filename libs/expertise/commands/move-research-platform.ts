import { Choice, command, Day, notAhead, Text } from '#platform';
import { levelFits, levelNotMoved, LEVELS, PLATFORM_ACTS, researchPlatformMachine, researchPlatformMoved, type PlatformAct } from '../domain/institute.js';
import { researchPlatformKind } from './kinds.js';

export class MoveResearchPlatform {
  @Choice(PLATFORM_ACTS) act!: PlatformAct;
  @Choice(LEVELS, { description: 'The level it has then' }) level!: (typeof LEVELS)[number];
  @Day() on!: string;
  @Text({ max: 200, description: 'The paper by which it was done' }) paper!: string;
  @Text({ optional: true, max: 1000 }) reason?: string;
}

export const moveResearchPlatform = command({
  name: 'move-research-platform',
  summary: 'Puts down a step of a research or service platform: recognised, raised, reviewed, lowered, withdrawn.',
  on: researchPlatformKind,
  may: 'run',
  target: (input: MoveResearchPlatform & { platform: string }) => input.platform,
  async decide(c, { act, level, on, paper, reason }, { id, aggregate, name, level: before, steps }) {
    await notAhead(c, on);
    if (!levelFits(act, before, level)) c.refuse(levelNotMoved, { level: before });
    c.move(aggregate, researchPlatformMachine.take(act, aggregate.state, {}, [researchPlatformMoved({ name, act, level, on, paper })]));
    await c.tx.researchPlatform.update({ where: c.key(id), data: { level, steps: [...(steps as object[]), { act, level, on, paper, reason: reason ?? null }] } });
  },
});
