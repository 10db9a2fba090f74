import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, Commands, Does, Open, SignedIn, type Caller } from '#platform';
import { TranslateNames, translateNames } from '../commands/translate-names.js';
import { NamesView } from '../views/names.js';

@ApiTags('contests')
@Controller('names')
@SignedIn()
export class NamesController {
  constructor(
    private readonly commands: Commands,
    private readonly names: NamesView,
  ) {}

  /** What names of contests, rounds, criteria and prizes are called in English; those without an entry are told as they are. */
  @Open()
  @Get()
  english(@By() by: Caller) {
    return this.names.english(by.actor);
  }

  /** Every name in use, edition by edition, with its English or none. */
  @Get('in-use')
  used(@By() by: Caller) {
    return this.names.used(by.actor);
  }

  @Put()
  @Does(translateNames)
  translate(@By() by: Caller, @Body() body: TranslateNames) {
    return this.commands.run(translateNames, by, body);
  }
}
