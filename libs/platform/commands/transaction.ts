import type { EventId, Refusal } from '#kernel';
import type { Clock } from '../clock/clock.js';
import { newId } from '../clock/new-id.js';
import { type Database } from '../database/database.js';
import { Prisma } from '../database/generated/client.js';
import { actorName, type Actor } from './actor.js';
import { Context } from './context.js';
import { crashPoint } from './crash-point.js';
import { recordMove, recordParameters, recordStatement, type RecordedMove } from './record.js';
import { Refused } from './refused.js';

export interface Origin {
  readonly command: string;
  readonly actor: Actor;
  readonly cause?: EventId | null;
  readonly requestId: string | null;
  /** The instant the change counts for; a deadline's own time where one is kept late. */
  readonly at?: Date;
}

/** Another transaction moved an aggregate first; the work is done again on what is true now. */
class VersionMoved extends Error {}

const MOST_TRIES = 5;

/** Runs decisions in transactions that write state, events, audit and deadlines together or not at all. */
export class Transactions {
  private readonly statement: string;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reactionsTo: (event: string) => readonly string[],
    /** Told after a commit that announced something, so that the relay need not wait for its next look. */
    private readonly committed: () => void = () => undefined,
    conditions: ReadonlyMap<string, string> = new Map(),
  ) {
    this.statement = recordStatement(conditions);
  }

  /**
   * Runs `work` and commits what it did; a refusal undoes it all. Lost races and deadlocks are run again.
   * `finish` adds rows of the runner's own to the same transaction.
   */
  async run<A>(
    origin: Origin,
    work: (c: Context) => Promise<A>,
    finish?: (c: Context, value: A, moves: readonly RecordedMove[]) => Promise<void>,
  ): Promise<{ value: A; moves: readonly RecordedMove[] } | Refusal> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.once(origin, work, finish);
      } catch (error) {
        if (error instanceof Refused) return error.refusal;
        if (tries >= MOST_TRIES || !worthAnotherTry(error)) throw error;
      }
    }
  }

  private async once<A>(origin: Origin, work: (c: Context) => Promise<A>, finish?: (c: Context, value: A, moves: readonly RecordedMove[]) => Promise<void>) {
    const at = origin.at ?? this.clock.now();
    const outcome = await this.database.prisma.$transaction(async (tx) => {
      const c = new Context(tx, origin.actor, at);
      const value = await work(c);
      const provenance = { command: origin.command, actor: actorName(origin.actor), cause: origin.cause ?? null, requestId: origin.requestId, at };
      const moves = c.moves.map((move) => recordMove(move, provenance));
      if (moves.length > 0) {
        const rows = await tx.$queryRawUnsafe<{ written: number }[]>(this.statement, recordParameters(moves, origin.requestId, this.reactionsTo));
        if (rows[0]?.written !== moves.length) throw new VersionMoved();
      }
      await writeDeadlines(c, moves);
      await finish?.(c, value, moves);
      crashPoint('command:before-commit');
      return { value, moves };
    });
    crashPoint('command:after-commit');
    if (outcome.moves.some(({ entry }) => entry.events.length > 0)) this.committed();
    return outcome;
  }
}

async function writeDeadlines(c: Context, moves: readonly RecordedMove[]): Promise<void> {
  for (const { aggregate, event } of c.dropped)
    await c.tx.deadline.deleteMany({ where: { districtId: c.district, aggregateId: aggregate, name: event } });
  for (const { aggregate, kind, announcement, at, timeZone } of c.deadlines) {
    const projectId = moves.find((move) => move.after.id === aggregate)?.after.projectId ?? null;
    const row = { at, timeZone, payload: announcement.payload as Prisma.InputJsonObject };
    await c.tx.deadline.upsert({
      where: { districtId_aggregateId_name: { districtId: c.district, aggregateId: aggregate, name: announcement.event } },
      create: { districtId: c.district, id: newId(), aggregateId: aggregate, kind, name: announcement.event, projectId, ...row },
      update: row,
    });
  }
}

/** Deadlocks, serialisation failures and unique keys taken in between: the next try sees what is true then. */
function worthAnotherTry(error: unknown): boolean {
  if (error instanceof VersionMoved) return true;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === 'P2034' || error.code === 'P2002') return true;
  return error.code === 'P2010' && /40001|40P01|23505/.test(JSON.stringify(error.meta));
}
