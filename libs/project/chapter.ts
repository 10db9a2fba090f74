import type { Actor, Database } from '#platform';

/** Reads what one module knows of a project; `sight` says whether single judges' marks may be shown. */
type ChapterReader = (database: Database, actor: Actor, project: string, sight: { marks: boolean }) => Promise<unknown>;

export const CHAPTERS = Symbol('CHAPTERS');

/** A module's part of a project's history. */
export interface Chapter {
  readonly name: string;
  readonly read: ChapterReader;
  /** The ids of events that have happened but are not for the team to know yet. */
  readonly untold?: (database: Database, actor: Actor, project: string) => Promise<readonly string[]>;
}

/** What no module has told a project's team yet, as ids of events. */
export async function untoldOf(chapters: readonly Chapter[], database: Database, actor: Actor, project: string): Promise<string[]> {
  const parts = await Promise.all(chapters.map(async ({ untold }) => (untold ? untold(database, actor, project) : [])));
  return parts.flat();
}
