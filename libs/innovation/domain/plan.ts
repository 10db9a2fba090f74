import { eventType, refusalType, stateMachine } from '#kernel';

export const planMachine = stateMachine({ name: 'plan', initial: 'running', states: { running: 'its tasks are being done', closed: 'is over' }, transitions: { close: { from: ['running'], to: 'closed' } } });
export const targetMachine = stateMachine({ name: 'target', initial: 'set', states: { set: 'what a figure is to be at the end of a year' }, transitions: { change: { from: ['set'], to: 'set' } } });

export const planOpened = eventType<{ title: string; paper: string; from: string; to: string }>('plan:opened', 'When a district’s plan of action begins.');
export const planTaskSet = eventType<{ task: string; goal: string; title: string; owner: string; dueOn: string }>('plan:task-set', 'When a plan is given a task.');
export const planTaskMoved = eventType<{ task: string; title: string; before: string; dueOn: string; reason: string }>('plan:task-moved', 'When a task of a plan is given another date.');
export const planTaskDone = eventType<{ task: string; title: string; on: string }>('plan:task-done', 'When a task of a plan is done, with its evidence.');
export const planClosed = eventType<{ title: string; open: number }>('plan:closed', 'When a plan is over.');
export const targetSet = eventType<{ figure: string; year: string; place: string; value: number; before: number | null }>('target:set', 'When it is set, or changed, what a figure is to be at the end of a year.');

export const planDates = refusalType('plan:dates', 'invalid', '终止日 {to} 早于起始日 {from}。', 'It ends ({to}) before it begins ({from}).');
export const noSuchPlanTask = refusalType('plan:no-such-task', 'missing', '没有这项任务，或已完成。', 'There is no such task, or it is done.');
export const planOver = refusalType('plan:over', 'conflict', '“{title}”已结束。', '"{title}" is over.');
export const targetKnown = refusalType('target:known', 'conflict', '该指标 {year} 年在此范围的目标已设定，请修改原目标。', 'There is a target of that figure, year and place; change that one.');
