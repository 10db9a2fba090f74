import { Injectable } from '@nestjs/common';
import { refuse, type Payload } from '#kernel';
import { Config, Database, forbidden, notFound, passing, Permissions, type Actor, type PassingQuery } from '#platform';
import { fillIn, payloadFor } from '../domain/notice.js';
import { noBounce } from '../domain/notice-setting.js';
import { readBounce } from '../sending/bounce.js';
import { toldNotices } from '../facts/notice-words.js';

/** As many of a thing’s latest events as its mails are looked for under. */
const MOST_EVENTS = 5000;

/** What leaves the system, and what came of it. */
@Injectable()
export class DeliveriesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly config: Config,
  ) {}

  async list(actor: Actor, { state, about, skip, limit }: PassingQuery & { state?: string | undefined; about?: string | undefined }) {
    if (!this.permissions.allowsHere(actor, 'audit')) return refuse(forbidden, { kind: 'district', action: 'audit' });
    const { prisma } = this.database;
    const of = about === undefined ? undefined : await prisma.event.findMany({ where: { districtId: actor.district, OR: [{ aggregateId: about }, { projectId: about }] }, orderBy: { id: 'desc' }, take: MOST_EVENTS, select: { id: true } });
    const rows = await prisma.delivery.findMany({ where: { districtId: actor.district, ...(state !== undefined && { state }), ...(of && { notification: { eventId: { in: of.map(({ id }) => id) } } }) }, include: { notification: true }, orderBy: [{ tryAt: 'desc' }, { notificationId: 'asc' }], skip, take: limit + 1 });
    const { shown, next } = passing(rows, { skip, limit });
    const events = new Map((await prisma.event.findMany({ where: { districtId: actor.district, id: { in: shown.map(({ notification }) => notification.eventId) } } })).map((event) => [event.id, event]));
    const notices = await toldNotices(prisma, actor.district, [...new Set(shown.map(({ kind }) => kind))]);
    return {
      items: shown.map(({ notificationId, personId, channel, address, attempts, lastError, sentAt, tryAt, state: is, notification: { kind, eventId, createdAt } }) => {
        const [event, notice] = [events.get(eventId), notices.get(kind)];
        const subject = (language: 'zh' | 'en') => (notice && event ? fillIn(notice[language], payloadFor(event.payload as Payload, personId), { zone: this.config.TIME_ZONE }).subject : kind);
        return { notification: notificationId, channel, address, kind, subject: { zh: subject('zh'), en: subject('en') }, state: is, attempts, lastError, createdAt, sentAt, tryAt, about: event ? { kind: event.kind, id: event.aggregateId, project: event.projectId } : null };
      }),
      next,
    };
  }

  /** Marks what came back: the mail, and all that it carried. Returns how many notices it was about. */
  async bounced(actor: Actor, message: unknown) {
    if (!this.permissions.allowsHere(actor, 'operate')) return refuse(forbidden, { kind: 'district', action: 'operate' });
    const bounce = message instanceof Uint8Array ? await readBounce(message) : null;
    if (!bounce) return refuse(noBounce);
    const { id, reason } = bounce;
    const { count } = await this.database.prisma.delivery.updateMany({ where: { districtId: actor.district, channel: 'mail', state: 'sent', OR: [{ notificationId: id }, { carriedBy: id }] }, data: { state: 'bounced', lastError: reason.slice(0, 500) } });
    return { notices: count };
  }

  /** Lets one that failed be tried again from the beginning. */
  async resend(actor: Actor, notification: string) {
    if (!this.permissions.allowsHere(actor, 'operate')) return refuse(forbidden, { kind: 'district', action: 'operate' });
    const { count } = await this.database.prisma.delivery.updateMany({ where: { districtId: actor.district, notificationId: notification, state: { in: ['failed', 'bounced'] } }, data: { state: 'waiting', attempts: 0, lastError: null, tryAt: new Date(0) } });
    return count === 0 ? refuse(notFound, { kind: 'delivery', id: notification }) : { notification };
  }
}
