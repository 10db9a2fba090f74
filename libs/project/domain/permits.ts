import { holds, scopesOf, type Permits } from '#platform';

/** A team reads its own project and puts papers on its file; its owner says who is in it. */
export const projectPermits: Permits = (actor, allow, forbid) => {
  if (actor.kind !== 'person') return;
  allow(['accept'], 'TeamInvitation');
  if (holds(actor, 'leader', actor.district)) allow(['read'], 'Project');
  const own = scopesOf(actor, 'team');
  if (own.length > 0) allow(['read', 'add-document'], 'Project', { id: { in: own } });
  const led = scopesOf(actor, 'owner');
  if (led.length > 0) {
    allow(['invite', 'hand-over'], 'Project', { id: { in: led } });
    allow(['read', 'revoke'], 'TeamInvitation', { projectId: { in: led } });
  }
  if (actor.recused.length > 0) forbid(['read-marks'], 'Project', { id: { in: [...actor.recused] } });
};
