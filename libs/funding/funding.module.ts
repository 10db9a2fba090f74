import { Module } from '@nestjs/common';
import { CreditController } from './http/credit.controller.js';
import { FundsController } from './http/funds.controller.js';
import { SchemesController } from './http/schemes.controller.js';
import { SubsidiesController } from './http/subsidies.controller.js';
import { CreditView } from './views/credit.js';
import { DealsView } from './views/deals.js';
import { FundsView } from './views/funds.js';
import { SchemesView } from './views/schemes.js';

@Module({ controllers: [FundsController, CreditController, SchemesController, SubsidiesController], providers: [CreditView, DealsView, FundsView, SchemesView] })
export class FundingModule {}
