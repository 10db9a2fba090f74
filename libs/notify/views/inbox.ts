import { englishNames, inEnglish } from '#contest';
import type { Payload } from '#kernel';
import { Config, Database, Links, type Actor, type Language, type PageQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { addressOf } from '../address-of.js';
import { fillIn, payloadFor } from '../domain/notice.js';
import { toldNotices } from '../facts/notice-words.js';

/** What a person was told, the newest first. */
@Injectable()
export class Inbox {
  constructor(
    private readonly database: Database,
    private readonly links: Links,
    private readonly config: Config,
  ) {}

  async of(actor: Actor, { after, limit }: PageQuery, language: Language) {
    if (actor.kind !== 'person') return { items: [], next: null };
    const { prisma } = this.database;
    const rows = await prisma.notification.findMany({
      where: { districtId: actor.district, personId: actor.id },
      include: { deliveries: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      ...(after !== undefined && { cursor: { districtId_id: { districtId: actor.district, id: after } }, skip: 1 }),
    });
    const shown = rows.slice(0, limit);
    const events = new Map((await prisma.event.findMany({ where: { districtId: actor.district, id: { in: shown.map(({ eventId }) => eventId) } } })).map((event) => [event.id, event]));
    const notices = await toldNotices(prisma, actor.district, [...new Set(shown.map(({ kind }) => kind))]);
    const english = language === 'en' ? await englishNames(prisma, actor.district) : new Map<string, string>();
    const items = shown.map(({ id, kind, eventId, createdAt, readAt, deliveries }) => {
      const event = events.get(eventId);
      const notice = notices.get(kind);
      const words = notice && event ? fillIn(notice[language], payloadFor(inEnglish(event.payload as Payload, english), actor.id), { zone: this.config.TIME_ZONE, link: notice.link?.inApp ? addressOf(notice, event.aggregateId, event.payload as Payload, this.links, this.config.baseUrl) : '' }) : { subject: kind, text: '' };
      return { id, kind, ...words, about: event && { kind: event.kind, id: event.aggregateId, project: event.projectId }, createdAt, readAt, mail: deliveries.find(({ channel }) => channel === 'mail')?.state ?? null };
    });
    return { items, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }

  async markRead(actor: Actor, id: string, at: Date): Promise<{ read: boolean }> {
    if (actor.kind !== 'person') return { read: false };
    const { count } = await this.database.prisma.notification.updateMany({ where: { districtId: actor.district, personId: actor.id, id, readAt: null }, data: { readAt: at } });
    return { read: count === 1 };
  }
}
