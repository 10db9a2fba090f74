/** The transition that changes what a deal promises, or who carries it, in a state. */
export const changeOf = (state: string) =>
  ({ intent: 'change-intent', negotiating: 'change-negotiating', building: 'change-building', built: 'change-built', producing: 'change-producing', 'at-capacity': 'change-at-capacity', 'above-scale': 'change-above-scale' } as const)[state as 'building'] ?? 'change';
