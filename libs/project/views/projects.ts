import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, Files, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { CHAPTERS, untoldOf, type Chapter } from '../chapter.js';

@Injectable()
export class ProjectsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly files: Files,
    @Inject(CHAPTERS) private readonly chapters: readonly Chapter[],
  ) {}

  /** The projects the caller may read; with `reached`, those to which that event has happened. */
  async list(actor: Actor, query: PageQuery, reached?: string) {
    const { where, ...rest } = slice(query);
    const ids = reached === undefined ? undefined : await this.reached(actor, reached);
    const rows = await this.database.prisma.project.findMany({
      where: { AND: [this.permissions.where(actor, 'read', 'Project'), where, ids ? { id: { in: ids } } : {}] },
      ...rest,
    });
    const { items, next } = page(rows, query, ({ id, title, firm }) => ({ id, title, firm }));
    return { items: reached === undefined ? items : await this.toldOnly(actor, items, reached), next };
  }

  /** Leaves out the projects whose teams are not to know of the event yet. */
  private async toldOnly<R extends { id: string }>(actor: Actor, rows: readonly R[], event: string): Promise<R[]> {
    const told = await Promise.all(
      rows.map(async (row) => {
        if (this.permissions.allows(actor, 'read-marks', 'Project', row)) return true;
        const untold = await untoldOf(this.chapters, this.database, actor, row.id);
        return (await this.database.prisma.event.count({ where: { districtId: actor.district, projectId: row.id, name: event, id: { notIn: untold } } })) > 0;
      }),
    );
    return rows.filter((_, i) => told[i]);
  }

  async document(actor: Actor, id: string) {
    const row = await this.database.prisma.document.findUnique({ where: { districtId_id: { districtId: actor.district, id } } });
    const project = row && (await this.database.prisma.project.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Project'), { id: row.projectId }] } }));
    if (!row || !project) return refuse(notFound, { kind: 'document', id });
    return { name: row.name, content: await this.files.read(row.sha256) };
  }

  private async reached(actor: Actor, event: string): Promise<string[]> {
    const rows = await this.database.prisma.event.findMany({ where: { districtId: actor.district, name: event, projectId: { not: null } }, distinct: ['projectId'], select: { projectId: true } });
    return rows.flatMap(({ projectId }) => projectId ?? []);
  }
}
