import { daysAfter, inForceOn, yuan, type RuleTable, type TableBody, type Versioned } from '#kernel';

/** How a technology contract is registered: a figure of 0 means that the text gives none. */
export interface RegistrationTable extends TableBody {
  readonly rows: readonly {
    readonly key: 'registration';
    readonly zh: string;
    readonly en: string;
    /** Days after signing within which the seller registers. */
    readonly days: number;
    /** Fen from which experts look at it. */
    readonly expertsFrom: number;
  }[];
}

const table = (version: string, inForceFrom: string, source: string, certainty: RuleTable['certainty'], days: number, expertsFrom: number): RuleTable<RegistrationTable> => ({
  ...{ key: 'technology-contract-registration', version, inForceFrom, source, certainty },
  root: {
    zh: '技术合同认定登记',
    en: 'Registration of technology contracts',
    columns: [ { name: 'days', zh: '签订后几日内登记（0 为未规定）', en: 'days after signing to register (0: none given)', unit: 'days' }, { name: 'expertsFrom', zh: '专家评审起点（0 为未规定）', en: 'experts look at it from (0: none given)', unit: 'fen' } ],
    rows: [{ key: 'registration', zh: '登记', en: 'registration', days, expertsFrom }],
  },
});

export const REGISTRATION: readonly RuleTable<RegistrationTable>[] = [
  table('2000', '2000-02-16', '技术合同认定登记管理办法（2000）及规则（2001）', 'two-copies', 30, 0),
  // Issued 2026-01-23; only its draft was seen, so what it says is an example until the text is entered.
  table('2026', '2026-03-01', '技术合同认定登记管理办法（2026，依征求意见稿）', 'example', 0, yuan(5_000_000)),
];

/** What holds for the registration of a contract signed on a day. */
export function registrationOf(tables: readonly Versioned<RegistrationTable>[], signedOn: string, amount: bigint) {
  const { root, version, source, certainty } = inForceOn(tables, signedOn) ?? tables[0]!;
  const { days, expertsFrom } = root.rows[0]!;
  return { version, source, certainty, registerBy: days === 0 ? null : daysAfter(signedOn, days), experts: expertsFrom > 0 && amount >= BigInt(expertsFrom) };
}
