import { Module } from '@nestjs/common';
import { ProjectsController } from './http/projects.controller.js';
import { TeamsController } from './http/teams.controller.js';
import { HistoryView } from './views/history.js';
import { ProjectsView } from './views/projects.js';
import { TeamView } from './views/team.js';

/** CHAPTERS is provided where the features are put together. */
@Module({ controllers: [ProjectsController, TeamsController], providers: [HistoryView, ProjectsView, TeamView] })
export class ProjectModule {}
