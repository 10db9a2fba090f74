import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AKey, By, Commands, Does, SignedIn, Text, type Caller } from '#platform';
import { SetNotice, setNotice } from '../commands/set-notice.js';
import { NoticesView } from '../views/notices.js';

class NoticePreview {
  @Text({ min: 1, max: 200 }) zhSubject!: string;
  @Text({ min: 1, max: 5000 }) zhText!: string;
  @Text({ min: 1, max: 200 }) enSubject!: string;
  @Text({ min: 1, max: 5000 }) enText!: string;
}

/** Who hears of what, in which words. */
@ApiTags('notifications')
@Controller('notices')
@SignedIn()
export class NoticesController {
  constructor(
    private readonly commands: Commands,
    private readonly notices: NoticesView,
  ) {}

  @Get()
  list(@By() by: Caller) {
    return this.notices.list(by.actor);
  }

  @Get(':kind')
  one(@By() by: Caller, @Param('kind', AKey) kind: string) {
    return this.notices.one(by.actor, kind);
  }

  @Put(':kind')
  @Does(setNotice)
  set(@By() by: Caller, @Param('kind', AKey) kind: string, @Body() body: SetNotice) {
    return this.commands.run(setNotice, by, { ...body, kind });
  }

  /** How words would read, on the latest records of the kind. */
  @Post(':kind/preview')
  @HttpCode(200)
  preview(@By() by: Caller, @Param('kind', AKey) kind: string, @Body() { zhSubject, zhText, enSubject, enText }: NoticePreview) {
    return this.notices.preview(by.actor, kind, { zh: { subject: zhSubject, text: zhText }, en: { subject: enSubject, text: enText } });
  }
}
