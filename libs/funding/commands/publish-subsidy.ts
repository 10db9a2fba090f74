import { budgetPots, post } from '#ledger';
import { Amount, Choice, command, Day, districtKind, Text, today, Whole } from '#platform';
import { schemeDatesCrossed } from '../domain/scheme.js';
import { SUBSIDY_KINDS, subsidyMachine, subsidyPublished, termsMissing, type SubsidyKind } from '../domain/subsidy.js';
import { subsidyKind } from './kinds.js';

export class PublishSubsidy {
  @Text({ max: 120 }) name!: string;
  @Choice(SUBSIDY_KINDS) kind!: SubsidyKind;
  @Text({ max: 120, description: 'Whose money it is' }) source!: string;
  @Text({ optional: true, max: 200 }) paper?: string;
  @Amount({ min: 1 }) budget!: number;
  @Day() opensOn!: string;
  @Day() closesOn!: string;
  @Whole({ optional: true, min: 1, max: 100, description: 'Percent of the rent or research that is paid' }) percent?: number;
  @Amount({ optional: true, min: 1, description: 'What is paid for a title' }) fixed?: number;
  @Amount({ optional: true, min: 1, description: 'The most for one ground' }) most?: number;
  @Text({ optional: true, max: 60, description: 'The title that is rewarded', example: '高新技术企业' }) title?: string;
}

export const publishSubsidy = command({
  name: 'publish-subsidy',
  summary: 'Publishes a subsidy: for rent, for research or for a title, with its formula and budget.',
  on: districtKind,
  may: 'publish-scheme',
  exclusive: false,
  target: (_: PublishSubsidy, district) => district,
  async decide(c, { name, kind, source, paper, budget, opensOn, closesOn, percent, fixed, most, title }) {
    if (closesOn < opensOn) c.refuse(schemeDatesCrossed, { opensOn, closesOn });
    if (kind === 'recognition' ? fixed === undefined || title === undefined : percent === undefined) c.refuse(termsMissing);
    const id = c.create(subsidyKind.kind, subsidyMachine.begin(subsidyPublished({ name, kind, budget })));
    const fen = (amount?: number) => (amount === undefined ? null : BigInt(amount));
    const terms = kind === 'recognition' ? { percent: null, fixed: fen(fixed), title: title ?? null } : { percent: percent ?? null, fixed: null, title: null };
    await c.tx.subsidy.create({ data: { districtId: c.district, id, name, kind, source, paper: paper ?? null, opensOn, closesOn, most: fen(most), ...terms } });
    const pots = budgetPots(id);
    await post(c, [{ from: pots.budget, to: pots.free, amount: BigInt(budget), on: await today(c), ground: `budget:${id}`, about: id }]);
  },
});
