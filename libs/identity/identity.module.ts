import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { DistrictId } from '#kernel';
import { Config, Database, DISTRICT, DoorGuard, Identify, Transactions } from '#platform';
import { AUTH, createAuth } from './auth.js';
import { AuthController } from './http/auth.controller.js';
import { KeysController } from './http/keys.controller.js';
import { PeopleController } from './http/people.controller.js';
import { IdentifyCallers } from './identify-callers.js';
import { People } from './people.js';
import { KeysView } from './views/keys.js';
import { PeopleView } from './views/people.js';

@Global()
@Module({
  controllers: [AuthController, KeysController, PeopleController],
  providers: [
    { provide: AUTH, inject: [Config, Database], useFactory: createAuth },
    { provide: People, inject: [Database, Transactions, DISTRICT], useFactory: (database: Database, transactions: Transactions, district: DistrictId) => new People(database, transactions, district) },
    { provide: Identify, useClass: IdentifyCallers },
    { provide: APP_GUARD, useClass: DoorGuard },
    KeysView,
    PeopleView,
  ],
  exports: [AUTH, People],
})
export class IdentityModule {}
