import { eventType, refusalType, stateMachine } from '#kernel';

export const PARK_KINDS = ['zone', 'core', 'area', 'park', 'enclave'] as const;

export const parkMachine = stateMachine({ name: 'park', initial: 'running', states: { running: 'takes projects' }, transitions: {} });
export const siteMachine = stateMachine({
  name: 'site',
  initial: 'free',
  states: { free: 'open to projects, or reserved for one', taken: 'signed for by one project', retired: 'no longer offered' },
  transitions: { take: { from: ['free'], to: 'taken' }, release: { from: ['taken'], to: 'free' }, retire: { from: ['free'], to: 'retired' }, describe: { from: ['free', 'taken'] } },
});

export const parkRegistered = eventType<{ name: string; kind: string; parent: string | null }>('park:registered', 'When the district enters a park, or a part of one.');
export const PARK_LEVELS = ['district', 'municipal', 'national'] as const;
export const PARK_ACTS = ['cultivate', 'recognise', 'review', 'lose'] as const;
export const SITE_KINDS = ['plot', 'floor'] as const;

/** The year of shares that hold from the start, until others are agreed on. */
export const FROM_THE_START = '0000';

export const sharesAgreed = eventType<{ park: string; year: string; output: number; tax: number; emission: number }>('park:shares-agreed', 'When an enclave’s partners agree on their shares from a year on.');
export const parkTaskSet = eventType<{ task: string; title: string; dueOn: string }>('park:task-set', 'When it is set what a zone must build by when.');
export const parkTaskDone = eventType<{ task: string; title: string; on: string }>('park:task-done', 'When a zone has built what it must, with the evidence.');
export const parkMoved = eventType<{ act: string; level: string; on: string; paper: string }>('park:moved', 'When a zone is cultivated, recognised or reviewed at a level, or loses it.');
export const siteRegistered = eventType<{ park: string; code: string; area: number }>('site:registered', 'When a park enters a plot or a factory floor.');
export const siteTaken = eventType<{ deal: string }>('site:taken', 'When a project has signed for a site.');
export const siteDescribed = eventType<{ code: string }>('site:described', 'When what is known of a site changes.');
export const siteRetired = eventType<{ code: string; on: string }>('site:retired', 'When a site is no longer offered.');
export const siteReserved = eventType<{ site: string; deal: string; from: string; until: string }>('site:reserved', 'When a site is kept for a deal until a day.');
export const reservationGivenUp = eventType<{ site: string; deal: string; reason: string }>('site:reservation-given-up', 'When a reservation ends before its day.');
export const siteReleased = eventType<{ deal: string }>('site:released', 'When a site is free again.');

export const partnerForEnclave = refusalType('park:enclave-partner', 'invalid', '飞地园区须写明合作方及其分成（基点），其他园区不填。', 'An enclave names its partner and the partner’s share in basis points; other parks do not.');
export const siteHeld = refusalType('site:held', 'conflict', '“{code}”在此期间已为其他项目预留或签约；请换一处或换一段时间。', '"{code}" is reserved or signed for by another project in that time; take another site or another time.');
export const siteRetiredAlready = refusalType('site:retired', 'conflict', '“{code}”已停用。', '"{code}" is no longer offered.');
export const noReservation = refusalType('site:no-reservation', 'missing', '该项目没有此地块的有效预留。', 'The project has no reservation of this site.');
export const notAnEnclave = refusalType('park:not-an-enclave', 'invalid', '只有飞地园区约定分成。', 'Only an enclave has shares to agree on.');
export const noSuchTask = refusalType('park:no-such-task', 'missing', '没有这项任务，或已完成。', 'There is no such task, or it is done.');
export const holdNotForward = refusalType('site:hold-dates', 'invalid', '截止日 {until} 早于起始日 {from}。', 'It ends ({until}) before it begins ({from}).');
export const siteCodeTaken = refusalType('site:code-taken', 'conflict', '编号“{code}”在本园区已存在。', 'The park has a site "{code}" already.');
