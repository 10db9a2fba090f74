import { eventType, refusalType, stateMachine } from '#kernel';

export const INSTITUTE_KINDS = ['university', 'institute', 'hospital', 'enterprise', 'other'] as const;
export const LEVELS = ['district', 'municipal', 'national'] as const;
export const RESEARCH_KINDS = ['research', 'service'] as const;
export const PLATFORM_ACTS = ['recognise', 'raise', 'review', 'lower', 'withdraw'] as const;
export type PlatformAct = (typeof PLATFORM_ACTS)[number];

export const instituteMachine = stateMachine({ name: 'institute', initial: 'known', states: { known: 'works, or may work, with the district' }, transitions: {} });
export const jointProjectMachine = stateMachine({
  name: 'joint-project',
  initial: 'running',
  states: { running: 'under way', finished: 'done, with its outcome', stopped: 'ended early, with a reason' },
  transitions: { finish: { from: ['running'], to: 'finished' }, stop: { from: ['running'], to: 'stopped' } },
});
export const researchPlatformMachine = stateMachine({
  name: 'research-platform',
  initial: 'cultivated',
  states: { cultivated: 'being built up', recognised: 'recognised at its level', withdrawn: 'has lost its recognition' },
  transitions: {
    recognise: { from: ['cultivated', 'withdrawn'], to: 'recognised' },
    raise: { from: ['recognised'], to: 'recognised' },
    review: { from: ['recognised'], to: 'recognised' },
    lower: { from: ['recognised'], to: 'recognised' },
    withdraw: { from: ['recognised'], to: 'withdrawn' },
  },
});

export const instituteEntered = eventType<{ name: string; kind: string }>('institute:entered', 'When a university or an institute is entered.');
export const instituteDescribed = eventType<{ name: string }>('institute:described', 'When what is known of an institute changes.');
export const agreementSigned = eventType<{ institute: string; title: string; signedOn: string; endsOn: string | null }>('institute:agreement-signed', 'When the district and an institute sign an agreement.');
export const jointProjectBegun = eventType<{ title: string; institute: string | null; partnerDistrict: string | null; level: string }>('joint-project:begun', 'When a joint project begins.');
export const jointProjectEnded = eventType<{ title: string; outcome: string; on: string }>('joint-project:ended', 'When a joint project is done, or ended early.');
export const researchPlatformEntered = eventType<{ name: string; kind: string; level: string }>('research-platform:entered', 'When a platform of research or service is entered.');
export const researchPlatformMoved = eventType<{ name: string; act: string; level: string; on: string; paper: string }>('research-platform:moved', 'When a platform is recognised, raised, reviewed, lowered, or loses its recognition.');
export const resultPromoted = eventType<{ promotion: string; title: string; to: string; on: string }>('result:promoted', 'When a result of research is brought to those who use it.');

export const instituteKnown = refusalType('institute:known', 'conflict', '“{name}”已在库中。', '"{name}" is entered already.');
export const noPartner = refusalType('joint-project:no-partner', 'invalid', '请给出合作的院所、企业或外区。', 'Say with whom: an institute, a firm or another district.');
export const levelNotMoved = refusalType('research-platform:level', 'invalid', '升级须高于、降级须低于现有级别（{level}）。', 'It is raised to a higher level, and lowered to a lower one, than it has ({level}).');

/** Whether a level fits what is done: higher when raised, lower when lowered, the same when reviewed or withdrawn. */
export function levelFits(act: PlatformAct, before: string, level: string): boolean {
  const order: readonly string[] = LEVELS;
  const step = order.indexOf(level) - order.indexOf(before);
  return act === 'raise' ? step > 0 : act === 'lower' ? step < 0 : act === 'recognise' || step === 0;
}
