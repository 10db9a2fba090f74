import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '#kernel';
import { type Actor, Database, namesInRecord, notFound, Permissions } from '#platform';
import { CHAPTERS, untoldOf, type Chapter } from '../chapter.js';

/** A project's history; each module adds what it holds of it under a name of its own. */
interface History {
  readonly id: string;
  readonly title: string;
  readonly firm: string | null;
  readonly steps: readonly {
    readonly at: Date;
    readonly kind: string;
    readonly thing: string;
    readonly version: number;
    readonly command: string;
    readonly by: string;
    readonly from: string | null;
    readonly to: string;
    readonly hash: string;
    readonly events: readonly { readonly name: string; readonly payload: unknown }[];
  }[];
  readonly documents: readonly { readonly id: string; readonly name: string; readonly mediaType: string; readonly size: unknown; readonly sha256: string; readonly addedAt: Date }[];
}

/** Everything that happened to a project, oldest first, and what each module holds of it. */
@Injectable()
export class HistoryView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    @Inject(CHAPTERS) private readonly chapters: readonly Chapter[],
  ) {}

  async of(actor: Actor, id: string): Promise<History | Refusal> {
    const { prisma } = this.database;
    const project = await prisma.project.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Project'), { id }] }, include: { aggregate: true } });
    if (!project) return refuse(notFound, { kind: 'project', id });
    const marks = this.permissions.allows(actor, 'read-marks', 'Project', project);
    const where = { districtId: actor.district, projectId: id };
    const [entries, events, documents, ...chapters] = await Promise.all([
      prisma.auditEntry.findMany({ where, orderBy: [{ at: 'asc' }, { aggregateId: 'asc' }, { version: 'asc' }] }),
      prisma.event.findMany({ where, orderBy: [{ id: 'asc' }] }),
      prisma.document.findMany({ where, orderBy: { id: 'asc' } }),
      ...this.chapters.map(({ read }) => read(this.database, actor, id, { marks })),
    ]);
    const untold = marks ? [] : await untoldOf(this.chapters, this.database, actor, id);
    const people = await namesInRecord(prisma, actor.district, entries.map((entry) => entry.actor));
    const eventsOf = (aggregate: string, version: number) => events.filter((event) => event.aggregateId === aggregate && event.version === version);
    return {
      id,
      title: project.title,
      firm: project.firm,
      steps: entries
        // Who judged what is for those who may see single marks, and a decision is the team's once it is public.
        .filter(({ kind, aggregateId, version }) => (marks || kind !== 'score-sheet') && !eventsOf(aggregateId, version).some((event) => untold.includes(event.id)))
        .map(({ aggregateId, version, kind, command, actor: by, at, fromState, toState, hash }) => ({
          at,
          kind,
          thing: aggregateId,
          version,
          command,
          by: people.get(by) ?? by,
          from: fromState,
          to: toState,
          hash,
          events: eventsOf(aggregateId, version).map(({ name, payload }) => ({ name, payload })),
        })),
      documents: documents.map(({ id: document, name, mediaType, size, sha256, addedAt }) => ({ id: document, name, mediaType, size, sha256, addedAt })),
      ...Object.fromEntries(this.chapters.map(({ name }, i) => [name, chapters[i]])),
    };
  }
}
