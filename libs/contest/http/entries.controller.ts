import { Body, Controller, Get, Header, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isRefusal } from '#kernel';
import { AnId, By, Choice, Commands, Config, Does, Open, PageQuery, Ref, Refused, SignedIn, Text, type Caller } from '#platform';
import type { FastifyReply } from 'fastify';
import { AnswerReviews, answerReviews } from '../commands/answer-reviews.js';
import { CarryOverEntry, carryOverEntry } from '../commands/carry-over-entry.js';
import { ChangeEntry, changeEntry } from '../commands/change-entry.js';
import { DraftEntry, draftEntry } from '../commands/draft-entry.js';
import { SubmitEntry, submitEntry } from '../commands/submit-entry.js';
import { withdrawEntry } from '../commands/withdraw-entry.js';
import { entryMachine } from '../domain/entry.js';
import { receiptPdf } from '../files/receipt-pdf.js';
import { FeedbackView } from '../views/feedback.js';
import { EntriesView } from '../views/entries.js';

class EntriesQuery extends PageQuery {
  @Ref({ optional: true }) call?: string;
  @Choice(Object.keys(entryMachine.states), { optional: true }) state?: string;
}

class RevisionsQuery {
  @Text({ max: 60, optional: true }) field?: string;
}

@ApiTags('entries')
@Controller()
@SignedIn()
export class EntriesController {
  constructor(
    private readonly commands: Commands,
    private readonly entries: EntriesView,
    private readonly feedback: FeedbackView,
    private readonly config: Config,
  ) {}

  @Post('calls/:call/entries')
  @Does(draftEntry)
  draft(@By() by: Caller, @Param('call', AnId) call: string, @Body() body: DraftEntry) {
    return this.commands.run(draftEntry, by, { ...body, call });
  }

  @Get('entries')
  list(@By() by: Caller, @Query() query: EntriesQuery) {
    return this.entries.list(by.actor, query, query);
  }

  @Get('entries/:entry')
  entry(@By() by: Caller, @Param('entry', AnId) entry: string) {
    return this.entries.entry(by.actor, entry);
  }

  /** Where the entry stands, what comes next and when. */
  @Get('entries/:entry/standing')
  standing(@By() by: Caller, @Param('entry', AnId) entry: string) {
    return this.entries.standing(by.actor, entry);
  }

  @Get('entries/:entry/revisions')
  revisions(@By() by: Caller, @Param('entry', AnId) entry: string, @Query() { field }: RevisionsQuery) {
    return this.entries.revisions(by.actor, entry, field);
  }

  @Get('entries/:entry/submissions')
  submissions(@By() by: Caller, @Param('entry', AnId) entry: string) {
    return this.entries.submissions(by.actor, entry);
  }

  @Patch('entries/:entry')
  @Does(changeEntry)
  change(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() body: ChangeEntry) {
    return this.commands.run(changeEntry, by, { ...body, entry });
  }

  @Post('entries/:entry/submit')
  @Does(submitEntry)
  submit(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() body: SubmitEntry) {
    return this.commands.run(submitEntry, by, { ...body, entry });
  }

  @Post('entries/:entry/withdraw')
  @Does(withdrawEntry)
  withdraw(@By() by: Caller, @Param('entry', AnId) entry: string) {
    return this.commands.run(withdrawEntry, by, { entry });
  }

  @Post('entries/:entry/carry-over')
  @Does(carryOverEntry)
  carryOver(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() body: CarryOverEntry) {
    return this.commands.run(carryOverEntry, by, { ...body, entry });
  }

  @Get('entries/:entry/receipt')
  receipt(@By() by: Caller, @Param('entry', AnId) entry: string) {
    return this.entries.receipt(by.actor, entry);
  }

  /** The receipt to print, with a code that leads back here and the signed receipt attached inside. */
  @Get('entries/:entry/receipt.pdf')
  @Header('content-type', 'application/pdf')
  async receiptPdf(@By() by: Caller, @Param('entry', AnId) entry: string, @Res() reply: FastifyReply): Promise<void> {
    const signed = await this.entries.receipt(by.actor, entry);
    if (isRefusal(signed)) throw new Refused(signed);
    void reply.header('content-disposition', `attachment; filename="receipt-${signed.receipt.entry}-${signed.receipt.number}.pdf"`);
    await reply.send(await receiptPdf(signed, this.config.baseUrl));
  }

  /** Whether a receipt with this hash was given here; what the code on a printed receipt opens. */
  @Open()
  @Get('receipts/:hash')
  receiptKnown(@By() by: Caller, @Param('hash') hash: string) {
    return this.entries.receiptKnown(by.actor.district, hash);
  }

  /** Scores, places and comments of an entry, as far as they are told. */
  @Get('entries/:entry/feedback')
  told(@By() by: Caller, @Param('entry', AnId) entry: string) {
    return this.feedback.of(by.actor, entry);
  }

  @Post('entries/:entry/answers-to-reviews')
  @Does(answerReviews)
  answerReviews(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() body: AnswerReviews) {
    return this.commands.run(answerReviews, by, { ...body, entry });
  }
}
