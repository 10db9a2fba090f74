import { Choice, command, Text } from '#platform';
import { VOTES, type Vote } from '../domain/committee.js';
import { memberInConflict, notOnCommittee, proposalMachine, voteCast } from '../domain/fund-proposal.js';
import { conflictsOfMember } from '../facts/committee-conflicts.js';
import { proposalKind } from './kinds.js';

export class CastFundVote {
  @Choice(VOTES) vote!: Vote;
  @Text({ optional: true, max: 2000 }) reason?: string;
}

export const castFundVote = command({
  name: 'cast-fund-vote',
  summary: 'A member of the committee votes on a proposal’s terms; who is too near to the project may not.',
  on: proposalKind,
  may: 'vote',
  target: (input: CastFundVote & { proposal: string }) => input.proposal,
  async decide(c, { vote, reason }, { id, aggregate, fund, projectId }) {
    const personId = fund?.committee.find((member) => member === c.person) ?? c.refuse(notOnCommittee);
    const ties = await conflictsOfMember(c.tx, c.district, personId, projectId);
    if (ties.length > 0) c.refuse(memberInConflict, { ties: ties.join(', ') });
    c.move(aggregate, proposalMachine.take('vote', aggregate.state, {}, [voteCast({ person: personId, vote })]));
    const cast = { vote, reason: reason ?? null, at: c.now };
    await c.tx.fundVote.upsert({ where: { districtId_proposalId_personId: { districtId: c.district, proposalId: id, personId } }, create: { districtId: c.district, proposalId: id, personId, ...cast }, update: cast });
  },
});
