import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, Open, PageQuery, SignedIn, type Caller } from '#platform';
import { AnswerYieldObjection, answerYieldObjection } from '../commands/answer-yield-objection.js';
import { EnterYields, enterYields } from '../commands/enter-yields.js';
import { ObjectToYield, objectToYield } from '../commands/object-to-yield.js';
import { OpenYieldReview, openYieldReview } from '../commands/open-yield-review.js';
import { PublishYields, publishYields } from '../commands/publish-yields.js';
import { settleYields } from '../commands/settle-yields.js';
import { YieldReviewsView } from '../views/yield-reviews.js';

/** Firms graded by what they yield from their land. */
@ApiTags('yield-reviews')
@Controller()
@SignedIn()
export class YieldReviewsController {
  constructor(
    private readonly commands: Commands,
    private readonly reviews: YieldReviewsView,
  ) {}

  @Post('yield-reviews')
  @Does(openYieldReview)
  openReview(@By() by: Caller, @Body() body: OpenYieldReview) {
    return this.commands.run(openYieldReview, by, body);
  }

  @Open()
  @Get('yield-reviews')
  list(@By() by: Caller, @Query() query: PageQuery) {
    return this.reviews.list(by.actor, query);
  }

  @Open()
  @Get('yield-reviews/:review')
  one(@By() by: Caller, @Param('review', AnId) review: string) {
    return this.reviews.one(by.actor, review);
  }

  @Post('yield-reviews/:review/firms')
  @Does(enterYields)
  enter(@By() by: Caller, @Param('review', AnId) review: string, @Body() body: EnterYields) {
    return this.commands.run(enterYields, by, { ...body, review });
  }

  @Post('yield-reviews/:review/publish')
  @Does(publishYields)
  publish(@By() by: Caller, @Param('review', AnId) review: string, @Body() body: PublishYields) {
    return this.commands.run(publishYields, by, { ...body, review });
  }

  @Post('yield-reviews/:review/objections')
  @Does(objectToYield)
  object(@By() by: Caller, @Param('review', AnId) review: string, @Body() body: ObjectToYield) {
    return this.commands.run(objectToYield, by, { ...body, review });
  }

  @Post('yield-reviews/:review/answers')
  @Does(answerYieldObjection)
  answer(@By() by: Caller, @Param('review', AnId) review: string, @Body() body: AnswerYieldObjection) {
    return this.commands.run(answerYieldObjection, by, { ...body, review });
  }

  @Post('yield-reviews/:review/settle')
  @Does(settleYields)
  settle(@By() by: Caller, @Param('review', AnId) review: string) {
    return this.commands.run(settleYields, by, { review });
  }
}
