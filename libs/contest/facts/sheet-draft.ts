import type { Draft } from '../domain/draft.js';

/** What a judge has typed: `mark-<criterion>`, `comment-<criterion>` and `comment`, each with its version. */
export type SheetDraft = Draft;

export const draftOf = ({ draft }: { readonly draft: unknown }): SheetDraft => (draft as SheetDraft | null) ?? { values: {}, versions: {} };

export const keyOf = (what: 'mark' | 'comment', criterion: string): string => `${what}-${criterion}`;

/** A draft that says what a sheet said when it was in, for a judge who has it again. */
export function draftFrom(marks: readonly { readonly criterion: string; readonly mark: number; readonly comment: string | null }[], comment: string | null, before: SheetDraft): SheetDraft {
  const values: Record<string, unknown> = {};
  for (const { criterion, mark, comment: said } of marks) {
    values[keyOf('mark', criterion)] = mark;
    if (said !== null) values[keyOf('comment', criterion)] = said;
  }
  if (comment !== null) values['comment'] = comment;
  return { values, versions: Object.fromEntries(Object.keys(values).map((field) => [field, (before.versions[field] ?? 0) + 1])) };
}
