import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, Links, notFound, Permissions, type Actor } from '#platform';

/** Who is in a team, and who is invited; links into it are shown to its owner alone. */
@Injectable()
export class TeamView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly links: Links,
  ) {}

  async of(actor: Actor, project: string) {
    const { prisma } = this.database;
    const row = await prisma.project.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Project'), { id: project }] } });
    if (!row) return refuse(notFound, { kind: 'project', id: project });
    const grants = await prisma.roleGrant.findMany({ where: { districtId: actor.district, scopeId: project, role: { in: ['team', 'owner'] } }, include: { person: true }, orderBy: { personId: 'asc' } });
    const owner = grants.find(({ role }) => role === 'owner')?.personId;
    const invitations = await prisma.teamInvitation.findMany({ where: { AND: [this.permissions.where(actor, 'revoke', 'TeamInvitation'), { projectId: project, aggregate: { state: 'open' } }] }, orderBy: { id: 'asc' } });
    return {
      project,
      members: grants.filter(({ role }) => role === 'team').map(({ person }) => ({ person: person.id, name: person.name, owner: person.id === owner })),
      invitations: invitations.map(({ id, name, expiresAt }) => ({ id, name, expiresAt, token: this.links.token('team', id) })),
    };
  }

  /** What a link into a team leads to. */
  async invitation(actor: Actor, id: string) {
    const row = await this.database.prisma.teamInvitation.findUnique({ where: { districtId_id: { districtId: actor.district, id } }, include: { aggregate: true, project: true } });
    return row ? { id: row.id, state: row.aggregate.state, title: row.project.title, name: row.name, expiresAt: row.expiresAt } : refuse(notFound, { kind: 'team-invitation', id });
  }
}
