import { command, List, Ref, Text, Whole } from '#platform';
import { bidsPlaced, biddingOver, conflictDeclared, entryHidden } from '../domain/judging.js';
import { visibleEntries } from '../facts/visible-entries.js';
import { invitationKind } from './kinds.js';

export class BidInput {
  @Ref() entry!: string;
  @Whole({ min: -2, max: 2, description: 'From -2, rather not, to 2, gladly' }) bid!: number;
}

export class ConflictInput {
  @Ref({ optional: true }) entry?: string;
  @Text({ max: 120, optional: true, description: 'An organisation of those listed: all its entries' }) organisation?: string;
  @Text({ min: 2, max: 500 }) reason!: string;
}

export class PlaceBids {
  @List(() => BidInput, { min: 0, max: 5000 }) bids!: BidInput[];
  @List(() => ConflictInput, { min: 0, max: 1000 }) conflicts!: ConflictInput[];
}

export const placeBids = command({
  name: 'place-bids',
  summary: 'A judge says which entries he would gladly judge and which he is too near to, before he sees more of them than their titles.',
  on: invitationKind,
  may: 'bid',
  target: (input: PlaceBids & { invitation: string }) => input.invitation,
  async decide(c, { bids, conflicts }, { aggregate, callId, judgeId, call }) {
    if (call.aggregate.state !== 'closed' || aggregate.state !== 'accepted') c.refuse(biddingOver, { state: call.aggregate.state });
    const visible = new Set(await visibleEntries(c.tx, c.district, callId, judgeId));
    const hidden = [...bids, ...conflicts].find(({ entry }) => entry !== undefined && !visible.has(entry));
    if (hidden) c.refuse(entryHidden, { entry: hidden.entry! });
    const of = { districtId: c.district, callId, judgeId };
    await c.tx.bid.deleteMany({ where: { ...of, entryId: { in: bids.map(({ entry }) => entry) } } });
    await c.tx.bid.createMany({ data: bids.map(({ entry, bid }) => ({ ...of, entryId: entry, bid })) });
    const named = conflicts.flatMap(({ organisation }) => organisation ?? []);
    const theirs = named.length === 0 ? [] : await c.tx.entry.findMany({ where: { districtId: c.district, callId, id: { in: [...visible] }, organisation: { in: named } }, select: { id: true, organisation: true } });
    const pairs = conflicts.flatMap(({ entry, organisation, reason }) => (entry === undefined ? theirs.filter((row) => row.organisation === organisation).map(({ id }) => ({ entry: id, reason })) : [{ entry, reason }]));
    await c.tx.conflict.createMany({ data: pairs.map(({ entry, reason }) => ({ ...of, entryId: entry, source: 'judge', reason, at: c.now })), skipDuplicates: true });
    const declared = [...new Set(pairs.map(({ entry }) => entry))].map((entry) => conflictDeclared({ call: callId, entry, judge: judgeId, source: 'judge' }));
    c.announce(aggregate, bidsPlaced({ call: callId, judge: judgeId, bids: bids.length }), ...declared);
  },
});
