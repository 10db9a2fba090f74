import { Injectable } from '@nestjs/common';
import { refuse, type Payload } from '#kernel';
import { Database, notFound, Permissions, recusedOf, scopesOf, Streams, type Actor } from '#platform';
import { concatMap, from, map, timer, type Observable } from 'rxjs';
import { FEED, projected, type Reader } from '../domain/feed.js';

/** An event as a partner reads it; one may come twice, with the same id. */
export interface FeedEvent {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly of: string;
  readonly at: Date;
  readonly payload: Payload;
}

interface Row extends FeedEvent {
  readonly settled: boolean;
}

const LOOK = 500;
const PAGE = 500;
/** Seconds that a transaction may take: until then one that began earlier may still add events before the last ones. */
const SETTLES = 60;
/** Below every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What happens in a contest, as a feed that can be taken up again where it broke off: one projection for each kind of reader. */
@Injectable()
export class FeedView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly streams: Streams,
  ) {}

  /** Events after `after`, the earliest first. `next` is where to go on: events of the last minute come again until they are settled. */
  async page(actor: Actor, contest: string, after: string = FIRST) {
    if (!(await this.exists(actor, contest))) return refuse(notFound, { kind: 'contest', id: contest });
    const rows = await this.read(actor, contest, after, []);
    const settled = rows.findLast((row) => row.settled);
    return { items: rows.map(eventOf), next: settled?.id ?? after };
  }

  /** The feed for as long as someone listens, from where he broke off (`Last-Event-ID`), or from the beginning. */
  async stream(actor: Actor, contest: string, after: string = FIRST): Promise<Observable<{ id: string; type: string; data: FeedEvent }> | null> {
    if (!(await this.exists(actor, contest))) return null;
    let cursor = after;
    let sent: string[] = [];
    const look = async () => {
      const rows = await this.read(actor, contest, cursor, sent).catch((): Row[] => []);
      sent = [...sent, ...rows.map(({ id }) => id)];
      const settled = rows.findLast((row) => row.settled);
      if (settled) [cursor, sent] = [settled.id, sent.filter((id) => id > settled.id)];
      return rows.map(eventOf);
    };
    return this.streams.untilStop(timer(0, LOOK).pipe(concatMap(look), concatMap((events) => from(events)), map((event) => ({ id: event.id, type: event.name, data: event }))));
  }

  private async exists(actor: Actor, contest: string): Promise<boolean> {
    return (await this.database.prisma.contest.count({ where: { AND: [this.permissions.where(actor, 'read', 'Contest'), { id: contest }] } })) > 0;
  }

  private async read(actor: Actor, contest: string, after: string, sent: readonly string[]): Promise<Row[]> {
    const reader = this.readerOf(actor);
    const { contest: names, own } = FEED[reader];
    const person = actor.kind === 'person' ? actor.id : FIRST;
    const rows = await this.database.prisma.$queryRaw<Row[]>`
      WITH calls AS (SELECT id FROM call WHERE district_id = ${actor.district}::uuid AND contest_id = ${contest}::uuid),
      rounds AS (SELECT r.id FROM round r JOIN calls ON calls.id = r.call_id WHERE r.district_id = ${actor.district}::uuid),
      own_things AS (
        SELECT e.id FROM entry e JOIN calls ON calls.id = e.call_id WHERE e.district_id = ${actor.district}::uuid AND (${reader} = 'office' AND e.project_id <> ALL(${recusedOf(actor)}::uuid[]) OR ${reader} = 'team' AND e.project_id = ANY(${scopesOf(actor, 'team')}::uuid[]))
        UNION ALL SELECT s.id FROM score_sheet s JOIN rounds ON rounds.id = s.round_id JOIN entry e ON e.district_id = s.district_id AND e.id = s.entry_id
          WHERE s.district_id = ${actor.district}::uuid AND (${reader} = 'office' AND e.project_id <> ALL(${recusedOf(actor)}::uuid[]) OR ${reader} = 'judge' AND s.judge_id = ${person}::uuid))
      SELECT e.id, e.name, e.kind, e.aggregate_id AS of, e.at, e.payload,
        to_timestamp(('x' || lpad(replace(left(e.id::text, 13), '-', ''), 16, '0'))::bit(64)::bigint / 1000.0) < clock_timestamp() - make_interval(secs => ${SETTLES}) AS settled
      FROM event e WHERE e.district_id = ${actor.district}::uuid AND e.id > ${after}::uuid AND e.id <> ALL(${[...sent]}::uuid[]) AND (
        (e.aggregate_id IN (SELECT ${contest}::uuid UNION ALL SELECT id FROM calls UNION ALL SELECT id FROM rounds) AND (${names === null} OR e.name = ANY(${[...(names ?? [])]}::text[])))
        OR (e.aggregate_id IN (SELECT id FROM own_things) AND (${own === null} OR e.name = ANY(${[...(own ?? [])]}::text[]))))
      ORDER BY e.id LIMIT ${PAGE}`;
    return rows.map((row) => ({ ...row, payload: projected(reader, row.payload) }));
  }

  private readerOf(actor: Actor): Reader {
    if (actor.kind !== 'person') return 'public';
    // Someone of the office who is too near to an entry reads as the public does: rounds tell of all entries.
    if (this.permissions.allows(actor, 'run', 'Call', {}) && recusedOf(actor).length === 0) return 'office';
    if (scopesOf(actor, 'judge').length > 0) return 'judge';
    return scopesOf(actor, 'team').length > 0 ? 'team' : 'public';
  }
}

const eventOf = ({ settled: _, ...event }: Row): FeedEvent => event;
