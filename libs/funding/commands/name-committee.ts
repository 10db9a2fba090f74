import { mustBeKnown } from '#identity';
import { Choice, command, Refs, Whole } from '#platform';
import { committeeNamed, committeeTooSmall, MAJORITIES, type Majority } from '../domain/seed-fund.js';
import { fundKind } from './kinds.js';

export class NameCommittee {
  @Refs({ max: 30 }) committee!: string[];
  @Whole({ min: 1, max: 30 }) quorum!: number;
  @Choice(MAJORITIES) majority!: Majority;
}

export const nameCommittee = command({
  name: 'name-committee',
  summary: 'Names who votes on a fund’s proposals, how many must, and which majority decides.',
  on: fundKind,
  may: 'run',
  target: (input: NameCommittee & { fund: string }) => input.fund,
  async decide(c, { committee, quorum, majority }, { id, aggregate, name }) {
    await mustBeKnown(c, committee);
    if (quorum > committee.length) c.refuse(committeeTooSmall, { people: committee.length, quorum });
    await c.tx.seedFund.update({ where: c.key(id), data: { committee, quorum, majority } });
    c.announce(aggregate, committeeNamed({ name, people: committee, quorum, majority }));
  },
});
