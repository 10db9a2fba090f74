import { englishNames, inEnglish } from '#contest';
import { codeFor, PHONE_CODE } from '#identity';
import type { Payload } from '#kernel';
import type { Config, Database, Links } from '#platform';
import { addressOf } from '../address-of.js';
import { fillIn, payloadFor, standsAlone, type Words } from '../domain/notice.js';
import { toldNotices, type ToldNotice } from '../facts/notice-words.js';

/** What a delivery says, with what decides how it goes out. */
export interface Composed {
  readonly words: Words;
  readonly language: 'zh' | 'en';
  readonly notice: ToldNotice;
  readonly alone: boolean;
  readonly replyTo: string;
  /** The request that the event comes from. */
  readonly requestId: string | null;
}

/** What deliveries of a district say, by their notifications; a kind that this program does not know is left out. */
export async function compose({ prisma }: Database, links: Links, { baseUrl: base, TIME_ZONE: zone }: Config, district: string, notifications: readonly string[]): Promise<ReadonlyMap<string, Composed>> {
  const of = { districtId: district };
  const rows = await prisma.notification.findMany({ where: { ...of, id: { in: [...notifications] } } });
  const ids = (field: 'eventId' | 'personId') => [...new Set(rows.map((row) => row[field]))];
  const [events, people, notices] = [
    new Map((await prisma.event.findMany({ where: { ...of, id: { in: ids('eventId') } } })).map((row) => [row.id, row])),
    new Map((await prisma.person.findMany({ where: { ...of, id: { in: ids('personId') } }, select: { id: true, language: true } })).map((row) => [row.id, row.language])),
    await toldNotices(prisma, district, [...new Set(rows.map(({ kind }) => kind))]),
  ];
  const english = await englishNames(prisma, district);
  return new Map(
    rows.flatMap(({ id, eventId, personId, kind }) => {
      const [notice, event] = [notices.get(kind), events.get(eventId)];
      if (!notice || !event) return [];
      const language = people.get(personId) === 'en' ? 'en' : 'zh';
      const payload = event.payload as Payload;
      const words = fillIn(notice[language], payloadFor(language === 'en' ? inEnglish(payload, english) : payload, personId), { zone, link: addressOf(notice, event.aggregateId, payload, links, base), ...(notice.text === 'code' && { code: links.code(PHONE_CODE, codeFor(personId, new Date(String(payload['asked'])))) }) });
      return [[id, { words, language, notice, alone: standsAlone(notice), requestId: event.requestId, replyTo: notice.replyTo === undefined ? '' : String(payload[notice.replyTo] ?? '') }] as const];
    }),
  );
}
