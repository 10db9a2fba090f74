import { declaredIn, type Feature } from '#platform';
import { ledgerPermits } from './domain/permits.js';
import * as postings from './domain/posting.js';
import { LedgerModule } from './ledger.module.js';

export { auditBooks, type BooksReport } from './audit-books.js';
export { balanceOf, balancesOf } from './balances.js';
export { agree, inPot, postedFor } from './book-checks.js';
export { budgetPots, inYuan, keyOf, money, moneyOutside, promise, promiseOutside, type Posting, type Pot } from './domain/posting.js';
export { post } from './post.js';

export const ledger: Feature = { name: 'ledger', module: LedgerModule, ...declaredIn(postings), reactions: [], permits: ledgerPermits };
