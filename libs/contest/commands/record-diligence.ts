import { Choice, command, List, newId, Text } from '#platform';
import { diligenceItemUnknown, diligenceRecorded, noDiligence } from '../domain/diligence.js';
import { entryKind } from './kinds.js';

export class FindingInput {
  @Text({ max: 40, description: 'The key of the checklist’s item' }) item!: string;
  @Choice(['in-order', 'open', 'wrong']) found!: 'in-order' | 'open' | 'wrong';
  @Text({ max: 2000, optional: true }) note?: string;
}

export class RecordDiligence {
  @List(() => FindingInput, { max: 30 }) findings!: FindingInput[];
  @Choice(['pass', 'conditional', 'fail']) verdict!: 'pass' | 'conditional' | 'fail';
  @Text({ max: 5000, optional: true }) note?: string;
}

export const recordDiligence = command({
  name: 'record-diligence',
  summary: 'Puts down what the due diligence into an entry found, item by item, and its verdict; an entry that fails wins nothing.',
  on: entryKind,
  may: 'advance',
  target: (input: RecordDiligence & { entry: string }) => input.entry,
  async decide(c, { findings, verdict, note }, entry) {
    const items = (entry.call.diligence as { key: string }[]).map(({ key }) => key);
    if (items.length === 0 || !['judging', 'decided'].includes(entry.call.aggregate.state)) c.refuse(noDiligence, { state: entry.call.aggregate.state });
    const amiss = [...items.filter((item) => !findings.some((finding) => finding.item === item)), ...findings.filter(({ item }) => !items.includes(item)).map(({ item }) => item)];
    if (amiss.length > 0) c.refuse(diligenceItemUnknown, { items: amiss.join(', ') });
    c.announce(entry.aggregate, diligenceRecorded({ call: entry.callId, verdict }));
    await c.tx.diligence.create({ data: { districtId: c.district, id: newId(), entryId: entry.id, findings: findings.map((finding) => ({ ...finding })), verdict, note: note ?? null, personId: c.person ?? c.district, at: c.now } });
  },
});
