import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, Permissions, scopesOf, type Actor } from '#platform';

/** Objections to results, to each as much as concerns him. */
@Injectable()
export class ObjectionsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** The office and who filed it see all of an objection; the team that it is about reads what it says, never who says it. */
  async of(actor: Actor, call: string) {
    const { prisma } = this.database;
    if ((await prisma.call.count({ where: { AND: [this.permissions.where(actor, 'read', 'Call'), { id: call }] } })) === 0) return refuse(notFound, { kind: 'call', id: call });
    const include = { aggregate: true, entry: true };
    const own = await prisma.objection.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Objection'), { callId: call }] }, include, orderBy: { id: 'asc' } });
    const known = own.map(({ id }) => id);
    const about = await prisma.objection.findMany({ where: { districtId: actor.district, callId: call, id: { notIn: known }, entry: { is: { projectId: { in: scopesOf(actor, 'team') } } } }, include, orderBy: { id: 'asc' } });
    const shown = ({ id, entry, text, filedAt, answerBy, answer, answeredAt, version, aggregate }: (typeof own)[number]) => ({ id, entry: entry?.id ?? null, title: entry?.title ?? null, text, filedAt, answerBy, answer, answeredAt, about: version, state: aggregate.state });
    return { items: [...own.map((row) => ({ ...shown(row), name: row.name, contact: row.contact, person: row.personId })), ...about.map(shown)] };
  }
}
