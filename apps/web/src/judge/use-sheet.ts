import { useMemo } from 'react';
import { answered, api, calls as hooks, type Answer } from '../api/client.js';
import type { Save } from '../ui/draft/draft.js';
import { useDraft, type Drafting } from '../ui/draft/use-draft.js';

export type Sheet = Answer<'/api/score-sheets/{sheet}'>;
export type Criterion = Sheet['rubric'][number];

export interface SheetWork {
  readonly drafting: Drafting;
  readonly markOf: (criterion: string) => number | null;
  readonly commentOf: (criterion?: string) => string;
  /** The criteria that still lack a mark, or the comment that theirs asks for. */
  readonly missing: readonly Criterion[];
  readonly total: number;
  readonly submit: () => Promise<unknown>;
  readonly submitting: boolean;
}

const MARK = 'mark-';
const COMMENT = 'comment-';

/** Whether a mark is so low or so high that the criterion asks for words. */
export const asksComment = ({ commentBelow, commentAbove }: Criterion, mark: number | null): boolean => mark !== null && ((commentBelow !== undefined && mark < commentBelow) || (commentAbove !== undefined && mark > commentAbove));

/** What a judge types on a sheet: saved as he types, on this device first. */
export function useSheet(sheet: Sheet): SheetWork {
  const hand = hooks.useMutation('post', '/api/score-sheets/{sheet}/submit');
  const save: Save = async (changes, seen) => {
    const criteria = [...new Set(Object.keys(changes).flatMap((key) => (key.startsWith(MARK) ? [key.slice(MARK.length)] : key.startsWith(COMMENT) ? [key.slice(COMMENT.length)] : [])))];
    const marks = criteria.map((criterion) => {
      const [mark, comment] = [changes[MARK + criterion], changes[COMMENT + criterion]];
      return { criterion, ...(typeof mark === 'number' && { mark }), ...(typeof comment === 'string' && { comment }) };
    });
    return answered(await api.PATCH('/api/score-sheets/{sheet}', { params: { path: { sheet: sheet.id } }, body: { marks, ...(typeof changes['comment'] === 'string' && { comment: changes['comment'] }), seen: { ...seen } } }));
  };
  const values = useMemo(
    () => sheet.draft?.values ?? { ...Object.fromEntries(sheet.marks.flatMap(({ criterion, mark, comment }) => [[MARK + criterion, mark], ...(comment === null ? [] : [[COMMENT + criterion, comment]])])), comment: sheet.comment ?? '' },
    [sheet],
  );
  const versions = useMemo(() => sheet.draft?.versions ?? {}, [sheet]);
  const drafting = useDraft(`sheet.${sheet.id}`, values, versions, save);
  const markOf = (criterion: string) => {
    const mark = drafting.values[MARK + criterion];
    return typeof mark === 'number' ? mark : null;
  };
  const commentOf = (criterion?: string) => {
    const text = drafting.values[criterion === undefined ? 'comment' : COMMENT + criterion];
    return typeof text === 'string' ? text : '';
  };
  const submit = async () => {
    await drafting.draft.flush();
    const comment = commentOf().trim();
    await hand.mutateAsync({
      params: { path: { sheet: sheet.id } },
      body: { marks: sheet.rubric.map(({ key }) => ({ criterion: key, mark: markOf(key)!, ...(commentOf(key).trim() !== '' && { comment: commentOf(key).trim() }) })), ...(comment !== '' && { comment }) },
    });
  };
  return {
    drafting,
    markOf,
    commentOf,
    submit,
    submitting: hand.isPending,
    missing: sheet.rubric.filter((criterion) => markOf(criterion.key) === null || (asksComment(criterion, markOf(criterion.key)) && commentOf(criterion.key).trim() === '')),
    total: sheet.rubric.reduce((sum, { key, weight }) => sum + weight * (markOf(key) ?? 0), 0),
  };
}
