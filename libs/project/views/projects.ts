import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, Files, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';

@Injectable()
export class ProjectsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly files: Files,
  ) {}

  /** The projects the caller may read; with `reached`, those to which that event has happened. */
  async list(actor: Actor, query: PageQuery, reached?: string) {
    const { where, ...rest } = slice(query);
    const ids = reached === undefined ? undefined : await this.reached(actor, reached);
    const rows = await this.database.prisma.project.findMany({
      where: { AND: [this.permissions.where(actor, 'read', 'Project'), where, ids ? { id: { in: ids } } : {}] },
      ...rest,
    });
    return page(rows, query, ({ id, title, firm }) => ({ id, title, firm }));
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
