import { command, newId, Refs, Text } from '#platform';
import { panelNamed } from '../domain/call.js';
import { unknownJudge } from '../domain/judging.js';
import { contestKind } from './kinds.js';

export class NamePanel {
  @Text({ max: 80 }) name!: string;
  @Refs({ max: 200, description: 'People of the pool of judges' }) judges!: string[];
}

export const namePanel = command({
  name: 'name-panel',
  summary: 'Names a panel of judges of an edition, or says anew who is on it.',
  on: contestKind,
  may: 'set-up',
  target: (input: NamePanel & { contest: string }) => input.contest,
  async decide(c, { name, judges }, contest) {
    const known = await c.tx.judge.findMany({ where: { districtId: c.district, personId: { in: judges } } });
    const strangers = judges.filter((judge) => !known.some(({ personId }) => personId === judge));
    if (strangers.length > 0) c.refuse(unknownJudge, { judges: strangers.join(', ') });
    const key = { districtId: c.district, contestId: contest.id, name };
    const { id } = await c.tx.panel.upsert({ where: { districtId_contestId_name: key }, create: { ...key, id: newId(), judges }, update: { judges } });
    c.announce(contest.aggregate, panelNamed({ panel: id, name, judges: judges.length }));
    return { panel: id };
  },
});
