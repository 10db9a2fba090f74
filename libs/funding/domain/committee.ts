import type { Majority } from './seed-fund.js';

export const VOTES = ['for', 'against', 'abstain'] as const;
export type Vote = (typeof VOTES)[number];

export type Outcome = 'approved' | 'refused' | 'no-quorum';

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly votes: number;
  readonly quorum: number;
  readonly recused: number;
}

/**
 * What a committee decides. Who stands aside is not counted among those who must vote: the quorum is at most the number
 * of members without a conflict, and at least one. A simple majority is more for than against; two thirds are of both.
 */
export function countVotes(votes: readonly Vote[], { members, recused, quorum, majority }: { members: number; recused: number; quorum: number; majority: Majority }): { outcome: Outcome; tally: Tally } {
  const of = (wanted: Vote) => votes.filter((vote) => vote === wanted).length;
  const needed = Math.max(1, Math.min(quorum, members - recused));
  const tally = { for: of('for'), against: of('against'), votes: votes.length, quorum: needed, recused };
  if (votes.length < needed) return { outcome: 'no-quorum', tally };
  const wins = majority === 'simple' ? tally.for > tally.against : tally.for > 0 && 3 * tally.for >= 2 * (tally.for + tally.against);
  return { outcome: wins ? 'approved' : 'refused', tally };
}
