import { eventType, refusalType } from '#kernel';

export const milestoneSet = eventType<{ milestone: string; title: string; dueOn: string }>('milestone:set', 'When a firm and its platform agree on a milestone.');
export const milestoneMoved = eventType<{ milestone: string; title: string; before: string; dueOn: string; reason: string }>('milestone:moved', 'When a milestone gets a later, or earlier, day.');
export const milestoneReached = eventType<{ milestone: string; title: string; on: string }>('milestone:reached', 'When a milestone has been reached.');

export const noSuchMilestone = refusalType('milestone:unknown', 'missing', '没有这个里程碑，或已经完成。', 'There is no such milestone, or it has been reached.');
export const targetWithoutMetric = refusalType('milestone:half-a-target', 'invalid', '量化目标须同时给出指标（metric）与目标值（target）。', 'A target needs both its metric and its value.');
