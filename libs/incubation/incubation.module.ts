import { Module } from '@nestjs/common';
import { FundsController } from './http/funds.controller.js';
import { IncubationController } from './http/incubation.controller.js';
import { IncubationView } from './views/incubation.js';

@Module({ controllers: [IncubationController, FundsController], providers: [IncubationView] })
export class IncubationModule {}
