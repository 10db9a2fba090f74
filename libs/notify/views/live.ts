import { Injectable } from '@nestjs/common';
import { Database, Permissions, Prisma, scopesOf, Streams, type Actor } from '#platform';
import { catchError, EMPTY, exhaustMap, filter, finalize, from, map, share, timer, type Observable } from 'rxjs';

interface Change {
  readonly kind: string;
  readonly project: string | null;
  /** Whose inbox it is, of a notice. */
  readonly person: string | null;
}

interface Row extends Change {
  readonly id: string;
}

/** How often it looks, in milliseconds; all who listen to one process look together. */
const LOOK = 1000;
/** Seconds within which an event that was begun earlier may still be committed after one that was begun later. */
const BACK = 10;
/** Seconds that it may take from an event to the notices of it. */
/** So many events are looked through for notifications: the planner knows by it that they are few. */
const MOST = 2000;
const NOTICES_BACK = 60;
/** What anyone may know to have changed: what these things show in public. */
const PUBLIC = ['call', 'contest', 'round'];

/** Tells whoever has a page open that something on it may have changed: which kinds of things, never what became of them. */
@Injectable()
export class LiveView {
  private readonly changes = new Map<string, Observable<Change[]>>();

  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly streams: Streams,
  ) {}

  of(actor: Actor): Observable<{ data: { kinds: string[] } }> {
    const all = this.permissions.allows(actor, 'run', 'Call', {});
    const teams = new Set<string>(scopesOf(actor, 'team'));
    const concerns = ({ kind, project, person }: Change): boolean =>
      person !== null ? actor.kind === 'person' && actor.id === person : all || PUBLIC.includes(kind) || (project !== null && teams.has(project));
    return this.streams.untilStop(
      this.district(actor.district).pipe(
        map((changes) => [...new Set(changes.filter(concerns).map(({ kind }) => kind))]),
        filter((kinds) => kinds.length > 0),
        map((kinds) => ({ data: { kinds } })),
      ),
    );
  }

  private district(district: string): Observable<Change[]> {
    let changes = this.changes.get(district);
    if (!changes) {
      let seen: ReadonlySet<string> | null = null;
      const look = async () => {
        const rows = await this.recent(district);
        const before = seen;
        seen = new Set(rows.map(({ id }) => id));
        return before === null ? [] : rows.filter(({ id }) => !before.has(id));
      };
      // A look that fails, as in an outage, is passed over.
      changes = timer(0, LOOK).pipe(exhaustMap(() => from(look()).pipe(catchError(() => EMPTY))), finalize(() => this.changes.delete(district)), share());
      this.changes.set(district, changes);
    }
    return changes;
  }

  /** By the time in events' ids, which is the wall's and not the clock's that tests move; `now()` stands still in a statement, so that an index serves. */
  private recent(district: string): Promise<Row[]> {
    const since = (seconds: number) => Prisma.sql`rpad(lpad(to_hex((extract(epoch FROM now() - make_interval(secs => ${seconds})) * 1000)::bigint), 12, '0'), 32, '0')::uuid`;
    return this.database.prisma.$queryRaw<Row[]>`
      WITH telling AS MATERIALIZED (SELECT id FROM event WHERE district_id = ${district}::uuid AND id > ${since(NOTICES_BACK)} ORDER BY id DESC LIMIT ${MOST})
      SELECT id, kind, project_id AS project, NULL::uuid AS person FROM event WHERE district_id = ${district}::uuid AND id > ${since(BACK)}
      UNION ALL SELECT n.id, 'notification', NULL, n.person_id FROM telling JOIN notification n ON n.district_id = ${district}::uuid AND n.event_id = telling.id`;
  }
}
