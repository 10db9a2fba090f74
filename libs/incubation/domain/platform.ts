import { eventType, refusalType, stateMachine, type Decision } from '#kernel';

export const PLATFORM_KINDS = ['maker-space', 'incubator', 'accelerator', 'maker-world'] as const;
export type PlatformKind = (typeof PLATFORM_KINDS)[number];
export const PLATFORM_LEVELS = ['district', 'municipal', 'national'] as const;
export type PlatformLevel = (typeof PLATFORM_LEVELS)[number];

export const platformMachine = stateMachine({
  name: 'platform',
  initial: 'cultivated',
  states: {
    running: 'recognised at its level; takes and brings up firms',
    cultivated: 'not recognised yet; takes and brings up firms, and is built up towards recognition',
    withdrawn: 'its recognition is withdrawn; takes no firms any more',
  },
  transitions: {
    recognise: { from: ['cultivated', 'running', 'withdrawn'], to: 'running' },
    review: { from: ['running'], to: 'running' },
    downgrade: { from: ['running'], to: 'running' },
    withdraw: { from: ['running', 'cultivated'], to: 'withdrawn' },
  },
});

export const platformRegistered = eventType<{ name: string; kind: string; level: string }>('platform:registered', 'When the district enters an incubation platform.');
export const platformDescribed = eventType<{ name: string }>('platform:described', 'When what is known of a platform changes.');
export const platformRecognised = eventType<{ name: string; level: string; on: string; paper: string }>('platform:recognised', 'When a platform is recognised at a level.');
export const platformReviewed = eventType<{ name: string; level: string; on: string; outcome: string }>('platform:reviewed', 'When a recognised platform has been reviewed.');
export const platformDowngraded = eventType<{ name: string; level: string; on: string; reason: string }>('platform:downgraded', 'When a platform goes down to a lower level.');
export const platformWithdrawn = eventType<{ name: string; on: string; reason: string }>('platform:withdrawn', 'When a platform loses its recognition.');

/** A platform begins recognised at its level, or as one that is being cultivated towards it. */
export function registered(facts: { name: string; kind: PlatformKind; level: PlatformLevel }, cultivated: boolean): Decision {
  const events = [platformRegistered(facts)];
  return cultivated ? platformMachine.begin(...events) : { to: 'running', events };
}

export const recognitionUnmet = refusalType('platform:recognition-unmet', 'unmet', '尚未达到认定条件（{rule}，{version}）：{gaps}', 'The rules of recognition ({rule}, {version}) are not met: {gapsEn}');
export const notLower = refusalType('platform:not-lower', 'invalid', '{level} 不低于现级别 {now}。', 'The level {level} is not below the present one, {now}.');
export const platformClosed = refusalType('platform:withdrawn-already', 'conflict', '“{platform}”的认定已撤销，不能再接收企业。', '"{platform}" has lost its recognition and takes no firms.');
export const wrongYear = refusalType('platform:wrong-year', 'invalid', '{year} 年尚未开始，不能填报。', 'The year {year} has not begun.');
