import { command, notFound, Text } from '#platform';
import { nearDuplicateDismissed } from '../domain/entry.js';
import { entryKind } from './kinds.js';

export class DismissNearDuplicate {
  @Text({ min: 2, max: 1000, description: 'Why the two may both stand' }) note!: string;
}

export const dismissNearDuplicate = command({
  name: 'dismiss-near-duplicate',
  summary: 'Notes that two like entries were looked at and may both stand.',
  on: entryKind,
  may: 'disqualify',
  target: (input: DismissNearDuplicate & { entry: string; pair: string }) => input.entry,
  async decide(c, { pair, note }, entry) {
    const by = c.person;
    const { count } = await c.tx.nearDuplicate.updateMany({ where: { districtId: c.district, id: pair, OR: [{ entryId: entry.id }, { earlierId: entry.id }] }, data: { dismissedBy: by, note } });
    if (count === 0) c.refuse(notFound, { kind: 'near-duplicate', id: pair });
    c.announce(entry.aggregate, nearDuplicateDismissed({ pair }));
  },
});
