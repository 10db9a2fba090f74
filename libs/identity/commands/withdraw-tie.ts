import { command, notFound } from '#platform';
import { tieWithdrawn } from '../domain/tie.js';
import { person } from './person.js';

export const withdrawTie = command({
  name: 'withdraw-tie',
  summary: 'Takes back a declared tie that is none; the declaration stays on record.',
  on: person,
  may: 'withdraw-tie',
  target: (input: { person: string; tie: string }) => input.person,
  async decide(c, { tie }, someone) {
    const { count } = await c.tx.tie.deleteMany({ where: { districtId: c.district, personId: someone.id, id: tie } });
    if (count === 0) c.refuse(notFound, { kind: 'tie', id: tie });
    c.announce(someone.aggregate, tieWithdrawn({ person: someone.id, tie }));
  },
});
