import { aggregateKind } from '#platform';

export const projectKind = aggregateKind('project', 'Project', (tx, where) => tx.project.findUnique({ where, include: { aggregate: true } }));
export const teamInvitationKind = aggregateKind('team-invitation', 'TeamInvitation', (tx, where) => tx.teamInvitation.findUnique({ where, include: { aggregate: true, project: { include: { aggregate: true } } } }));
