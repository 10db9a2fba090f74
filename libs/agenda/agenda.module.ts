import { Module } from '@nestjs/common';
import { AgendaController } from './http/agenda.controller.js';
import { AgendaView } from './views/agenda.js';

/** AGENDAS is provided where the features are put together. */
@Module({ controllers: [AgendaController], providers: [AgendaView] })
export class AgendaModule {}
