import { Module } from '@nestjs/common';
import { EndpointsController } from './http/endpoints.controller.js';
import { Dispatcher } from './sending/dispatcher.js';
import { EndpointsView } from './views/endpoints.js';

@Module({ controllers: [EndpointsController], providers: [Dispatcher, EndpointsView] })
export class EndpointsModule {}
