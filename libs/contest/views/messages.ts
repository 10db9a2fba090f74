import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Clock, Database, notFound, Permissions, type Actor } from '#platform';
import { AUDIENCES, audienceOf } from '../facts/message-audience.js';

/** What the office wrote to many, and whom it could write to now. */
@Injectable()
export class MessagesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, id: string) {
    const { prisma } = this.database;
    const round = await prisma.round.findFirst({ where: { AND: [this.permissions.where(actor, 'run', 'Round'), { id }] }, include: { messages: { orderBy: { id: 'asc' } } } });
    if (!round) return refuse(notFound, { kind: 'round', id });
    const audiences = await Promise.all(AUDIENCES.map(async (audience) => [audience, (await audienceOf(prisma, actor.district, id, audience, this.clock.now())).length] as const));
    return { round: id, audiences: Object.fromEntries(audiences), messages: round.messages.map(({ id: message, audience, subject, text, sentBy, sentTo, at }) => ({ id: message, to: audience, subject, text, sentBy, sentTo, at })) };
  }
}
