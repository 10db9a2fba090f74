import { Injectable } from '@nestjs/common';
import { filledIn, refuse } from '#kernel';
import { Clock, Database, notFound, Permissions, type Actor } from '#platform';
import { unknownField } from '../domain/message.js';
import { AUDIENCES, audienceOf, type AudienceName } from '../facts/message-audience.js';
import { MESSAGE_FIELDS, messageFields, unknownFields } from '../facts/message-fields.js';

/** How many messages a preview shows. */
const SHOWN = 5;

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

  /** What the first readers of a message would read, and how many there are; nothing is sent. */
  async preview(actor: Actor, id: string, { to, subject, text }: { readonly to: AudienceName; readonly subject: string; readonly text: string }) {
    const { prisma } = this.database;
    const round = await prisma.round.findFirst({ where: { AND: [this.permissions.where(actor, 'run', 'Round'), { id }] } });
    if (!round) return refuse(notFound, { kind: 'round', id });
    const unknown = unknownFields(`${subject} ${text}`);
    if (unknown.length > 0) return refuse(unknownField, { fields: unknown.join(', '), known: MESSAGE_FIELDS.join(', ') });
    const people = await audienceOf(prisma, actor.district, id, to, this.clock.now());
    const fields = await messageFields(prisma, actor.district, id, people.slice(0, SHOWN));
    return { round: id, people: people.length, messages: people.slice(0, SHOWN).map((person) => ({ person, subject: filledIn(subject, fields[person]!), text: filledIn(text, fields[person]!) })) };
  }
}
