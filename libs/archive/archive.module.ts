import { Module } from '@nestjs/common';
import { BackupsController } from './http/backups.controller.js';
import { OwnDataController } from './http/own-data.controller.js';
import { Nightly } from './nightly.js';
import { BackupsView } from './views/backups.js';
import { OwnDataView } from './views/own-data.js';

@Module({ controllers: [BackupsController, OwnDataController], providers: [BackupsView, Nightly, OwnDataView] })
export class ArchiveModule {}
