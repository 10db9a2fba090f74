import type { Tx } from '#platform';
import { MAILINGS, type Mailing } from '../domain/notice.js';
import { HABITS, type Habits } from '../domain/timing.js';

/** How a person wants his mails, and of which kinds. */
export interface Wishes extends Habits {
  readonly of: (kind: string) => Mailing | undefined;
}

export const kindsOf = (kinds: unknown): Readonly<Record<string, Mailing>> => Object.fromEntries(Object.entries((kinds ?? {}) as object).filter((one): one is [string, Mailing] => MAILINGS.some((mailing) => mailing === one[1])));

/** What each of some people wants; those who never said anything are left out. */
export async function wishesOf(tx: Tx, district: string, people: readonly string[]): Promise<ReadonlyMap<string, Wishes>> {
  const rows = await tx.noticeHabits.findMany({ where: { districtId: district, personId: { in: [...people] } } });
  return new Map(
    rows.map(({ personId, quietFrom, quietTo, gatheredAt, workdaysOnly, kinds }) => {
      const wanted = kindsOf(kinds);
      return [personId, { quiet: quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null, gatheredAt, workdaysOnly, of: (kind: string) => wanted[kind] ?? wanted['*'] }];
    }),
  );
}

export const NO_WISHES: Wishes = { ...HABITS, of: () => undefined };
