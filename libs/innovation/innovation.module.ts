import { Module } from '@nestjs/common';
import { FrontPageController } from './http/front-page.controller.js';
import { FunnelController } from './http/funnel.controller.js';
import { FunnelView } from './views/funnel.js';

@Module({ controllers: [FrontPageController, FunnelController], providers: [FunnelView] })
export class InnovationModule {}
