import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, EVENTS, forbidden, notFound, passing, Permissions, type Actor, type Feature, type PassingQuery } from '#platform';

/** Places outside that get events, and what became of each. */
@Injectable()
export class EndpointsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    @Inject(EVENTS) private readonly events: Feature['events'],
  ) {}

  async list(actor: Actor) {
    if (!this.permissions.allowsHere(actor, 'audit')) return refuse(forbidden, { kind: 'district', action: 'audit' });
    const of = { districtId: actor.district };
    const rows = await this.database.prisma.endpoint.findMany({ where: { ...of, aggregate: { state: { not: 'removed' } } }, include: { aggregate: true }, orderBy: { id: 'asc' } });
    const counts = await this.database.prisma.outgoing.groupBy({ by: ['endpointId', 'state'], where: of, _count: true });
    const counted = (endpoint: string, state: string) => counts.find((one) => one.endpointId === endpoint && one.state === state)?._count ?? 0;
    return { items: rows.map(({ id, name, kind, url, events, failures, restUntil, formerUntil, aggregate }) => ({ id, name, kind, url, events, failures, restUntil, formerUntil, state: aggregate.state, version: aggregate.version, waiting: counted(id, 'waiting'), sent: counted(id, 'sent'), failed: counted(id, 'failed') })) };
  }

  async dispatches(actor: Actor, endpoint: string, { state, skip, limit }: PassingQuery & { state?: string | undefined }) {
    if (!this.permissions.allowsHere(actor, 'audit')) return refuse(forbidden, { kind: 'district', action: 'audit' });
    const { prisma } = this.database;
    const rows = await prisma.outgoing.findMany({ where: { districtId: actor.district, endpointId: endpoint, ...(state !== undefined && { state }) }, orderBy: { eventId: 'desc' }, skip, take: limit + 1 });
    const { shown, next } = passing(rows, { skip, limit });
    const events = new Map((await prisma.event.findMany({ where: { districtId: actor.district, id: { in: shown.map(({ eventId }) => eventId) } } })).map((event) => [event.id, event]));
    return { items: shown.map(({ eventId, state: is, attempts, status, lastError, tryAt, sentAt }) => ({ event: eventId, name: events.get(eventId)?.name ?? '', at: events.get(eventId)?.at ?? null, state: is, attempts, status, lastError, tryAt, sentAt })), next };
  }

  /** Lets one that failed be tried again from the beginning. */
  async resend(actor: Actor, endpoint: string, event: string) {
    if (!this.permissions.allowsHere(actor, 'operate')) return refuse(forbidden, { kind: 'district', action: 'operate' });
    const { count } = await this.database.prisma.outgoing.updateMany({ where: { districtId: actor.district, endpointId: endpoint, eventId: event, state: 'failed' }, data: { state: 'waiting', attempts: 0, lastError: null, tryAt: new Date(0) } });
    return count === 0 ? refuse(notFound, { kind: 'dispatch', id: event }) : { endpoint, event };
  }

  /** All events that there are, with when each happens. */
  catalogue() {
    return { items: [...this.events].map(({ event, when }) => ({ event, when })).sort((a, b) => a.event.localeCompare(b.event)) };
  }
}
