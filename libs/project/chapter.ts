import type { Actor, Database } from '#platform';

/** Reads what one module knows of a project; `sight` says whether single judges' marks may be shown. */
type ChapterReader = (database: Database, actor: Actor, project: string, sight: { marks: boolean }) => Promise<unknown>;

/** A module's part of a project's history. */
export interface Chapter {
  readonly name: string;
  readonly read: ChapterReader;
}
