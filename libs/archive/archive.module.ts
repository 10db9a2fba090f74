import { Module } from '@nestjs/common';
import { BackupsController } from './http/backups.controller.js';
import { Nightly } from './nightly.js';
import { BackupsView } from './views/backups.js';

@Module({ controllers: [BackupsController], providers: [BackupsView, Nightly] })
export class ArchiveModule {}
