import { refusalWords, type Refusal } from '#kernel';

/** Carries a refusal out of a transaction, which it thereby undoes, or out of a route; the runner hands it on, the filter answers with it. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly refusal: Refusal) {
    super(`${refusal.type.code}: ${refusalWords(refusal, 'en')}`);
  }
}
