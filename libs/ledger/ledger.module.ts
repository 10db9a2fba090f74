import { Module } from '@nestjs/common';
import { LedgerController } from './http/ledger.controller.js';
import { LedgerView } from './views/ledger.js';

@Module({ controllers: [LedgerController], providers: [LedgerView] })
export class LedgerModule {}
