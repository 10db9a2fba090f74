import type { ProjectId } from '#kernel';
import { newId, type Context } from '#platform';
import { projectMachine, projectNamed, projectOpened } from './domain/project.js';

/** Opens a project inside another module's command; its owner is the one who acts, unless another is named. */
export async function openProject(c: Context, title: string, firm: string | null, owner: string | null = c.person): Promise<ProjectId> {
  const id = newId<'Project'>();
  c.create('project', projectMachine.begin(projectOpened({ title })), { id, project: id });
  await c.tx.project.create({ data: { districtId: c.district, id, title, firm } });
  if (owner !== null) {
    await joinTeam(c, id, owner);
    await c.tx.roleGrant.create({ data: { districtId: c.district, personId: owner, role: 'owner', scopeId: id } });
  }
  return id;
}

export async function joinTeam(c: Context, project: string, person: string): Promise<void> {
  await c.tx.roleGrant.createMany({ data: [{ districtId: c.district, personId: person, role: 'team', scopeId: project }], skipDuplicates: true });
}

/** Enters the firm that carries the project from now on. */
export async function nameFirm(c: Context, project: string, firm: string): Promise<void> {
  const row = await c.tx.project.update({ where: c.key(project), data: { firm }, include: { aggregate: true } });
  c.announce(row.aggregate, projectNamed({ firm }));
}
