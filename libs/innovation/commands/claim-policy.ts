import { command, notFound, Ref, Texts, today } from '#platform';
import { firmMergedAway } from '../domain/firm.js';
import { benefitUnknown, policyClaimed, policyClaimedAlready, policyClaimMachine, policyPapersMissing, policyShut, policyUnmet } from '../domain/policy.js';
import { qualificationFacts } from '../domain/qualification-facts.js';
import { judgeByPolicy, policyClaimRow } from '../facts/claim-of-policy.js';
import { firmsSeen } from '../facts/firms-seen.js';
import { firmKind, policyClaimKind } from './kinds.js';

export class ClaimPolicy {
  @Ref() policy!: string;
  @Texts({ optional: true, max: 30, description: 'Papers that are handed in with it' }) papers?: string[];
}

export const claimPolicy = command({
  name: 'claim-policy',
  summary: 'Claims a policy for a firm; its rule judges at once on what is known, and that is kept with the claim.',
  on: firmKind,
  may: 'claim',
  target: (input: ClaimPolicy & { firm: string }) => input.firm,
  async decide(c, { policy: id, papers = [] }, { id: firmId, aggregate, name, mergedIntoId }) {
    if (mergedIntoId !== null) c.refuse(firmMergedAway);
    const policy = (await c.tx.policy.findUnique({ where: c.key(id), include: { aggregate: true } })) ?? c.refuse(notFound, { kind: 'policy', id });
    const on = await today(c);
    if (policy.aggregate.state !== 'published' || on < policy.opensOn || (policy.closesOn !== null && on > policy.closesOn)) c.refuse(policyShut, { title: policy.title, opensOn: policy.opensOn, closesOn: policy.closesOn ?? '—', today: on });
    if ((await c.tx.policyClaim.count({ where: { districtId: c.district, policyId: id, firmId, lives: true } })) > 0) c.refuse(policyClaimedAlready, { firm: name, title: policy.title });
    const missing = policy.papers.filter((paper) => !papers.includes(paper));
    if (missing.length > 0) c.refuse(policyPapersMissing, { missing: missing.join('、') });
    const [firm] = await firmsSeen(c.tx, c.district, [firmId]);
    const judged = judgeByPolicy(policy, qualificationFacts(firm!, on));
    if (judged.explanation.verdict !== 'pass') c.refuse(policyUnmet, { title: policy.title }, judged.explanation);
    if (judged.worth === undefined) c.refuse(benefitUnknown, { metric: (policy.benefit as { metric?: string }).metric ?? '' });
    const row = policyClaimRow(c, policy, firmId, on, false, judged);
    c.create(policyClaimKind.kind, policyClaimMachine.begin(policyClaimed({ policy: policy.title, firm: name, amount: Number(row.amount) })), { id: row.id, project: aggregate.projectId });
    await c.tx.policyClaim.create({ data: row });
    return { id: row.id, amount: Number(row.amount) };
  },
});
