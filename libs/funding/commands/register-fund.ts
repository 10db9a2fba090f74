import { mustBeKnown } from '#identity';
import { post } from '#ledger';
import { Amount, Choice, command, districtKind, List, newId, Refs, Text, today, Whole } from '#platform';
import { contributorPots, fundPots } from '../domain/fund-pots.js';
import { CHECKLIST, committeeTooSmall, fundMachine, fundRegistered, MAJORITIES, type Majority } from '../domain/seed-fund.js';
import { fundKind } from './kinds.js';

export class Contributor {
  @Text({ max: 100, example: '区财政' }) name!: string;
  @Amount({ min: 1, description: 'What it pledges, in fen' }) pledged!: number;
}

export class ChecklistEntry {
  @Text({ max: 40 }) key!: string;
  @Text({ max: 100 }) zh!: string;
  @Text({ max: 100 }) en!: string;
}

export class RegisterFund {
  @Text({ max: 100 }) name!: string;
  @List(() => Contributor, { max: 20 }) contributors!: Contributor[];
  @Refs({ optional: true, min: 0, max: 30, description: 'Who votes on proposals' }) committee?: string[];
  @Whole({ optional: true, min: 1, max: 30, description: 'How many of them must vote; 1 where it is left out' }) quorum?: number;
  @Choice(MAJORITIES, { optional: true, description: 'simple where it is left out' }) majority?: Majority;
  @Amount({ optional: true, min: 1, description: 'The most for one project, in fen' }) perProject?: number;
  @List(() => ChecklistEntry, { optional: true, max: 40, description: 'What is looked into before a vote; six usual points where it is left out' }) checklist?: ChecklistEntry[];
}

export const registerFund = command({
  name: 'register-fund',
  summary: 'Enters a seed fund: who has pledged what, who votes, what is looked into.',
  on: districtKind,
  may: 'register-fund',
  exclusive: false,
  target: (_: RegisterFund, district) => district,
  async decide(c, { name, contributors, committee = [], quorum = 1, majority = 'simple', perProject, checklist = [...CHECKLIST] }) {
    await mustBeKnown(c, committee);
    if (committee.length > 0 && quorum > committee.length) c.refuse(committeeTooSmall, { people: committee.length, quorum });
    const on = await today(c);
    const capital = contributors.reduce((sum, { pledged }) => sum + pledged, 0);
    const id = c.create(fundKind.kind, fundMachine.begin(fundRegistered({ name, capital })));
    await c.tx.seedFund.create({ data: { districtId: c.district, id, name, committee, quorum, majority, perProject: perProject === undefined ? null : BigInt(perProject), checklist: checklist.map(({ key, zh, en }) => ({ key, zh, en })) } });
    const rows = contributors.map((contributor) => ({ districtId: c.district, id: newId(), fundId: id, name: contributor.name, pledged: BigInt(contributor.pledged) }));
    await c.tx.fundContributor.createMany({ data: rows });
    await post(c, rows.map((row) => ({ from: contributorPots(id, row).pledged, to: fundPots(id).free, amount: row.pledged, on, ground: `pledge:${row.id}`, about: id })));
  },
});
