import { command } from '#platform';
import { invitedOther } from '../domain/person.js';
import { mergePeople } from '../merge-people.js';
import { person } from './person.js';

export const acceptInvitation = command({
  name: 'accept-invitation',
  summary: 'Takes up an invitation by its link: who is signed in has shown that the invited address is his, and what waits for it becomes his.',
  on: person,
  may: 'accept-invitation',
  target: (input: { person: string }) => input.person,
  async decide(c, _, invited) {
    const by = c.person;
    if (by === null || by === invited.id || invited.mergedInto === by) return;
    if (invited.userId !== null || invited.mergedInto !== null) c.refuse(invitedOther);
    await mergePeople(c, by, invited.id);
  },
});
