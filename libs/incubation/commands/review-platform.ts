import type { Facts } from '#kernel';
import { Choice, command, Day, FactsField, newId, Text } from '#platform';
import { gapList } from '../domain/gap-list.js';
import { platformMachine, platformReviewed } from '../domain/platform.js';
import { factsOfPlatform, judgedAt, recognitionRules } from '../facts/seen-platform.js';
import { platformKind } from './kinds.js';

export class ReviewPlatform {
  @Day() on!: string;
  @Choice(['passed', 'to-improve'], { description: 'What the review came to; a downgrade or a withdrawal is a step of its own' }) outcome!: 'passed' | 'to-improve';
  @Text({ optional: true, max: 1000 }) note?: string;
  @FactsField({ optional: true, description: 'Facts that no record holds' }) facts?: Facts;
}

export const reviewPlatform = command({
  name: 'review-platform',
  summary: 'Records a review of a recognised platform beside what the rule in force says of it on that day.',
  on: platformKind,
  may: 'recognise',
  target: (input: ReviewPlatform & { platform: string }) => input.platform,
  async decide(c, { on, outcome, note, facts }, platform) {
    const { level } = platform;
    c.move(platform.aggregate, platformMachine.take('review', platform.aggregate.state, {}, [platformReviewed({ name: platform.name, level, on, outcome })]));
    const judged = judgedAt(await recognitionRules(c.tx, c.district), level, platform, on, await factsOfPlatform(c.tx, platform, on, facts));
    await c.tx.recognition.create({ data: { districtId: c.district, id: newId(), platformId: platform.id, act: `reviewed: ${outcome}`, level, on, reason: note ?? null, ...(judged && { explanation: JSON.parse(JSON.stringify(judged)) as object }) } });
    return { verdict: judged?.verdict ?? null, gaps: judged ? gapList(judged) : [] };
  },
});
