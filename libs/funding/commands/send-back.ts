import { command, Text } from '#platform';
import { proposalMachine, sentBack } from '../domain/fund-proposal.js';
import { proposalKind } from './kinds.js';

export class SendBack {
  @Text({ min: 2, max: 1000 }) reason!: string;
}

export const sendBack = command({
  name: 'send-back',
  summary: 'Takes a proposal back from the committee, to be looked into again or put to it under other terms.',
  on: proposalKind,
  may: 'run',
  target: (input: SendBack & { proposal: string }) => input.proposal,
  async decide(c, { reason }, { aggregate, title }) {
    c.move(aggregate, proposalMachine.take('send-back', aggregate.state, {}, [sentBack({ title, reason })]));
  },
});
