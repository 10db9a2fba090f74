import { Choice, command, Day, notAhead, Text } from '#platform';
import { PARK_ACTS, PARK_LEVELS, parkMoved } from '../domain/park.js';
import { parkKind } from './kinds.js';

export class MovePark {
  @Choice(PARK_ACTS) act!: (typeof PARK_ACTS)[number];
  @Choice(PARK_LEVELS, { description: 'The level it has then, or is cultivated for' }) level!: (typeof PARK_LEVELS)[number];
  @Day() on!: string;
  @Text({ max: 200 }) paper!: string;
}

export const movePark = command({
  name: 'move-park',
  summary: 'Puts down a step of a zone’s way: cultivated for a level, recognised, reviewed, or its level lost.',
  on: parkKind,
  may: 'move',
  target: (input: MovePark & { park: string }) => input.park,
  async decide(c, { act, level, on, paper }, { id, aggregate, level: before, steps }) {
    await notAhead(c, on);
    c.announce(aggregate, parkMoved({ act, level, on, paper }));
    await c.tx.park.update({ where: c.key(id), data: { level: act === 'cultivate' ? before : level, steps: [...(steps as object[]), { act, level, on, paper }] } });
  },
});
