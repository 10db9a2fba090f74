import { isRefusal } from '#kernel';
import { command, Flag, List, Ref, Text, type Context } from '#platform';
import { callDecided, callMachine, stagesUnfinished } from '../domain/call.js';
import { entryMachine, entryPassedOver, entryShortlisted } from '../domain/entry.js';
import { outcomes, type Override } from '../domain/outcome.js';
import { failedDiligence } from '../facts/diligence.js';
import { notRecused } from '../facts/not-recused.js';
import { resultsOf } from '../facts/results.js';
import { judgesRounds, plansOf } from '../facts/round-plan.js';
import { callKind, type CallRow } from './kinds.js';

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
  summary: 'Decides by the ranking who is shortlisted and who wins; exceptions only with a reason that is published. Until it is announced it can be decided anew.',
  on: callKind,
  may: 'run',
  target: (input: DecideCall & { call: string }) => input.call,
  async decide(c, { overrides = [] }, call) {
    await notRecused(c, call.id);
    const last = await allDone(c, call);
    const results = await resultsOf(c.tx, c.district, call);
    // Places are shared out in the last round; whoever did not get there is passed over.
    const within = results.filter(({ rounds }) => rounds.some(({ round }) => round === last));
    const ranking = within.map(({ entry, place }) => ({ entry, rank: place }));
    const decided = outcomes(ranking, call, overrides, await failedDiligence(c.tx, c.district, call.id));
    if (isRefusal(decided)) return c.refuse(decided.type, decided.facts);
    const out = results.filter(({ rounds }) => rounds.every(({ round }) => round !== last)).map(({ entry, place }) => ({ entry, rank: place, shortlisted: false, awarded: false, reason: null }));
    const entries = await c.tx.entry.findMany({ where: { districtId: c.district, callId: call.id, aggregate: { state: { in: ['submitted', 'shortlisted', 'not-selected'] } } }, include: { aggregate: true } });
    // In no ranking: readmitted after its round, or marked by nobody.
    const ranked = new Set(results.map(({ entry }) => entry));
    const unranked = entries.filter(({ id }) => !ranked.has(id)).map(({ id }) => ({ entry: id, rank: results.length + 1, shortlisted: false, awarded: false, reason: null }));
    const known = new Map(entries.map((entry) => [entry.id, entry]));
    const all = [...decided, ...out, ...unranked];
    for (const { entry: id, rank, shortlisted, reason } of all) {
      const { aggregate } = known.get(id)!;
      const announced = (shortlisted ? entryShortlisted : entryPassedOver)({ call: call.id, rank, reason });
      c.move(aggregate, entryMachine.take(shortlisted ? 'shortlist' : 'pass-over', aggregate.state, {}, [announced]));
    }
    await c.tx.$executeRaw`
      UPDATE entry e SET award = d.award, reason = d.reason
      FROM unnest(${all.map(({ entry }) => entry)}::uuid[], ${all.map(({ awarded }) => awarded)}::bool[], ${all.map(({ reason }) => reason)}::text[]) AS d(entry, award, reason)
      WHERE e.district_id = ${c.district}::uuid AND e.id = d.entry`;
    const counts = { shortlisted: all.filter(({ shortlisted }) => shortlisted).length, awarded: all.filter(({ awarded }) => awarded).length };
    c.move(call.aggregate, callMachine.take('decide', call.aggregate.state, {}, [callDecided(counts)]));
    return { outcomes: all };
  },
});

/** The call's last round, once all are ranked and decided. @throws Refused with those that are not */
async function allDone(c: Context, call: CallRow): Promise<string> {
  const rounds = await judgesRounds(c.tx, c.district, call);
  const plans = plansOf(call).map((plan, stage) => ({ ...plan, stage })).filter(({ way }) => way !== 'public-vote');
  const isDone = (stage: number, last: boolean) => rounds.some((round) => round.stage === stage && (last ? ['ranked'] : ['decided']).includes(round.aggregate.state));
  const open = plans.filter(({ stage }, n) => !isDone(stage, n === plans.length - 1)).map(({ name }) => name);
  if (open.length > 0) c.refuse(stagesUnfinished, { rounds: open.join('、') });
  return rounds.at(-1)!.id;
}
