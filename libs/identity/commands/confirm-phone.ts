import { command } from '#platform';
import { codeIsOver, noPhoneAsked, phoneConfirmed, PHONE_TRIES } from '../domain/phone.js';
import { person } from './person.js';

export const confirmPhone = command({
  name: 'confirm-phone',
  summary: 'Takes the code that was sent to a number; a wrong one counts, and after five a new code is needed.',
  on: person,
  may: 'change',
  /** `right`: whether it is the code of the asking at `asked`. */
  target: (input: { person: string; right: boolean; asked: Date | null }) => input.person,
  async decide(c, { right, asked }, someone): Promise<{ confirmed: boolean }> {
    const [number, sent] = [someone.phoneAsked ?? c.refuse(noPhoneAsked), someone.phoneAskedAt ?? c.refuse(noPhoneAsked)];
    if (sent.getTime() !== asked?.getTime() || someone.phoneTries >= PHONE_TRIES || codeIsOver(sent, c.now)) c.refuse(noPhoneAsked);
    if (!right) {
      // No refusal: that would take the count back.
      await c.tx.person.update({ where: c.key(someone.id), data: { phoneTries: { increment: 1 } } });
      return { confirmed: false };
    }
    await c.tx.person.update({ where: c.key(someone.id), data: { phone: number, phoneAsked: null, phoneTries: 0 } });
    c.announce(someone.aggregate, phoneConfirmed({ person: someone.id }));
    return { confirmed: true };
  },
});
