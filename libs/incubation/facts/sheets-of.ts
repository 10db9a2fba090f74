import type { Criterion } from '#contest';
import type { PanelMethod, Placed } from '#judging';
import { rankApplications, type SheetFacts } from '../domain/intake.js';

/** Sheets as they are kept, read as the panel's marks. */
export const sheetsOf = (rows: readonly { readonly applicationId: string; readonly reviewerId: string; readonly marks: unknown }[]): SheetFacts[] =>
  rows.map(({ applicationId, reviewerId, marks }) => ({ application: applicationId, reviewer: reviewerId, marks: marks as SheetFacts['marks'] }));

/** Applications ranked by the rubric and the method of their intake, as it is kept. */
export const rankedBy = (intake: { readonly rubric: unknown; readonly method: string }, applications: readonly string[], sheets: readonly SheetFacts[]): Placed[] =>
  rankApplications(intake.rubric as readonly Criterion[], intake.method as PanelMethod, applications, sheets);
