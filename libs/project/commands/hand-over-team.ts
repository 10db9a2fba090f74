import { command, Ref } from '#platform';
import { notMember, ownerChanged } from '../domain/team.js';
import { projectKind } from './kinds.js';

export class HandOverTeam {
  @Ref({ description: 'The member who leads the team from now on' }) owner!: string;
}

export const handOverTeam = command({
  name: 'hand-over-team',
  summary: 'Makes another member the team’s owner, who hands its entries in.',
  on: projectKind,
  may: 'hand-over',
  target: (input: HandOverTeam & { project: string }) => input.project,
  async decide(c, { owner }, project) {
    const of = { districtId: c.district, scopeId: project.id };
    if ((await c.tx.roleGrant.count({ where: { ...of, role: 'team', personId: owner } })) === 0) c.refuse(notMember);
    await c.tx.roleGrant.deleteMany({ where: { ...of, role: 'owner' } });
    await c.tx.roleGrant.create({ data: { ...of, role: 'owner', personId: owner } });
    c.announce(project.aggregate, ownerChanged({ owner, title: project.title }));
  },
});
