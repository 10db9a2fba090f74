import { Module } from '@nestjs/common';
import { LandingController } from './http/landing.controller.js';
import { LandingView } from './views/landing.js';

@Module({ controllers: [LandingController], providers: [LandingView] })
export class LandingModule {}
