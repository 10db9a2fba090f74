import { command, notFound, Ref } from '#platform';
import { firmDescribed, firmMachine, firmMerged, firmMergedAway, mergeWithItself } from '../domain/firm.js';
import { firmKind } from './kinds.js';

export class MergeFirms {
  @Ref({ description: 'The record that stays' }) into!: string;
}

export const mergeFirms = command({
  name: 'merge-firms',
  summary: 'Says that a record is the same firm as another: it leads to that one, and all that is known of both is read together.',
  on: firmKind,
  may: 'run',
  target: (input: MergeFirms & { firm: string }) => input.firm,
  async decide(c, { into }, firm) {
    if (into === firm.id) c.refuse(mergeWithItself);
    await c.lock(into);
    const kept = (await c.tx.firm.findUnique({ where: c.key(into), include: { aggregate: true } })) ?? c.refuse(notFound, { kind: 'firm', id: into });
    if (kept.mergedIntoId !== null) c.refuse(kept.mergedIntoId === firm.id ? mergeWithItself : firmMergedAway);
    c.move(firm.aggregate, firmMachine.take('merge', firm.aggregate.state, {}, [firmMerged({ name: firm.name, into })]));
    c.announce(kept.aggregate, firmDescribed({ name: kept.name }));
    await c.tx.firm.update({ where: c.key(firm.id), data: { mergedIntoId: into } });
    await c.tx.assessment.deleteMany({ where: { districtId: c.district, firmId: firm.id } });
  },
});
