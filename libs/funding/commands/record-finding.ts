import { Choice, command, Text, today } from '#platform';
import { findingRecorded, notOnList, proposalMachine, type Finding } from '../domain/fund-proposal.js';
import type { ChecklistItem } from '../domain/seed-fund.js';
import { proposalKind } from './kinds.js';

export class RecordFinding {
  @Text({ max: 40, description: 'The checklist’s key' }) item!: string;
  @Choice(['ok', 'concern', 'failed']) verdict!: Finding['verdict'];
  @Text({ max: 4000 }) note!: string;
}

export const recordFinding = command({
  name: 'record-finding',
  summary: 'Puts down what was found of one point of due diligence; a later finding takes the place of the earlier.',
  on: proposalKind,
  may: 'run',
  target: (input: RecordFinding & { proposal: string }) => input.proposal,
  async decide(c, { item, verdict, note }, { id, aggregate, fund, findings }) {
    const checklist = (fund?.checklist ?? []) as unknown as readonly ChecklistItem[];
    if (!checklist.some(({ key }) => key === item)) c.refuse(notOnList, { item, items: checklist.map(({ key }) => key).join(', ') });
    c.move(aggregate, proposalMachine.take('look-into', aggregate.state, {}, [findingRecorded({ item, verdict })]));
    const finding = { verdict, note, by: c.person ?? '', on: await today(c) } satisfies Finding;
    await c.tx.fundProposal.update({ where: c.key(id), data: { findings: { ...(findings as object), [item]: finding } } });
  },
});
