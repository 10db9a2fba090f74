import { command, Ref, Text } from '#platform';
import { conflictDeclared, unknownJudge } from '../domain/judging.js';
import { entryKind } from './kinds.js';

export class RecuseJudge {
  @Ref({ description: 'The judge who must not judge this entry' }) judge!: string;
  @Text({ min: 2, max: 500 }) reason!: string;
}

export const recuseJudge = command({
  name: 'recuse-judge',
  summary: 'The office keeps a judge from an entry, without telling him; a sheet that he has of it is taken.',
  on: entryKind,
  may: 'assign',
  target: (input: RecuseJudge & { entry: string }) => input.entry,
  async decide(c, { judge, reason }, entry) {
    if (!(await c.tx.person.findUnique({ where: c.key(judge) }))) c.refuse(unknownJudge, { judges: judge });
    await c.tx.conflict.createMany({ data: [{ districtId: c.district, callId: entry.callId, entryId: entry.id, judgeId: judge, source: 'office', reason, at: c.now }], skipDuplicates: true });
    c.announce(entry.aggregate, conflictDeclared({ call: entry.callId, entry: entry.id, judge, source: 'office' }));
  },
});
