import { isRefusal } from '#kernel';
import { command, List, Quantity, Text, VersionsField } from '#platform';
import { mergeDraft } from '../domain/draft.js';
import { checkMark } from '../domain/marks.js';
import { sheetMachine, sheetSaved } from '../domain/judging.js';
import { draftOf, keyOf, type SheetDraft } from '../facts/sheet-draft.js';
import { roundTakesMarks } from '../facts/round-takes-marks.js';
import { planOfRound } from '../facts/round-plan.js';
import { sheetKind } from './kinds.js';

export class TypedInput {
  @Text({ max: 40 }) criterion!: string;
  @Quantity({ optional: true, min: -1000, max: 1000 }) mark?: number;
  @Text({ min: 0, max: 5000, optional: true }) comment?: string;
}

export class SaveSheet {
  @List(() => TypedInput, { min: 0, max: 20 }) marks!: TypedInput[];
  @Text({ min: 0, max: 5000, optional: true }) comment?: string;
  @VersionsField({ optional: true, description: 'The version you last saw of each field: `mark-<criterion>`, `comment-<criterion>`, `comment`; one that was changed on another device since is reported, not overwritten' }) seen?: Record<string, number>;
}

export const saveSheet = command({
  name: 'save-sheet',
  summary: 'Keeps what a judge has typed so far, field by field; of two devices that change one field the second is shown the first’s.',
  on: sheetKind,
  may: 'score',
  target: (input: SaveSheet & { sheet: string }) => input.sheet,
  async decide(c, { marks, comment, seen = {} }, sheet) {
    await roundTakesMarks(c, sheet.round.id);
    const { rubric } = planOfRound(sheet.round);
    for (const { criterion, mark } of marks) {
      const known = rubric.find(({ key }) => key === criterion);
      const wrong = known && mark !== undefined ? checkMark(known, mark) : null;
      if (isRefusal(wrong)) c.refuse(wrong.type, wrong.facts);
    }
    const changes = Object.fromEntries([...marks.flatMap(({ criterion, mark, comment: said }) => [[keyOf('mark', criterion), mark], [keyOf('comment', criterion), said]]), ['comment', comment]]) as Record<string, unknown>;
    const draft = draftOf(sheet);
    const { saved, conflicts } = mergeDraft(draft, changes, seen);
    const next: SheetDraft = {
      values: { ...draft.values, ...Object.fromEntries(saved.map(({ field, value }) => [field, value])) },
      versions: { ...draft.versions, ...Object.fromEntries(saved.map(({ field, version }) => [field, version])) },
    };
    if (saved.length > 0) c.move(sheet.aggregate, sheetMachine.take('save', sheet.aggregate.state, {}, [sheetSaved({ saved: saved.length })]));
    await c.tx.scoreSheet.update({ where: c.key(sheet.id), data: { draft: next as object, draftVersion: { increment: 1 } } });
    return { fields: Object.fromEntries(saved.map(({ field, version }) => [field, version])), conflicts };
  },
});
