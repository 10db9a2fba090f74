import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Commands, Does, SignedIn, Year, type Caller } from '#platform';
import { SetHoliday, setHoliday } from '../commands/set-holiday.js';
import { withdrawHoliday } from '../commands/withdraw-holiday.js';
import { HolidaysView } from '../views/holidays.js';

class HolidaysQuery {
  @Year({ optional: true, description: 'This year where it is left out' }) year?: string;
}

/** Days off and days worked, which terms of working days are counted by. */
@ApiTags('rules')
@Controller('holidays')
@SignedIn()
export class HolidaysController {
  constructor(
    private readonly commands: Commands,
    private readonly holidays: HolidaysView,
  ) {}

  @Get()
  list(@By() by: Caller, @Query() { year }: HolidaysQuery) {
    return this.holidays.list(by.actor, year);
  }

  @Post()
  @Does(setHoliday)
  set(@By() by: Caller, @Body() body: SetHoliday) {
    return this.commands.run(setHoliday, by, body);
  }

  @Post(':holiday/withdraw')
  @Does(withdrawHoliday)
  withdraw(@By() by: Caller, @Param('holiday', AnId) holiday: string) {
    return this.commands.run(withdrawHoliday, by, { holiday });
  }
}
