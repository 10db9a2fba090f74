import { Body, Controller, Get, Param, Post, Req, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { refuse } from '#kernel';
import { AnId, By, Commands, Does, Links, notFound, Open, Refused, SignedIn, type Caller } from '#platform';
import type { FastifyRequest } from 'fastify';
import { CastVote, castVote } from '../commands/cast-vote.js';
import { drawOrder } from '../commands/draw-order.js';
import { MoveOnPitch, moveOnPitch } from '../commands/move-on-pitch.js';
import { SetBoard, setBoard } from '../commands/set-board.js';
import { SetTimer, setTimer } from '../commands/set-timer.js';
import { SettleVotes, settleVotes } from '../commands/settle-votes.js';
import { TimePitches, timePitches } from '../commands/time-pitches.js';
import { unveilPlace } from '../commands/unveil-place.js';
import { BoardsView } from '../views/boards.js';
import { VotesView } from '../views/votes.js';

/** The day itself: running order, timers, the public screen, and the public's votes. */
@ApiTags('pitch-day')
@Controller()
@SignedIn()
export class PitchDayController {
  constructor(
    private readonly commands: Commands,
    private readonly boards: BoardsView,
    private readonly votes: VotesView,
    private readonly links: Links,
  ) {}

  @Post('rounds/:round/draw-order')
  @Does(drawOrder)
  draw(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.commands.run(drawOrder, by, { round });
  }

  @Post('rounds/:round/pitch-times')
  @Does(timePitches)
  timePitches(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: TimePitches) {
    return this.commands.run(timePitches, by, { ...body, round });
  }

  @Post('rounds/:round/pitch')
  @Does(moveOnPitch)
  moveOn(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: MoveOnPitch) {
    return this.commands.run(moveOnPitch, by, { ...body, round });
  }

  @Post('rounds/:round/timer')
  @Does(setTimer)
  timer(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: SetTimer) {
    return this.commands.run(setTimer, by, { ...body, round });
  }

  @Post('rounds/:round/board')
  @Does(setBoard)
  show(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: SetBoard) {
    return this.commands.run(setBoard, by, { ...body, round });
  }

  @Post('rounds/:round/unveil')
  @Does(unveilPlace)
  unveil(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.commands.run(unveilPlace, by, { round });
  }

  /** The public scoreboard: running order, who pitches, scores as far as they are shown. */
  @Open()
  @Get('rounds/:round/board')
  board(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.boards.board(by.actor, round);
  }

  /** The scoreboard for a screen: sent anew each time it changes (server-sent events). */
  @Open()
  @Sse('rounds/:round/screen')
  async screen(@By() by: Caller, @Param('round', AnId) round: string) {
    return (await this.boards.screen(by.actor, round)) ?? none('board', round);
  }

  /** What the public may vote for, and its commitment to the lot. */
  @Open()
  @Get('rounds/:round/ballot')
  ballot(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.votes.ballot(by.actor, round);
  }

  @Post('rounds/:round/votes')
  @Does(castVote)
  vote(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: CastVote, @Req() request: FastifyRequest) {
    return this.commands.run(castVote, by, { ...body, round, network: this.links.token('network', networkOf(request.ip)).split('.').at(-1)! });
  }

  /** Votes as the office sees them: counts, and those that are held, by network. */
  @Get('rounds/:round/votes')
  counted(@By() by: Caller, @Param('round', AnId) round: string) {
    return this.votes.votes(by.actor, round);
  }

  @Post('rounds/:round/votes/settle')
  @Does(settleVotes)
  settle(@By() by: Caller, @Param('round', AnId) round: string, @Body() body: SettleVotes) {
    return this.commands.run(settleVotes, by, { ...body, round });
  }
}

/** A stream begins or is refused: nothing else can be told once it has begun. @throws Refused */
const none = (kind: string, id: string): never => {
  throw new Refused(refuse(notFound, { kind, id }));
};

/** The network an address belongs to: of IPv4 the address itself, of IPv6 the half that a household shares. */
const networkOf = (ip: string): string => (ip.includes(':') && !ip.startsWith('::ffff:') ? ip.split(':').slice(0, 4).join(':') : ip);
