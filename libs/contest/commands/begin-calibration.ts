import { command, Instant, Refs } from '#platform';
import { callNotOpen } from '../domain/call.js';
import { entryHidden, noRoundLeft } from '../domain/judging.js';
import { judgedEntries } from '../facts/conflict-facts.js';
import { plansOf } from '../facts/round-plan.js';
import { beginRound, settled } from './propose-round.js';
import { callKind } from './kinds.js';

export class BeginCalibration {
  @Refs({ max: 5, description: 'The entries that all judges mark first' }) entries!: string[];
  @Instant({ optional: true }) judgeBy?: string;
}

export const beginCalibration = command({
  name: 'begin-calibration',
  summary: 'Has all judges first mark the same few entries, see how they differ and talk about it; those marks count for nothing.',
  on: callKind,
  may: 'assign',
  target: (input: BeginCalibration & { call: string }) => input.call,
  async decide(c, { entries, judgeBy }, call) {
    if (!['closed', 'judging'].includes(call.aggregate.state)) c.refuse(callNotOpen, { call: call.name, state: call.aggregate.state });
    const known = await judgedEntries(c.tx, c.district, call.id);
    const strange = entries.find((entry) => !known.includes(entry));
    if (strange !== undefined) c.refuse(entryHidden, { entry: strange });
    await settled(c, call.id);
    const plans = plansOf(call);
    const begun = await c.tx.round.findMany({ where: { districtId: c.district, callId: call.id, kind: 'judging' }, select: { stage: true } });
    const stage = plans.findIndex((plan, n) => plan.way === 'scored' && !begun.some((round) => round.stage === n));
    const { advance: _, spread: __, pitch: ___, publicVote: ____, ...plan } = plans[stage] ?? c.refuse(noRoundLeft);
    return { id: await beginRound(c, call, { kind: 'calibration', name: '试评 Calibration', stage, plan: { ...plan, seating: 'all', quorum: 1, discussion: true, veto: false }, only: entries, ...(judgeBy !== undefined && { judgeBy }) }) };
  },
});
