import { command, Day, newId, notAhead, Text, Whole } from '#platform';
import { dealProgressed, notSigned } from '../domain/deal.js';
import { dealKind } from './kinds.js';

export class RecordProgress {
  @Day() on!: string;
  @Whole({ max: 100, description: 'How much of the building is done' }) percent!: number;
  @Text({ max: 1000 }) note!: string;
  @Text({ max: 200, description: 'The photo or paper that proves it' }) proof!: string;
}

export const recordProgress = command({
  name: 'record-progress',
  summary: 'Puts down how building goes, with its proof; without a word for 90 days it counts as stopped.',
  on: dealKind,
  may: 'advance',
  target: (input: RecordProgress & { deal: string }) => input.deal,
  async decide(c, { on, percent, note, proof }, { id: dealId, aggregate }) {
    await notAhead(c, on);
    if (!['contracted', 'building'].includes(aggregate.state)) c.refuse(notSigned, { state: aggregate.state });
    c.announce(aggregate, dealProgressed({ on, percent }));
    await c.tx.dealProgress.create({ data: { districtId: c.district, id: newId(), dealId, on, percent, note, proof } });
  },
});
