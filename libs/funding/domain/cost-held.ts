/** What of a holding's cost is still in it, in fen: what was paid, less the cost of what was given up. */
export const costHeld = (tranches: readonly { readonly state: string; readonly amount: bigint }[], exits: readonly { readonly cost: bigint }[]): bigint =>
  tranches.filter(({ state }) => state === 'paid').reduce((sum, { amount }) => sum + amount, 0n) - exits.reduce((sum, { cost }) => sum + cost, 0n);
