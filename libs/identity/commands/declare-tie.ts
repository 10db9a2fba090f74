import { Choice, command, newId, notFound, Ref, Text } from '#platform';
import { TIE_KINDS, tieDeclared, tieToOne, type TieKind } from '../domain/tie.js';
import { organisationFor } from '../organisation-for.js';
import { person } from './person.js';

export class DeclareTie {
  @Choice(TIE_KINDS) kind!: TieKind;
  @Ref({ optional: true }) project?: string;
  @Text({ max: 120, optional: true, description: 'An organisation by its name' }) organisation?: string;
  @Text({ max: 500, optional: true }) note?: string;
}

export const declareTie = command({
  name: 'declare-tie',
  summary: 'Declares what ties a person to a project or an organisation: he neither judges it nor decides on it.',
  on: person,
  may: 'declare-tie',
  target: (input: DeclareTie & { person: string }) => input.person,
  async decide(c, { kind, project, organisation, note }, someone) {
    if ((project === undefined) === (organisation === undefined)) c.refuse(tieToOne);
    if (project !== undefined && !(await c.tx.project.findUnique({ where: c.key(project) }))) c.refuse(notFound, { kind: 'project', id: project });
    const organisationId = organisation === undefined ? null : await organisationFor(c, { name: organisation });
    const tie = newId();
    const declaredBy = c.person ?? someone.id;
    await c.tx.tie.create({ data: { districtId: c.district, id: tie, personId: someone.id, projectId: project ?? null, organisationId, kind, note: note ?? null, declaredBy, declaredAt: c.now } });
    c.announce(someone.aggregate, tieDeclared({ person: someone.id, project: project ?? null, organisation: organisationId, kind }));
    return { tie };
  },
});
