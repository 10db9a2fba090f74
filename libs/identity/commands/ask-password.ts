import { command, districtKind, Email } from '#platform';
import { askedJustNow, passwordAsked } from '../domain/password.js';

export class AskPassword {
  @Email() email!: string;
}

export const askPassword = command({
  name: 'ask-password',
  summary: 'Sends a link for a new password to the address of an account; the answer is the same where there is none.',
  on: districtKind,
  may: 'ask-password',
  exclusive: false,
  target: (_: AskPassword, district) => district,
  async decide(c, { email }) {
    const someone = await c.tx.person.findFirst({ where: { districtId: c.district, user: { email: email.toLowerCase() } }, include: { aggregate: true } });
    if (!someone || askedJustNow(someone.passwordAskedAt, c.now)) return;
    await c.tx.person.update({ where: c.key(someone.id), data: { passwordAskedAt: c.now } });
    c.announce(someone.aggregate, passwordAsked({ person: someone.id, asked: c.now.toISOString() }));
  },
});
