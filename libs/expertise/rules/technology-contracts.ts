import { daysAfter, inForceOn, yuan, type Certainty } from '#kernel';

interface RegistrationRule {
  readonly version: string;
  readonly inForceFrom: string;
  readonly source: string;
  readonly certainty: Certainty;
  /** Days after signing within which the seller registers; null where the text is to be entered. */
  readonly days: number | null;
  /** Fen from which experts look at it; null where there is no such line. */
  readonly expertsFrom: number | null;
}

const RULES: readonly RegistrationRule[] = [
  { version: '2000', inForceFrom: '2000-02-16', source: '技术合同认定登记管理办法（2000）及规则（2001）', certainty: 'two-copies', days: 30, expertsFrom: null },
  // Issued 2026-01-23; only its draft was seen, so what it says is an example until the text is entered.
  { version: '2026', inForceFrom: '2026-03-01', source: '技术合同认定登记管理办法（2026，依征求意见稿）', certainty: 'example', days: null, expertsFrom: yuan(5_000_000) },
];

/** What holds for the registration of a contract signed on a day. */
export function registrationOf(signedOn: string, amount: bigint) {
  const { days, expertsFrom, version, source, certainty } = inForceOn(RULES, signedOn) ?? RULES[0]!;
  return { version, source, certainty, registerBy: days === null ? null : daysAfter(signedOn, days), experts: expertsFrom !== null && amount >= BigInt(expertsFrom) };
}
