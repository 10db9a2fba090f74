import { balanceOf, budgetPots, post } from '#ledger';
import { command, today } from '#platform';
import { notAutomatic, policyClaimMachine, policyGranted, policyGrantedToAll, policyKey, policyShut } from '../domain/policy.js';
import { qualificationFacts } from '../domain/qualification-facts.js';
import { POINTS_RULE } from '../rules/points.js';
import { judgeByPolicy, policyClaimRow } from '../facts/claim-of-policy.js';
import { firmsSeen } from '../facts/firms-seen.js';
import { policyClaimKind, policyKind } from './kinds.js';

export const grantToAll = command({
  name: 'grant-to-all',
  summary: 'Grants a policy without application to every firm that qualifies and has not claimed it, by innovation points as far as its budget goes.',
  on: policyKind,
  may: 'run',
  target: (input: { policy: string }) => input.policy,
  async decide(c, _, { aggregate, ...policy }) {
    const { district: districtId } = c;
    const on = await today(c);
    if (!policy.automatic) c.refuse(notAutomatic, { title: policy.title });
    if (aggregate.state !== 'published' || on < policy.opensOn || (policy.closesOn !== null && on > policy.closesOn)) c.refuse(policyShut, { title: policy.title, opensOn: policy.opensOn, closesOn: policy.closesOn ?? '—', today: on });
    const passing = await c.tx.assessment.findMany({ where: { districtId, rule: policyKey(policy.id), verdict: 'pass', firm: { policyClaims: { none: { policyId: policy.id, lives: true } } } }, include: { firm: { include: { aggregate: true, assessments: { where: { rule: POINTS_RULE } } } } } });
    const first = passing.map(({ firm }) => ({ firm, points: firm.assessments[0]?.low ?? 0 })).sort((a, b) => b.points - a.points || (a.firm.id < b.firm.id ? -1 : 1));
    const seen = new Map((await firmsSeen(c.tx, districtId, first.map(({ firm }) => firm.id))).map((firm) => [firm.id, firm]));
    const pots = budgetPots(policy.id);
    let room = policy.budgeted ? await balanceOf(c.tx, districtId, pots.free) : null;
    const rows: ReturnType<typeof policyClaimRow>[] = [];
    for (const { firm } of first) {
      const judged = judgeByPolicy(policy, qualificationFacts(seen.get(firm.id)!, on));
      if (judged.explanation.verdict !== 'pass' || judged.worth === undefined || (room !== null && (judged.worth ?? 0n) > room)) continue;
      const row = policyClaimRow(c, policy, firm.id, on, true, judged);
      c.create(policyClaimKind.kind, policyClaimMachine.take('grant', 'claimed', {}, [policyGranted({ policy: policy.title, firm: firm.name, amount: Number(row.amount), automatic: true })]), { id: row.id, project: firm.projectId });
      rows.push(row);
      if (room !== null) room -= row.amount;
    }
    const amount = rows.reduce((sum, row) => sum + row.amount, 0n);
    c.announce(aggregate, policyGrantedToAll({ title: policy.title, firms: rows.length, amount: Number(amount), left: first.length - rows.length }));
    await c.tx.policyClaim.createMany({ data: rows });
    if (policy.budgeted) await post(c, rows.map((row) => ({ from: pots.free, to: pots.promised, amount: row.amount, on, ground: `promise:${row.id}`, about: row.id })));
    return { id: policy.id, firms: rows.length, amount: Number(amount), left: first.length - rows.length };
  },
});
