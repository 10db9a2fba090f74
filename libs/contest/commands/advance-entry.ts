import { command, newId, Text } from '#platform';
import { advancementMachine } from '../domain/advancement.js';
import type { UpperContest } from '../domain/call.js';
import { advancedAlready, entryAdvanced, notAWinner, noUpperContest } from '../domain/entry.js';
import { advancementKind, entryKind } from './kinds.js';

export class AdvanceEntry {
  @Text({ max: 120, description: 'The upper contest, as the edition names it' }) upper!: string;
}

export const advanceEntry = command({
  name: 'advance-entry',
  summary: 'Sends a winner, or a shortlisted entry, on to a city’s or the nation’s contest.',
  on: entryKind,
  may: 'advance',
  target: (input: AdvanceEntry & { entry: string }) => input.entry,
  async decide(c, { upper }, entry) {
    if (!['shortlisted', 'awarded'].includes(entry.aggregate.state)) c.refuse(notAWinner);
    const contest = await c.tx.contest.findUniqueOrThrow({ where: c.key(entry.call.contestId) });
    const { level } = (contest.uppers as unknown as UpperContest[]).find(({ name }) => name === upper) ?? c.refuse(noUpperContest, { upper });
    if ((await c.tx.advancement.count({ where: { districtId: c.district, entryId: entry.id, upper } })) > 0) c.refuse(advancedAlready, { upper });
    const id = newId();
    c.create(advancementKind.kind, advancementMachine.begin(entryAdvanced({ upper, level, title: entry.title })), { id, project: entry.projectId });
    await c.tx.advancement.create({ data: { districtId: c.district, id, entryId: entry.id, upper, level } });
    return { id };
  },
});
