import { command } from '#platform';
import { memberLeft, notMember, ownerStays } from '../domain/team.js';
import { projectKind } from './kinds.js';

export const leaveTeam = command({
  name: 'leave-team',
  summary: 'Leaves a team, or takes a member out of it; what he wrote stays.',
  on: projectKind,
  may: 'read',
  target: (input: { project: string; person: string }) => input.project,
  async decide(c, { person }, project) {
    const grants = await c.tx.roleGrant.findMany({ where: { districtId: c.district, scopeId: project.id, role: { in: ['team', 'owner'] } } });
    const owner = grants.find(({ role }) => role === 'owner')?.personId;
    const by = c.person;
    if (!grants.some(({ personId }) => personId === person) || (by !== person && by !== owner)) c.refuse(notMember);
    if (person === owner) c.refuse(ownerStays);
    await c.tx.roleGrant.deleteMany({ where: { districtId: c.district, personId: person, role: 'team', scopeId: project.id } });
    c.announce(project.aggregate, memberLeft({ person, title: project.title }));
  },
});
