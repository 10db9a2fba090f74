import { Module } from '@nestjs/common';
import { HolidaysController } from './http/holidays.controller.js';
import { RulesController } from './http/rules.controller.js';
import { HolidaysView } from './views/holidays.js';
import { RulesView } from './views/rules.js';

@Module({ controllers: [HolidaysController, RulesController], providers: [HolidaysView, RulesView] })
export class RulebookModule {}
