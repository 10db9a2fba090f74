import type { Answer, Shown } from '../../api/client.js';

export type Call = Answer<'/api/calls/{call}'>;
export type DraftCall = Shown['DraftCall'];
export type RoundDraft = DraftCall['rounds'][number];
export type CriterionDraft = NonNullable<RoundDraft['rubric']>[number];

/** What is left out where there is nothing. */
const given = <K extends string, V>(key: K, value: V | null | undefined): { [one in K]?: V } => (value === null || value === undefined ? {} : ({ [key]: value } as { [one in K]?: V }));

/** A call as it is written anew. */
export const draftOf = (call: Call): DraftCall =>
  ({
    ...{ name: call.name, group: call.group, eligibilityRule: call.eligibilityRule, closesAt: call.closesAt, lateRule: call.lateRule, lateMinutes: call.lateMinutes, timeline: call.timeline },
    ...{ rounds: call.rounds, shortlist: call.shortlist, awards: call.awards, prizes: call.prizes, announceDays: call.announceDays, announceUnit: call.announceUnit, firstDayCounts: call.firstDayCounts },
    ...{ answerDays: call.answerDays, diligence: call.diligence, columns: call.columns, thresholds: call.thresholds, verifiedOnly: call.verifiedOnly, blind: call.blind },
    ...given('opensAt', call.opensAt),
    ...given('declaration', call.declaration),
    ...given('entriesPerPerson', call.entriesPerPerson),
    ...given('entriesPerOrganisation', call.entriesPerOrganisation),
  }) as DraftCall;

/** The draft with some of it changed; undefined takes a part out. */
export function changed<T extends object>(draft: T, change: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const next = { ...draft, ...change };
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as T;
}

/** A key that no other of a list has. */
export function freeKey(keys: readonly (string | undefined)[], stem: string): string {
  for (let n = 1; ; n++) if (!keys.includes(`${stem}${n}`)) return `${stem}${n}`;
}
