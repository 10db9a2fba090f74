/** What a call does with an entry after its closing time. */
export const LATE_RULES = ['refuse', 'grace', 'mark'] as const;
export type LateRule = (typeof LATE_RULES)[number];

export interface Closing {
  readonly closesAt: Date;
  readonly lateRule: string;
  readonly lateMinutes: number;
}

/** The first instant at which a call takes nothing any more. */
export const lastInstant = ({ closesAt, lateRule, lateMinutes }: Closing): Date => (lateRule === 'refuse' ? closesAt : new Date(closesAt.getTime() + lateMinutes * 60_000));

/** Whether what is handed in now is taken, and whether it is then marked late; the closing time itself is too late. */
export function handedIn(closing: Closing, now: Date): 'in-time' | 'late' | 'too-late' {
  if (now < closing.closesAt) return 'in-time';
  if (now >= lastInstant(closing)) return 'too-late';
  return closing.lateRule === 'mark' ? 'late' : 'in-time';
}
