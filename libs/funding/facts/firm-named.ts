import { firmOf } from '#incubation';
import { notFound, type Context } from '#platform';

/** The name under which a project is given money: its firm, or the project's title before there is one. @throws Refused where there is no such project */
export async function firmNamed(c: Context, project: string): Promise<string> {
  const row = (await c.tx.project.findUnique({ where: c.key(project) })) ?? c.refuse(notFound, { kind: 'project', id: project });
  return (await firmOf(c.tx, c.district, project))?.firm ?? row.firm ?? row.title;
}
