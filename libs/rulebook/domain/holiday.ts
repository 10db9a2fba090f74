import { eventType, refusalType, stateMachine } from '#kernel';

export const holidayMachine = stateMachine({ name: 'holiday', initial: 'set', states: { set: 'counts in terms that begin from now on', withdrawn: 'counts no more' }, transitions: { withdraw: { from: ['set'], to: 'withdrawn' } } });

export const holidaySet = eventType<{ name: string; from: string; to: string; worked: boolean }>('holiday:set', 'When days are declared off, or worked, against the calendar.');
export const holidayWithdrawn = eventType<{ name: string; from: string; to: string }>('holiday:withdrawn', 'When days are again what the calendar says.');

export const holidayDates = refusalType('holiday:dates', 'invalid', '{to} 早于 {from}，或相隔超过 {most} 天。', '{to} is before {from}, or more than {most} days after it.');
export const holidayOverlaps = refusalType('holiday:overlaps', 'conflict', '{from} 至 {to} 与“{name}”重叠。', '{from} to {to} overlaps "{name}".');
