import { command, Quantity } from '#platform';
import { noTimer, timerSet } from '../domain/pitching.js';
import { roundKind } from './kinds.js';

export class SetTimer {
  @Quantity({ min: -3600, max: 3600, places: 0, description: 'Seconds to give, or below zero to take' }) seconds!: number;
}

export const setTimer = command({
  name: 'set-timer',
  summary: 'Gives the team that is pitching more time, or less.',
  on: roundKind,
  may: 'run',
  target: (input: SetTimer & { round: string }) => input.round,
  async decide(c, { seconds }, round) {
    if (round.phaseEndsAt === null) return c.refuse(noTimer);
    const endsAt = new Date(Math.max(c.now.getTime(), round.phaseEndsAt.getTime() + seconds * 1000));
    c.announce(round.aggregate, timerSet({ seconds, endsAt: endsAt.toISOString() }));
    await c.tx.round.update({ where: c.key(round.id), data: { phaseEndsAt: endsAt } });
    return { endsAt };
  },
});
