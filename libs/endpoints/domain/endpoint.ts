import { eventType, refusalType, stateMachine } from '#kernel';

export const ENDPOINT_KINDS = ['webhook', 'wecom', 'dingtalk', 'feishu'] as const;
export type EndpointKind = (typeof ENDPOINT_KINDS)[number];

export const endpointMachine = stateMachine({
  name: 'endpoint',
  initial: 'active',
  states: { active: 'gets the events that it asked for', paused: 'gets none; what happens meanwhile is not kept for it', gone: 'answered that it is gone (410); it gets none', removed: 'was taken away' },
  transitions: { change: { from: ['active', 'paused', 'gone'] }, pause: { from: ['active'], to: 'paused' }, resume: { from: ['paused', 'gone'], to: 'active' }, lose: { from: ['active'], to: 'gone' }, remove: { from: ['active', 'paused', 'gone'], to: 'removed' } },
});

export const endpointAdded = eventType<{ name: string; kind: string; host: string }>('endpoint:added', 'When events are to go to a place outside.');
export const endpointChanged = eventType<{ name: string; changed: readonly string[] }>('endpoint:changed', 'When a place outside gets another address, other events or a new secret.');
export const endpointPaused = eventType<{ name: string }>('endpoint:paused', 'When a place outside gets no events for a while.');
export const endpointResumed = eventType<{ name: string }>('endpoint:resumed', 'When a place outside gets events again.');
export const endpointGone = eventType<{ name: string }>('endpoint:gone', 'When a place outside answers that it is gone for good.');
export const endpointRemoved = eventType<{ name: string }>('endpoint:removed', 'When a place outside is taken away.');
export const endpointReplayed = eventType<{ name: string; from: string; events: number }>('endpoint:replayed', 'When what happened from a time on is sent to a place once more.');

export const addressUnfit = refusalType('endpoint:address', 'invalid', '“{url}”不是可用的 https 地址。', '"{url}" is no https address that can be used.');
export const eventUnknown = refusalType('endpoint:event-unknown', 'invalid', '没有事件“{event}”；可选事件见 GET /events。', 'There is no event "{event}"; GET /events lists them.');

/** An endpoint of one's own gets a secret; a robot's is what its platform shows. */
export const makesSecret = (kind: EndpointKind): boolean => kind === 'webhook';
