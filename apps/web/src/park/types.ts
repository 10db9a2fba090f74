import type { Answer } from '../api/client.js';

export type Deal = Answer<'/api/deals/{deal}'>;
export type Site = Answer<'/api/parks/{park}/sites'>['items'][number];
