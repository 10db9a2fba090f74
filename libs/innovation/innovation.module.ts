import { Module } from '@nestjs/common';
import { FunnelController } from './http/funnel.controller.js';
import { FunnelView } from './views/funnel.js';

@Module({ controllers: [FunnelController], providers: [FunnelView] })
export class InnovationModule {}
