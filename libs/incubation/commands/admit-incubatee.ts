import { daysAfter, type Facts } from '#kernel';
import { command, Day, FactsField, notFound, Ref, Text } from '#platform';
import { climb } from '../domain/ladder.js';
import { incubateeAdmitted, incubateeMachine, incubateeMoved, isWithPlatform, movedTooEarly, notOpenToMove } from '../domain/incubatee.js';
import { endLeases, endStay } from '../facts/stays.js';
import { judgeAdmission, takeIn } from '../facts/take-in.js';
import { platformKind } from './kinds.js';

export class AdmitIncubatee {
  @Ref({ description: 'A team that has accepted the offer, or a firm that may move here' }) incubatee!: string;
  @Text({ max: 120, description: 'The firm that signs' }) firm!: string;
  @Text({ optional: true, max: 18, description: 'Unified social credit code' }) creditCode?: string;
  @Day({ optional: true, description: 'When the firm was founded' }) registeredOn?: string;
  @Text({ optional: true, max: 60, description: 'Technical field; biomedicine, modern-agriculture and integrated-circuits may stay longer' }) field?: string;
  @Day({ example: '2027-07-01' }) from!: string;
  @Day({ example: '2030-06-30', description: 'The last day of the contract' }) to!: string;
  @FactsField({ optional: true, description: 'What the manager has checked', example: { 'new-technology': true, 'registered-and-working-here': true } }) facts?: Facts;
}

export const admitIncubatee = command({
  name: 'admit-incubatee',
  summary: 'Takes a firm into a platform under a contract, judged by the rule of admission; one that is in another platform moves, with one history.',
  on: platformKind,
  may: 'admit',
  exclusive: false,
  target: (input: AdmitIncubatee & { platform: string }) => input.platform,
  async decide(c, { platform: _, incubatee, ...admission }, platform) {
    await c.lock(incubatee);
    const row = (await c.tx.incubatee.findUnique({ where: c.key(incubatee), include: { aggregate: true, platform: true, stays: { orderBy: { from: 'desc' }, take: 1 } } })) ?? c.refuse(notFound, { kind: 'incubatee', id: incubatee });
    const { aggregate } = row;
    const { firm, from, to } = admission;
    const moves = isWithPlatform(aggregate.state);
    if (moves && row.nextPlatformId !== platform.id) c.refuse(notOpenToMove, { firm });
    const last = row.stays[0];
    if (moves && last && from <= (last.until ?? last.from)) c.refuse(movedTooEarly, { on: from, from: last.until ?? last.from });
    const judged = await judgeAdmission(c, platform, row, admission, moves ? 'move' : undefined);
    if (moves) {
      await endStay(c, row, daysAfter(from, -1), 'moved');
      await endLeases(c, row, daysAfter(from, -1), `转入 ${platform.name}`);
      const announced = incubateeMoved({ platform: platform.id, before: row.platformId ?? '', firm, from, to, climb: climb(row.platform?.kind ?? platform.kind, platform.kind) });
      c.move(aggregate, incubateeMachine.take('move', aggregate.state, {}, [announced]));
    } else c.move(aggregate, incubateeMachine.take('admit', aggregate.state, {}, [incubateeAdmitted({ platform: platform.id, firm, from, to })]));
    await takeIn(c, platform, row, admission, judged);
    return { id: incubatee };
  },
});
