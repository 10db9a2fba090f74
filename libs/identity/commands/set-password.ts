import { command, newId } from '#platform';
import { linkIsOver, passwordLinkOver, passwordSet } from '../domain/password.js';
import { person } from './person.js';

export const setPassword = command({
  name: 'set-password',
  summary: 'Sets a new password by the link that was mailed, once and within an hour, and ends every session; a second factor is still asked for.',
  on: person,
  may: 'set-password',
  /** `hash`: of the new password. `asked`: the asking that the link is of. */
  target: (input: { person: string; asked: Date; hash: string }) => input.person,
  async decide(c, { asked, hash }, someone) {
    const user = someone.userId ?? c.refuse(passwordLinkOver);
    if (someone.passwordAskedAt?.getTime() !== asked.getTime() || linkIsOver(asked, c.now)) c.refuse(passwordLinkOver);
    const { count } = await c.tx.authAccount.updateMany({ where: { userId: user, providerId: 'credential' }, data: { password: hash, updatedAt: c.now } });
    if (count === 0) await c.tx.authAccount.create({ data: { id: newId(), userId: user, accountId: user, providerId: 'credential', password: hash, createdAt: c.now, updatedAt: c.now } });
    await c.tx.authSession.deleteMany({ where: { userId: user } });
    await c.tx.person.update({ where: c.key(someone.id), data: { passwordAskedAt: null } });
    c.announce(someone.aggregate, passwordSet({ person: someone.id }));
  },
});
