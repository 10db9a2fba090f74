import { Module } from '@nestjs/common';
import { ProjectsController } from './http/projects.controller.js';
import { HistoryView } from './views/history.js';
import { ProjectsView } from './views/projects.js';

/** CHAPTERS is provided where the features are put together. */
@Module({ controllers: [ProjectsController], providers: [HistoryView, ProjectsView] })
export class ProjectModule {}
