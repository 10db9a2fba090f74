import { command, Email, newId } from '#platform';
import { mergeAsked, mergeMachine, sameOne } from '../domain/merge.js';
import { mergeRequest } from './merge-request.js';
import { person } from './person.js';

export class AskMerge {
  @Email({ description: 'The address of the other account' }) email!: string;
}

export const askMerge = command({
  name: 'ask-merge',
  summary: 'Says that another account is one’s own too; it is asked to confirm. The answer does not tell whether there is such an account.',
  on: person,
  may: 'change',
  target: (input: AskMerge & { person: string }) => input.person,
  async decide(c, { email }, someone) {
    const answer = { id: someone.id, state: 'asked', version: 1 };
    const other = await c.tx.person.findFirst({ where: { districtId: c.district, email: email.toLowerCase(), mergedInto: null }, include: { aggregate: true } });
    if (other?.id === someone.id) c.refuse(sameOne);
    if (!other || other.aggregate.state !== 'active') return answer;
    const pending = await c.tx.mergeRequest.count({ where: { districtId: c.district, keeperId: someone.id, otherId: other.id, aggregate: { state: 'asked' } } });
    if (pending > 0) return answer;
    const id = newId();
    c.create(mergeRequest.kind, mergeMachine.begin(mergeAsked({ keeper: someone.id, other: other.id })), { id });
    await c.tx.mergeRequest.create({ data: { districtId: c.district, id, keeperId: someone.id, otherId: other.id } });
    return answer;
  },
});
