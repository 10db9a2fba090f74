import { Module } from '@nestjs/common';
import { FirmImportsController } from './http/firm-imports.controller.js';
import { FirmsController } from './http/firms.controller.js';
import { FunnelController } from './http/funnel.controller.js';
import { FiguresController } from './http/figures.controller.js';
import { ReportController } from './http/report.controller.js';
import { SimulationsController } from './http/simulations.controller.js';
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
import { RecordsView } from './views/records.js';
import { ReportView } from './views/report.js';
import { MeritsView } from './views/merits.js';
import { IssuedReportsView } from './views/issued-reports.js';
import { SimulationsView } from './views/simulations.js';
import { QualificationsView } from './views/qualifications.js';

@Module({ controllers: [FunnelController, FirmsController, QualificationsController, FirmImportsController, PoliciesController, PlansController, FiguresController, ReportController, SimulationsController], providers: [FunnelView, DurationsView, FirmsView, QualificationsView, PointsView, FirmImportsView, PoliciesView, PlansView, FiguresView, RecordsView, ReportView, MeritsView, IssuedReportsView, SimulationsView] })
export class InnovationModule {}
