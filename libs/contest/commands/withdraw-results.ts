import { command, Text } from '#platform';
import { announcementEnded, callMachine, resultsWithdrawn } from '../domain/call.js';
import { notRecused } from '../facts/not-recused.js';
import { callKind } from './kinds.js';

export class WithdrawResults {
  @Text({ min: 5, max: 1000, description: 'Published: an objection upheld, or a mistake of the office’s own' }) reason!: string;
}

export const withdrawResults = command({
  name: 'withdraw-results',
  summary: 'Takes announced results back to be corrected; what was announced stays to be seen, and the corrected results are announced as a new version.',
  on: callKind,
  may: 'run',
  target: (input: WithdrawResults & { call: string }) => input.call,
  async decide(c, { reason }, call) {
    await notRecused(c, call.id);
    const latest = await c.tx.announcement.findFirst({ where: { districtId: c.district, callId: call.id }, orderBy: { version: 'desc' } });
    c.move(call.aggregate, callMachine.take('correct', call.aggregate.state, {}, [resultsWithdrawn({ callName: call.name, version: latest?.version ?? 0, reason })]));
    c.forget(call.aggregate, announcementEnded.event);
    await c.tx.call.update({ where: c.key(call.id), data: { announceUntil: null } });
    if (latest) await c.tx.announcement.update({ where: { districtId_callId_version: { districtId: c.district, callId: call.id, version: latest.version } }, data: { reason } });
  },
});
