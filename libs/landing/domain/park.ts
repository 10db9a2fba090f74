import { eventType, refusalType, stateMachine } from '#kernel';

export const PARK_KINDS = ['zone', 'core', 'area', 'park', 'enclave'] as const;

export const parkMachine = stateMachine({ name: 'park', initial: 'running', states: { running: 'takes projects' }, transitions: {} });
export const siteMachine = stateMachine({
  name: 'site',
  initial: 'free',
  states: { free: 'open to projects', taken: 'signed for by one project' },
  transitions: { take: { from: ['free'], to: 'taken' }, release: { from: ['taken'], to: 'free' } },
});

export const parkRegistered = eventType<{ name: string; kind: string; parent: string | null }>('park:registered', 'When the district enters a park, or a part of one.');
export const siteRegistered = eventType<{ park: string; code: string; area: number }>('site:registered', 'When a park enters a plot or a factory floor.');
export const siteTaken = eventType<{ deal: string }>('site:taken', 'When a project has signed for a site.');
export const siteReleased = eventType<{ deal: string }>('site:released', 'When a site is free again.');

export const partnerForEnclave = refusalType('park:enclave-partner', 'invalid', '飞地园区须写明合作方及其分成（基点），其他园区不填。', 'An enclave names its partner and the partner’s share in basis points; other parks do not.');
export const siteCodeTaken = refusalType('site:code-taken', 'conflict', '编号“{code}”在本园区已存在。', 'The park has a site "{code}" already.');
