import { localDay, localTime } from '#kernel';
import { command, Instant, Whole } from '#platform';
import { orderNotDrawn, noPitchDay } from '../domain/pitching.js';
import { pitchesInPast, pitchesTimed, pitchTimes } from '../domain/pitch-times.js';
import { planOfRound } from '../facts/round-plan.js';
import { roundKind } from './kinds.js';

export class TimePitches {
  @Instant({ description: 'When the first pitch begins' }) from!: string;
  @Whole({ min: 0, max: 120, optional: true, description: 'Minutes between two pitches; 2 where it is left out' }) between?: number;
}

export const timePitches = command({
  name: 'time-pitches',
  summary: 'Says when the pitches begin: teams are told their turns, which stand in their calendars, those of the judges, and on the public board.',
  on: roundKind,
  may: 'run',
  target: (input: TimePitches & { round: string }) => input.round,
  async decide(c, { from, between = 2 }, round) {
    const plan = planOfRound(round);
    const pitch = plan.pitch ?? c.refuse(noPitchDay);
    const begins = new Date(from);
    if (begins <= c.now) c.refuse(pitchesInPast);
    const standings = await c.tx.standing.findMany({ where: { districtId: c.district, roundId: round.id }, include: { entry: { select: { title: true, projectId: true } } } });
    const times = pitchTimes(standings.map(({ entryId, slot, room }) => ({ entry: entryId, slot, room })), { from: begins, between, ...pitch });
    if (times.size === 0) c.refuse(orderNotDrawn);
    const zone = round.call.timeZone;
    const turnOf = new Map(standings.flatMap(({ entryId, entry }) => {
      const time = times.get(entryId);
      return time ? [[entry.projectId, `《${entry.title}》 ${localDay(time.from, zone)} ${localTime(time.from, zone)}`] as const] : [];
    }));
    const grants = await c.tx.roleGrant.findMany({ where: { districtId: c.district, role: 'team', scopeId: { in: [...turnOf.keys()] } }, orderBy: [{ personId: 'asc' }, { scopeId: 'asc' }] });
    const turns = Map.groupBy(grants, ({ personId }) => personId);
    const own = [...turns.values()].map((held) => JSON.stringify({ turn: held.map(({ scopeId }) => turnOf.get(scopeId)).join('\n') }));
    c.announce(round.aggregate, pitchesTimed({ callName: round.call.name, from, turns: '{turn}', people: [...turns.keys()], own }));
    await c.tx.round.update({ where: c.key(round.id), data: { pitchesFrom: begins, pitchesBetween: between } });
  },
});
