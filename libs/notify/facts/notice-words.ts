import type { Tx } from '#platform';
import { MAILINGS, type Mailing, type Notice, type Words } from '../domain/notice.js';
import { NOTICES } from '../domain/notices.js';

/** A kind of notice as a district tells it. */
export interface ToldNotice extends Notice {
  readonly mail: Mailing;
  readonly urgent: boolean;
}

const BY_KIND = new Map(NOTICES.map((notice) => [notice.kind, notice]));

const merged = (shipped: Words, subject: string | null, text: string | null): Words => ({ subject: subject ?? shipped.subject, text: text ?? shipped.text });

export const shippedNotice = (kind: string): Notice | undefined => BY_KIND.get(kind);

/** Kinds of notices with the district's own words where it has some. */
export async function toldNotices(tx: Tx, district: string, kinds: readonly string[]): Promise<ReadonlyMap<string, ToldNotice>> {
  const own = new Map((await tx.noticeSetting.findMany({ where: { districtId: district, kind: { in: [...kinds] } } })).map((row) => [row.kind, row]));
  return new Map(
    kinds.flatMap((kind) => {
      const shipped = BY_KIND.get(kind);
      if (!shipped) return [];
      const row = own.get(kind);
      const mail = MAILINGS.find((one) => one === row?.mail) ?? shipped.mail ?? 'now';
      return [[kind, { ...shipped, mail, urgent: row?.text ?? shipped.text !== undefined, zh: merged(shipped.zh, row?.zhSubject ?? null, row?.zhText ?? null), en: merged(shipped.en, row?.enSubject ?? null, row?.enText ?? null) }] as const];
    }),
  );
}
