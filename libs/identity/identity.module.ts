import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { DistrictId } from '#kernel';
import { Config, Database, DISTRICT, DoorGuard, Identify, Transactions } from '#platform';
import { AUTH, createAuth } from './auth.js';
import { AuthController } from './http/auth.controller.js';
import { PeopleController } from './http/people.controller.js';
import { IdentifyBySession } from './identify-by-session.js';
import { People } from './people.js';
import { PeopleView } from './views/people.js';

@Global()
@Module({
  controllers: [AuthController, PeopleController],
  providers: [
    { provide: AUTH, inject: [Config, Database], useFactory: createAuth },
    { provide: People, inject: [Database, Transactions, DISTRICT], useFactory: (database: Database, transactions: Transactions, district: DistrictId) => new People(database, transactions, district) },
    { provide: Identify, useClass: IdentifyBySession },
    { provide: APP_GUARD, useClass: DoorGuard },
    PeopleView,
  ],
  exports: [AUTH, People],
})
export class IdentityModule {}
