import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnId, By, Day, PageQuery, Ref, SignedIn, type Caller } from '#platform';
import { LedgerView } from '../views/ledger.js';

class AccountsQuery extends PageQuery {
  @Ref({ optional: true, description: 'Of this thing only: a fund, a pool, a loan, a project …' }) owner?: string;
  @Day({ optional: true, description: 'As they stood at the end of this day' }) day?: string;
}

class TransfersQuery extends PageQuery {
  @Ref({ optional: true, description: 'In and out of this account' }) account?: string;
  @Ref({ optional: true, description: 'About this thing: a holding, a loan, a grant …' }) about?: string;
}

/** The books under all money: every fen has a source and a use. */
@ApiTags('ledger')
@Controller('ledger')
@SignedIn()
export class LedgerController {
  constructor(private readonly ledger: LedgerView) {}

  @Get('accounts')
  accounts(@By() by: Caller, @Query() query: AccountsQuery) {
    return this.ledger.accounts(by.actor, query, query);
  }

  @Get('transfers')
  transfers(@By() by: Caller, @Query() query: TransfersQuery) {
    return this.ledger.transfers(by.actor, query, query);
  }

  @Get('transfers/:transfer')
  transfer(@By() by: Caller, @Param('transfer', AnId) transfer: string) {
    return this.ledger.transfer(by.actor, transfer);
  }
}
