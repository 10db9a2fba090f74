import { eventType, refusalType } from '#kernel';

export const STAFF_ROLES = ['head', 'incubation', 'investment', 'technology', 'administration'] as const;
export const MENTOR_KINDS = ['entrepreneur', 'investor', 'expert', 'professional'] as const;
export const SERVICE_KINDS = ['registration', 'finance', 'law', 'ip', 'policy', 'hiring', 'testing', 'market', 'financing', 'other'] as const;
export const ACTIVITY_KINDS = ['training', 'roadshow', 'salon', 'matchmaking', 'contest', 'other'] as const;

export const staffEntered = eventType<{ staff: string; role: string }>('platform:staff-entered', 'When someone begins to work for a platform.');
export const staffLeft = eventType<{ staff: string; on: string }>('platform:staff-left', 'When someone stops working for a platform.');
export const mentorEntered = eventType<{ mentor: string; name: string; fields: readonly string[] }>('platform:mentor-entered', 'When a platform enters a mentor.');
export const mentorChanged = eventType<{ mentor: string; name: string }>('platform:mentor-changed', 'When what is known of a mentor changes, or he stops.');
export const serviceGiven = eventType<{ service: string; kind: string; on: string }>('platform:service-given', 'When a platform has served a firm.');
export const activityHeld = eventType<{ activity: string; title: string; on: string }>('platform:activity-entered', 'When a platform enters an activity.');
export const attendanceTaken = eventType<{ activity: string; firms: number; people: number }>('platform:attendance-taken', 'When it is put down who came to an activity.');
export const yearStated = eventType<{ year: string; facts: readonly string[] }>('platform:year-stated', 'When a platform states what of a year its records don’t hold.');

export const noSuchStaff = refusalType('staff:unknown', 'missing', '没有这名工作人员，或已离任。', 'There is no such member of staff, or he has left.');
export const noSuchActivity = refusalType('activity:unknown', 'missing', '没有这场活动。', 'There is no such activity.');
export const notOfPlatform = refusalType('incubatee:not-of-platform', 'conflict', '所列企业中有 {count} 家从未在本载体。', '{count} of the firms have never been in this platform.');
