import { Module } from '@nestjs/common';
import { EnvoysController } from './http/envoys.controller.js';
import { InstitutesController } from './http/institutes.controller.js';
import { TechnicalProblemsController } from './http/technical-problems.controller.js';
import { SolversController } from './http/solvers.controller.js';
import { TechnologyController } from './http/technology.controller.js';
import { EnvoysView } from './views/envoys.js';
import { ProblemsView } from './views/problems.js';
import { ServiceFiguresView } from './views/service-figures.js';
import { SolversView } from './views/solvers.js';
import { TechnologyView } from './views/technology.js';

@Module({ controllers: [TechnicalProblemsController, SolversController, InstitutesController, TechnologyController, EnvoysController], providers: [EnvoysView, ProblemsView, ServiceFiguresView, SolversView, TechnologyView] })
export class ExpertiseModule {}
