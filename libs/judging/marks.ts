import { indicesBy } from './columns.js';

/** Marks, a column each: who gave which entry what. Entries and judges are numbered from 0; a pair has at most one mark. */
export interface Marks {
  readonly entries: number;
  readonly judges: number;
  readonly entry: Int32Array;
  readonly judge: Int32Array;
  readonly value: Float64Array;
}

export function marksOf(entries: number, judges: number, list: readonly { readonly entry: number; readonly judge: number; readonly value: number }[]): Marks {
  return { entries, judges, entry: Int32Array.from(list, ({ entry }) => entry), judge: Int32Array.from(list, ({ judge }) => judge), value: Float64Array.from(list, ({ value }) => value) };
}

/** The same marks without those of some judges, who keep their numbers. */
export function withoutJudges(marks: Marks, dropped: ReadonlySet<number>): Marks {
  const kept = [...marks.judge.keys()].filter((n) => !dropped.has(marks.judge[n]!));
  return { ...marks, entry: Int32Array.from(kept, (n) => marks.entry[n]!), judge: Int32Array.from(kept, (n) => marks.judge[n]!), value: Float64Array.from(kept, (n) => marks.value[n]!) };
}

/** The marks of each entry. */
export const byEntry = (marks: Marks): number[][] => indicesBy(marks.entry, marks.entries).map((own) => own.map((n) => marks.value[n]!));

/** The marks that each judge gave. */
export const byJudge = (marks: Marks): number[][] => indicesBy(marks.judge, marks.judges).map((own) => own.map((n) => marks.value[n]!));
