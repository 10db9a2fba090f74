import type { Tx } from '#platform';

/** How many sheets a judge still has to hand in, in the rounds of a call that are being judged. */
export const openSheets = (tx: Tx, district: string, call: string, judge: string): Promise<number> =>
  tx.scoreSheet.count({ where: { districtId: district, judgeId: judge, submittedAt: null, pulled: null, round: { callId: call, aggregate: { state: 'judging' } } } });
