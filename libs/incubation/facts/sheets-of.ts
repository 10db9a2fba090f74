import type { SheetFacts } from '../domain/intake.js';

/** Sheets as they are kept, read as the panel's marks. */
export const sheetsOf = (rows: readonly { readonly applicationId: string; readonly reviewerId: string; readonly marks: unknown }[]): SheetFacts[] =>
  rows.map(({ applicationId, reviewerId, marks }) => ({ application: applicationId, reviewer: reviewerId, marks: marks as SheetFacts['marks'] }));
