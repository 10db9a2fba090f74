import { Module } from '@nestjs/common';
import { DealFiguresController } from './http/deal-figures.controller.js';
import { DealPapersController } from './http/deal-papers.controller.js';
import { DealsController } from './http/deals.controller.js';
import { ParksController } from './http/parks.controller.js';
import { YieldReviewsController } from './http/yield-reviews.controller.js';
import { DealPapersView } from './views/deal-papers.js';
import { CommitmentsView } from './views/commitments.js';
import { LandingDealsView } from './views/deals.js';
import { ParksView } from './views/parks.js';
import { SiteFitsView } from './views/site-fits.js';
import { YieldReviewsView } from './views/yield-reviews.js';

@Module({ controllers: [ParksController, DealFiguresController, DealsController, DealPapersController, YieldReviewsController], providers: [CommitmentsView, SiteFitsView, LandingDealsView, DealPapersView, ParksView, YieldReviewsView] })
export class LandingModule {}
