import type { Answer } from '../api/client.js';

export type Entry = Answer<'/api/entries/{entry}'>;
export type Call = Answer<'/api/calls/{call}'>;
