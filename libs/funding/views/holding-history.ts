import type { HoldingSeen } from '../domain/fund-state.js';

interface Row {
  readonly tranches: readonly { readonly state: string; readonly paidOn: string | null; readonly amount: bigint }[];
  readonly valuations: readonly { readonly on: string; readonly value: bigint }[];
  readonly exits: readonly { readonly on: string; readonly cost: bigint }[];
}

/** A holding's rows as its worth is counted from them. */
export const historyOf = ({ tranches, valuations, exits }: Row): HoldingSeen => ({
  moves: [
    ...tranches.flatMap(({ state, paidOn, amount }) => (state === 'paid' && paidOn !== null ? [{ on: paidOn, cost: Number(amount) }] : [])),
    ...exits.map(({ on, cost }) => ({ on, cost: -Number(cost) })),
  ],
  valuations: valuations.map(({ on, value }) => ({ on, value: Number(value) })),
});
