import { eventType, stateMachine } from '#kernel';

export const PLATFORM_KINDS = ['maker-space', 'incubator', 'accelerator', 'maker-world'] as const;
export const PLATFORM_LEVELS = ['district', 'municipal', 'national'] as const;

export const platformMachine = stateMachine({ name: 'platform', initial: 'running', states: { running: 'takes and brings up firms' }, transitions: {} });

export const platformRegistered = eventType<{ name: string; kind: string; level: string }>('platform:registered', 'When the district enters an incubation platform.');
