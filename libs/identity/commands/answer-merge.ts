import { command, Flag } from '#platform';
import { mergeConfirmed, mergeDeclined, mergeMachine } from '../domain/merge.js';
import { mergePeople } from '../merge-people.js';
import { mergeRequest } from './merge-request.js';

export class AnswerMerge {
  @Flag() same!: boolean;
}

export const answerMerge = command({
  name: 'answer-merge',
  summary: 'Confirms that two accounts are one person, or says that they are two.',
  on: mergeRequest,
  may: 'answer',
  target: (input: AnswerMerge & { request: string }) => input.request,
  async decide(c, { same }, { aggregate, keeperId: keeper, otherId: other }) {
    const announced = (same ? mergeConfirmed : mergeDeclined)({ keeper, other });
    c.move(aggregate, mergeMachine.take(same ? 'confirm' : 'decline', aggregate.state, {}, [announced]));
    if (same) await mergePeople(c, keeper, other);
  },
});
