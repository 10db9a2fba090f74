import { isRefusal } from '#kernel';
import { command, Flag, List, Ref, Text } from '#platform';
import { callDecided, callMachine, roundNotRanked } from '../domain/call.js';
import { entryMachine, entryPassedOver, entryShortlisted } from '../domain/entry.js';
import { outcomes, type Override } from '../domain/outcome.js';
import { notRecused } from '../facts/not-recused.js';
import { callKind } from './kinds.js';

export class OverrideInput implements Override {
  @Ref() entry!: string;
  @Flag() shortlisted!: boolean;
  @Flag() awarded!: boolean;
  @Text({ min: 5, max: 1000, description: 'Published with the result' }) reason!: string;
}

export class DecideCall {
  @List(() => OverrideInput, { min: 0, optional: true }) overrides?: OverrideInput[];
}

export const decideCall = command({
  name: 'decide-call',
  summary: 'Decides by the ranking who is shortlisted and who wins; exceptions only with a reason that is published.',
  on: callKind,
  may: 'run',
  target: (input: DecideCall & { call: string }) => input.call,
  async decide(c, { overrides = [] }, call) {
    await notRecused(c, call.id);
    const round = await c.tx.round.findFirst({
      where: { districtId: c.district, callId: call.id },
      orderBy: { id: 'desc' },
      include: { aggregate: true, standings: { include: { entry: { include: { aggregate: true } } }, orderBy: [{ rank: 'asc' }, { entryId: 'asc' }] } },
    });
    if (round?.aggregate.state !== 'ranked') return c.refuse(roundNotRanked, { state: round?.aggregate.state ?? 'absent' });
    const ranking = round.standings.map(({ entryId, rank }) => ({ entry: entryId, rank: rank! }));
    const decided = outcomes(ranking, call, overrides);
    if (isRefusal(decided)) return c.refuse(decided.type, decided.facts);
    for (const { entry: id, rank, shortlisted, awarded, reason } of decided) {
      const { aggregate } = round.standings.find(({ entryId }) => entryId === id)!.entry;
      const announced = (shortlisted ? entryShortlisted : entryPassedOver)({ call: call.id, rank, reason });
      c.move(aggregate, entryMachine.take(shortlisted ? 'shortlist' : 'pass-over', aggregate.state, {}, [announced]));
      await c.tx.entry.update({ where: c.key(id), data: { award: awarded, reason } });
    }
    const counts = { shortlisted: decided.filter(({ shortlisted }) => shortlisted).length, awarded: decided.filter(({ awarded }) => awarded).length };
    c.move(call.aggregate, callMachine.take('decide', call.aggregate.state, {}, [callDecided(counts)]));
    return { outcomes: decided };
  },
});
