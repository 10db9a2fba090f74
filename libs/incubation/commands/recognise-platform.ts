import type { Facts } from '#kernel';
import { Choice, command, Day, FactsField, newId, Text } from '#platform';
import { gapFacts } from '../domain/gap-list.js';
import { PLATFORM_LEVELS, platformMachine, platformRecognised, recognitionUnmet, type PlatformLevel } from '../domain/platform.js';
import { factsOfPlatform, judgedAt, recognitionRules } from '../facts/seen-platform.js';
import { platformKind } from './kinds.js';

export class RecognisePlatform {
  @Choice(PLATFORM_LEVELS) level!: PlatformLevel;
  @Day() on!: string;
  @Text({ max: 200, description: 'The paper by which it is recognised' }) paper!: string;
  @FactsField({ optional: true, description: 'Facts that no record holds' }) facts?: Facts;
  @Text({ optional: true, min: 5, max: 500, description: 'Where the authority decided otherwise than the rule: why' }) despite?: string;
}

export const recognisePlatform = command({
  name: 'recognise-platform',
  summary: 'Records that a platform is recognised at a level, judged by the rule in force on that day; a refusal lists what is missing.',
  on: platformKind,
  may: 'recognise',
  target: (input: RecognisePlatform & { platform: string }) => input.platform,
  async decide(c, { level, on, paper, facts, despite }, platform) {
    const judged = judgedAt(await recognitionRules(c.tx, c.district), level, platform, on, await factsOfPlatform(c.tx, platform, on, facts));
    if (judged && judged.verdict !== 'pass' && despite === undefined) c.refuse(recognitionUnmet, gapFacts(judged), judged);
    c.move(platform.aggregate, platformMachine.take('recognise', platform.aggregate.state, {}, [platformRecognised({ name: platform.name, level, on, paper })]));
    await c.tx.platform.update({ where: c.key(platform.id), data: { level } });
    await c.tx.recognition.create({ data: { districtId: c.district, id: newId(), platformId: platform.id, act: 'recognised', level, on, paper, reason: despite ?? null, ...(judged && { explanation: JSON.parse(JSON.stringify(judged)) as object }) } });
  },
});
