import { Choice, command, Email, List, Part, Text, WebAddress, Whole } from '#platform';
import { contestDescribed, type Desks, type UpperContest } from '../domain/call.js';
import { contestKind } from './kinds.js';

export class SponsorInput {
  @Text({ max: 120 }) name!: string;
  @Choice(['host', 'organiser', 'co-organiser', 'sponsor', 'supporter']) kind!: string;
  @WebAddress({ optional: true }) link?: string;
}

export class UpperInput implements UpperContest {
  @Text({ max: 120, example: '“创客中国”重庆赛区' }) name!: string;
  @Choice(['city', 'nation']) level!: 'city' | 'nation';
  @Whole({ optional: true, min: 1, max: 1000, description: 'How many winners of each call are nominated by themselves when results stand' }) places?: number;
}

export class DesksInput implements Desks {
  @Email({ optional: true, description: 'Where contestants write to' }) contestants?: string;
  @Email({ optional: true, description: 'Where judges write to' }) judging?: string;
}

export class DescribeContest {
  @List(() => SponsorInput, { min: 0, max: 50 }) sponsors!: SponsorInput[];
  @List(() => UpperInput, { min: 0, max: 10 }) uppers!: UpperInput[];
  @Part(() => DesksInput, { optional: true }) desks?: DesksInput;
}

export const describeContest = command({
  name: 'describe-contest',
  summary: 'Says who stands behind an edition, and to which contests its winners go on.',
  on: contestKind,
  may: 'set-up',
  target: (input: DescribeContest & { contest: string }) => input.contest,
  async decide(c, { sponsors, uppers, desks }, contest) {
    c.announce(contest.aggregate, contestDescribed({ sponsors: sponsors.length, uppers: uppers.length }));
    await c.tx.contest.update({ where: c.key(contest.id), data: { sponsors: sponsors.map((sponsor) => ({ ...sponsor })), uppers: uppers.map((upper) => ({ ...upper })), ...(desks && { desks: { ...desks } }) } });
  },
});
