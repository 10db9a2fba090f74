import { isRefusal } from '#kernel';
import { post } from '#ledger';
import { command, today } from '#platform';
import { countVotes, type Vote } from '../domain/committee.js';
import { closeVote as decideVote, notOnCommittee } from '../domain/fund-proposal.js';
import { fundPots } from '../domain/fund-pots.js';
import { fundExhausted, type Majority } from '../domain/seed-fund.js';
import type { TermSheet } from '../domain/term-sheet.js';
import { conflictsOfMember } from '../facts/committee-conflicts.js';
import { withinLimit } from '../facts/within-limit.js';
import { proposalKind } from './kinds.js';

export const closeVote = command({
  name: 'close-vote',
  summary: 'Counts a committee’s votes. An approval promises the money at once, out of what the fund has not promised yet.',
  on: proposalKind,
  may: 'run',
  target: (input: { proposal: string }) => input.proposal,
  async decide(c, _, { id, aggregate, title, fund, votes, terms, projectId }) {
    if (!fund || fund.committee.length === 0) return c.refuse(notOnCommittee);
    const conflicts = await Promise.all(fund.committee.map((member) => conflictsOfMember(c.tx, c.district, member, projectId)));
    const standing = new Set(fund.committee.filter((_, n) => conflicts[n]!.length > 0));
    // A vote by someone who was named away, or has turned out to be too near, does not count.
    const counted = votes.filter(({ personId }) => fund.committee.includes(personId) && !standing.has(personId)).map(({ vote }) => vote as Vote);
    const count = countVotes(counted, { members: fund.committee.length, recused: standing.size, quorum: fund.quorum, majority: fund.majority as Majority });
    const { amount } = (terms ?? { amount: 0 }) as unknown as TermSheet;
    const decision = decideVote(aggregate.state, count, { title, fund: fund.id, amount });
    c.move(aggregate, decision);
    if (isRefusal(decision) || decision.to !== 'approved') return { outcome: 'refused', ...count.tally };
    await withinLimit(c, fund, projectId, amount, id);
    const { free, promised } = fundPots(fund.id);
    await post(c, [{ from: free, to: promised, amount: BigInt(amount), on: await today(c), ground: `promise:${id}:${aggregate.version + 1}`, about: id, short: { type: fundExhausted, facts: { fund: fund.name } } }]);
    return { outcome: 'approved', ...count.tally };
  },
});
