import { Module } from '@nestjs/common';
import { FirmImportsController } from './http/firm-imports.controller.js';
import { FirmsController } from './http/firms.controller.js';
import { FunnelController } from './http/funnel.controller.js';
import { PlansController } from './http/plans.controller.js';
import { PoliciesController } from './http/policies.controller.js';
import { QualificationsController } from './http/qualifications.controller.js';
import { DurationsView } from './views/durations.js';
import { FirmImportsView } from './views/firm-imports.js';
import { FirmsView } from './views/firms.js';
import { FunnelView } from './views/funnel.js';
import { FiguresView } from './views/figures.js';
import { PlansView } from './views/plans.js';
import { PoliciesView } from './views/policies.js';
import { PointsView } from './views/points.js';
import { QualificationsView } from './views/qualifications.js';

@Module({ controllers: [FunnelController, FirmsController, QualificationsController, FirmImportsController, PoliciesController, PlansController], providers: [FunnelView, DurationsView, FirmsView, QualificationsView, PointsView, FirmImportsView, PoliciesView, PlansView, FiguresView] })
export class InnovationModule {}
