import { command, List, notFound, Prisma, Ref, Text } from '#platform';
import { commentsCleared } from '../domain/judging.js';
import { notRecused } from '../facts/not-recused.js';
import { roundKind } from './kinds.js';

export class ClearedInput {
  @Ref() sheet!: string;
  @Text({ min: 0, max: 5000, optional: true, description: 'The words as the team may read them, where they are not the judge’s own; empty for none' }) comment?: string;
}

export class ClearComments {
  @List(() => ClearedInput, { min: 0, max: 5000, optional: true, description: 'Single sheets; all without an open finding where it is left out' }) sheets?: ClearedInput[];
}

export const clearComments = command({
  name: 'clear-comments',
  summary: 'Clears judges’ comments for the teams to read: single ones, with other words where need be, or all in which no name was found.',
  on: roundKind,
  may: 'run',
  target: (input: ClearComments & { round: string }) => input.round,
  async decide(c, { sheets }, round) {
    await notRecused(c, round.callId);
    const found = await c.tx.scoreSheet.findMany({ where: { districtId: c.district, roundId: round.id, pulled: null, submittedAt: { not: null }, ...(sheets && { id: { in: sheets.map(({ sheet }) => sheet) } }) }, include: { marks: { include: { aspect: true } } } });
    const strange = sheets?.find(({ sheet }) => !found.some(({ id }) => id === sheet));
    if (strange) c.refuse(notFound, { kind: 'score-sheet', id: strange.sheet });
    const findings = await c.tx.nameFinding.findMany({ where: { districtId: c.district, place: 'comment', clearedAt: null, of: { in: found.map(({ id }) => id) } }, select: { of: true } });
    const telling = new Set(findings.map(({ of }) => of));
    const written = new Map((sheets ?? []).map(({ sheet, comment }) => [sheet, comment]));
    // With words of the office's own all that is shown is those; a comment with a name in it is never cleared as it is.
    const cleared = found.flatMap(({ id, comment, marks }): { id: string; cleared: object }[] => {
      const own = written.get(id);
      if (own !== undefined) return [{ id, cleared: { comment: own, criteria: {} } }];
      if (telling.has(id)) return [];
      return [{ id, cleared: { comment: comment ?? '', criteria: Object.fromEntries(marks.flatMap(({ aspect, comment: said }) => (said === null ? [] : [[aspect.key, said]]))) } }];
    });
    c.announce(round.aggregate, commentsCleared({ cleared: cleared.length, left: found.length - cleared.length }));
    await c.tx.$executeRaw(Prisma.sql`
      UPDATE score_sheet s SET cleared = x.cleared FROM jsonb_to_recordset(${JSON.stringify(cleared)}::jsonb) AS x(id uuid, cleared jsonb)
      WHERE s.district_id = ${c.district}::uuid AND s.id = x.id`);
    return { cleared: cleared.length, left: found.length - cleared.length };
  },
});
