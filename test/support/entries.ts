import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { ELIGIBLE } from './chain.js';

export const DRAFT = { title: '高导热薄膜', abstract: '面向电子散热的高导热薄膜', facts: ELIGIBLE };
/** Answers that suffice for the form of the tests. */
export const COMPLETE = { plan: '三年内量产', stage: 'idea' };
export const FIRM = { name: '示例薄膜有限公司', creditCode: '91350100M000100Y43' };

interface EntrySeen {
  readonly version: number;
  readonly state: string;
  readonly title: string;
  readonly answers: Record<string, unknown>;
  readonly fieldVersions: Record<string, number>;
  readonly formVersion: number;
  readonly mistakes: { field: string; words: { zh: string; en: string } }[];
  readonly eligibility: { verdict: string } | null;
  readonly files: { id: string; name: string; sha256: string; mediaType: string }[];
  readonly late: boolean;
  readonly unsentChanges: boolean;
}

/** Begins an entry. */
export const begin = (team: Visitor, call: string, more: object = {}) => team.post<{ id: string; project: string }>(`/calls/${call}/entries`, { ...DRAFT, ...more });

export const see = (who: Visitor, entry: string) => who.get<EntrySeen>(`/entries/${entry}`);
