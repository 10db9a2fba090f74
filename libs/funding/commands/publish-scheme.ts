import { budgetPots, post } from '#ledger';
import { Amount, Choice, command, Day, districtKind, List, Text, today, Whole } from '#platform';
import { instalmentsDiffer, instalmentsFit, schemeDatesCrossed, SCHEME_KINDS, schemeMachine, schemePublished, UPON, type Upon } from '../domain/scheme.js';
import { schemeKind } from './kinds.js';

export class HeadingInput {
  @Text({ max: 40 }) key!: string;
  @Text({ max: 60 }) zh!: string;
  @Text({ max: 60 }) en!: string;
}

export class InstalmentInput {
  @Whole({ min: 1, max: 100 }) percent!: number;
  @Choice(UPON) upon!: Upon;
}

export class PublishScheme {
  @Text({ max: 120 }) name!: string;
  @Choice(SCHEME_KINDS) kind!: (typeof SCHEME_KINDS)[number];
  @Text({ max: 120, description: 'Whose money it is', example: '市级科技专项资金' }) source!: string;
  @Text({ optional: true, max: 200, description: 'The paper that it rests on' }) paper?: string;
  @Amount({ min: 1, description: 'All it may give, in fen' }) budget!: number;
  @Day() opensOn!: string;
  @Day() closesOn!: string;
  @Amount({ optional: true, min: 1 }) perProject?: number;
  @Whole({ max: 99, description: 'Percent of the cost that the firm bears' }) ownShare!: number;
  @List(() => HeadingInput, { max: 40 }) headings!: HeadingInput[];
  @List(() => InstalmentInput, { max: 6 }) instalments!: InstalmentInput[];
  @Whole({ max: 100, description: 'Percent by which a heading may be overspent' }) slack!: number;
}

export const publishScheme = command({
  name: 'publish-scheme',
  summary: 'Publishes a call for projects that are paid from a public purse: budget, headings, instalments, the firm’s own share.',
  on: districtKind,
  may: 'publish-scheme',
  exclusive: false,
  target: (_: PublishScheme, district) => district,
  async decide(c, { name, kind, source, paper, budget, opensOn, closesOn, perProject, ownShare, headings, instalments, slack }) {
    if (closesOn < opensOn) c.refuse(schemeDatesCrossed, { opensOn, closesOn });
    if (!instalmentsFit(instalments)) c.refuse(instalmentsDiffer, { sum: instalments.reduce((sum, { percent }) => sum + percent, 0) });
    const id = c.create(schemeKind.kind, schemeMachine.begin(schemePublished({ name, kind, budget, opensOn, closesOn })));
    const plans = { headings: headings.map(({ key, zh, en }) => ({ key, zh, en })), instalments: instalments.map(({ percent, upon }) => ({ percent, upon })) };
    await c.tx.scheme.create({ data: { districtId: c.district, id, name, kind, source, paper: paper ?? null, opensOn, closesOn, perProject: perProject === undefined ? null : BigInt(perProject), ownShare, slack, ...plans } });
    const pots = budgetPots(id);
    await post(c, [{ from: pots.budget, to: pots.free, amount: BigInt(budget), on: await today(c), ground: `budget:${id}`, about: id }]);
  },
});
