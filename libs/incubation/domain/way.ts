import { daysAfter } from '#kernel';

/** A firm in one platform: both days included, `until` null while it is there. */
export interface StayFacts {
  readonly platform: string;
  readonly from: string;
  readonly until: string | null;
  readonly ended: string | null;
}

/** A stretch of a firm's way: in a platform, or what it was afterwards. */
export interface Phase {
  readonly as: 'incubatee' | 'graduate' | 'left' | 'removed';
  readonly platform: string | null;
  readonly from: string;
  readonly until: string | null;
}

const AFTER: Readonly<Record<string, Phase['as']>> = { graduated: 'graduate', left: 'left', removed: 'removed' };

/**
 * A firm's whole way since it first came in, without overlap and without a hole: between two stays it is what the first
 * ended as. A stay that ended before it began was never one; from the day on which it was to begin the firm is what it ended as.
 */
export function wayOf(stays: readonly StayFacts[]): Phase[] {
  const ordered = [...stays].sort((a, b) => (a.from + (a.until ?? '9999') < b.from + (b.until ?? '9999') ? -1 : 1));
  return ordered.flatMap(({ platform, from, until, ended }, n): Phase[] => {
    const stay: Phase[] = until !== null && until < from ? [] : [{ as: 'incubatee', platform, from, until }];
    if (until === null) return stay;
    const [begins, next] = [daysAfter(until, 1), ordered[n + 1]?.from];
    if (next !== undefined && next <= begins) return stay;
    return [...stay, { as: AFTER[ended ?? ''] ?? 'left', platform: null, from: begins, until: next === undefined ? null : daysAfter(next, -1) }];
  });
}
