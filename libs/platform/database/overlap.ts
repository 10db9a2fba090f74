/** Whether an error is PostgreSQL's of an exclusion constraint (SQLSTATE 23P01): what was to be written overlaps what is there. */
export const isOverlap = (error: unknown): boolean => error instanceof Error && /23P01|exclusion constraint/.test(`${error.message} ${JSON.stringify((error as { meta?: unknown }).meta ?? '')}`);
