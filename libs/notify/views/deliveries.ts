import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, forbidden, notFound, passing, Permissions, type Actor, type PassingQuery } from '#platform';

/** What leaves the system, and what came of it. */
@Injectable()
export class DeliveriesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async list(actor: Actor, { state, skip, limit }: PassingQuery & { state?: string | undefined }) {
    if (!this.permissions.allowsHere(actor, 'audit')) return refuse(forbidden, { kind: 'district', action: 'audit' });
    const { prisma } = this.database;
    const rows = await prisma.delivery.findMany({ where: { districtId: actor.district, ...(state !== undefined && { state }) }, include: { notification: true }, orderBy: [{ tryAt: 'desc' }, { notificationId: 'asc' }], skip, take: limit + 1 });
    const { shown, next } = passing(rows, { skip, limit });
    const events = new Map((await prisma.event.findMany({ where: { districtId: actor.district, id: { in: shown.map(({ notification }) => notification.eventId) } } })).map((event) => [event.id, event]));
    return {
      items: shown.map(({ notificationId, channel, address, attempts, lastError, sentAt, tryAt, state: is, notification: { kind, eventId, createdAt } }) => {
        const event = events.get(eventId);
        return { notification: notificationId, channel, address, kind, state: is, attempts, lastError, createdAt, sentAt, tryAt, about: event ? { kind: event.kind, id: event.aggregateId, project: event.projectId } : null };
      }),
      next,
    };
  }

  /** Lets one that failed be tried again from the beginning. */
  async resend(actor: Actor, notification: string) {
    if (!this.permissions.allowsHere(actor, 'operate')) return refuse(forbidden, { kind: 'district', action: 'operate' });
    const { count } = await this.database.prisma.delivery.updateMany({ where: { districtId: actor.district, notificationId: notification, state: 'failed' }, data: { state: 'waiting', attempts: 0, lastError: null, tryAt: new Date(0) } });
    return count === 0 ? refuse(notFound, { kind: 'delivery', id: notification }) : { notification };
  }
}
