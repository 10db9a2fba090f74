import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, Streams, type Actor } from '#platform';
import { catchError, distinctUntilChanged, EMPTY, exhaustMap, finalize, from, map, shareReplay, timer, type Observable } from 'rxjs';
import { boardOf, type Board } from '../facts/board.js';

/** How often a screen looks, in milliseconds; all screens of a round look together. */
const LOOK = 500;

/** The public scoreboard of a round, and its screen, which follows it. */
@Injectable()
export class BoardsView {
  private readonly screens = new Map<string, Observable<Board | null>>();

  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
  ) {}

  /** The board as it is now; none of a round whose board is off and which has no running order yet. */
  async board(actor: Actor, round: string) {
    return (await this.read(actor.district, round)) ?? refuse(notFound, { kind: 'board', id: round });
  }

  /** The board each time it changes, for as long as someone listens; null of a round that is not there. */
  async screen(actor: Actor, round: string): Promise<Observable<{ data: Board | object }> | null> {
    if ((await boardOf(this.database.prisma, actor.district, round)) === null) return null;
    const key = `${actor.district} ${round}`;
    let screen = this.screens.get(key);
    if (!screen) {
      // A look that fails, as in an outage, is passed over: the next one shows what is there.
      const look = () => from(this.read(actor.district, round)).pipe(catchError(() => EMPTY));
      screen = timer(0, LOOK).pipe(exhaustMap(look), distinctUntilChanged<Board | null>(same), finalize(() => this.screens.delete(key)), shareReplay({ bufferSize: 1, refCount: true }));
      this.screens.set(key, screen);
    }
    return this.streams.untilStop(screen.pipe(map((board) => ({ data: board ?? {} }))));
  }

  private async read(district: string, round: string): Promise<Board | null> {
    const board = await boardOf(this.database.prisma, district, round);
    return board && (board.board !== 'off' || board.lines.some(({ slot }) => slot !== null)) ? board : null;
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
