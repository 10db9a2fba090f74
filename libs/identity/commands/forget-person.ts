import { command } from '#platform';
import { apiKeyMachine, keyRevoked } from '../domain/api-key.js';
import { ownsTeams, personForgotten, personMachine, pseudonymOf } from '../domain/person.js';
import { notTheLastAdministrator } from '../last-administrator.js';
import { person } from './person.js';

export const forgetPerson = command({
  name: 'forget-person',
  summary: 'Erases a person’s name, address, account, roles and keys, at his wish. What was done stays on record under a pseudonym; it can’t be undone.',
  on: person,
  may: 'forget',
  target: (input: { person: string }) => input.person,
  async decide(c, _, someone) {
    if (someone.grants.some(({ role }) => role === 'administrator')) await notTheLastAdministrator(c, someone.id);
    const owned = someone.grants.filter(({ role }) => role === 'owner').map(({ scopeId }) => scopeId);
    const shared = await c.tx.project.findMany({ where: { districtId: c.district, id: { in: owned } }, select: { id: true, title: true } });
    const others = await c.tx.roleGrant.findMany({ where: { districtId: c.district, scopeId: { in: owned }, role: 'team', personId: { not: someone.id } }, select: { scopeId: true } });
    const left = shared.filter(({ id }) => others.some(({ scopeId }) => scopeId === id));
    if (left.length > 0) c.refuse(ownsTeams, { title: left[0]!.title, count: left.length });
    // Accounts that turned out to be his go with him.
    const merged = await c.tx.person.findMany({ where: { districtId: c.district, mergedInto: someone.id }, include: { aggregate: true } });
    for (const one of [someone, ...merged]) {
      const pseudonym = pseudonymOf(one.id);
      c.move(one.aggregate, personMachine.take('forget', one.aggregate.state, {}, [personForgotten({ person: one.id, pseudonym })]));
      await c.tx.person.update({ where: c.key(one.id), data: { name: pseudonym, email: null, phone: null, phoneAsked: null, organisationId: null, userId: null } });
      if (one.userId !== null) await c.tx.authUser.delete({ where: { id: one.userId } });
    }
    const ids = [someone, ...merged].map(({ id }) => id);
    const keys = await c.tx.apiKey.findMany({ where: { districtId: c.district, personId: { in: ids }, aggregate: { state: 'active' } }, include: { aggregate: true } });
    for (const { aggregate, name } of keys) c.move(aggregate, apiKeyMachine.take('revoke', aggregate.state, {}, [keyRevoked({ name })]));
    await c.tx.roleGrant.deleteMany({ where: { districtId: c.district, personId: { in: ids } } });
    await c.tx.tie.deleteMany({ where: { districtId: c.district, personId: { in: ids } } });
  },
});
