import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, Permissions, recusedOf, type Actor } from '#platform';
import { conflictsAmong } from '../facts/conflict-facts.js';

/** A panel's meeting as it goes on. */
@Injectable()
export class MeetingsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /**
   * The agenda and where it stands. The office sees who is out of the room for what; a member sees the entries that he is
   * in no conflict with, and of the others only that he is out.
   */
  async meeting(actor: Actor, id: string) {
    const { prisma } = this.database;
    const row = await prisma.meeting.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Meeting'), { id }] }, include: { aggregate: true, agenda: { orderBy: { position: 'asc' } }, round: { include: { call: true } } } });
    if (!row) return refuse(notFound, { kind: 'meeting', id });
    const entries = await prisma.entry.findMany({ where: { districtId: actor.district, id: { in: row.agenda.map(({ entryId }) => entryId) } }, include: { standings: { where: { roundId: row.roundId } } } });
    const about = new Map(entries.map((entry) => [entry.id, entry]));
    const office = this.permissions.allows(actor, 'run', 'Meeting', row);
    const between = await conflictsAmong(prisma, actor.district, row.round.callId, { entries: entries.map((entry) => entry.id), people: row.members });
    const near = new Set(entries.filter(({ projectId }) => recusedOf(actor).includes(projectId)).map((entry) => entry.id));
    const isOut = (entry: string) => near.has(entry) || (actor.kind === 'person' && (between(entry, actor.id) ?? []).length > 0);
    const titleOf = (entry: string) => {
      const { title, redactions } = about.get(entry)!;
      return office || !row.round.call.blind ? title : ((redactions as Record<string, string>)['title'] ?? title);
    };
    return {
      ...{ id, round: row.roundId, name: row.name, state: row.aggregate.state, version: row.aggregate.version, members: row.members.length, current: row.current !== null && !isOut(row.current) ? row.current : null },
      ...(row.current !== null && isOut(row.current) && { outOfTheRoom: true }),
      agenda: row.agenda.map(({ entryId: entry, position, decision, note, decidedAt }) =>
        isOut(entry)
          ? { position, outOfTheRoom: true }
          : { position, entry, title: titleOf(entry), decision, note, decidedAt, score: about.get(entry)!.standings[0]?.total?.toString() ?? null, rank: about.get(entry)!.standings[0]?.rank ?? null, ...(office && { out: row.members.filter((member) => (between(entry, member) ?? []).length > 0) }) },
      ),
    };
  }
}
