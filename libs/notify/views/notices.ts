import { Injectable } from '@nestjs/common';
import { englishNames, inEnglish } from '#contest';
import { refuse, type Payload } from '#kernel';
import { Config, Database, Permissions, type Actor } from '#platform';
import { fillIn, standsAlone, type Notice, type Words } from '../domain/notice.js';
import { noticeUnknown } from '../domain/notice-setting.js';
import { NOTICES } from '../domain/notices.js';
import { placesOf } from '../domain/places.js';
import { lastSaid } from '../facts/last-said.js';
import { shippedNotice, toldNotices } from '../facts/notice-words.js';
import { mailBody } from '../sending/body.js';

/** Whom a notice is for, as a code: one person, those of a list, or a role. */
const audienceOf = ({ to }: Notice): string => ('role' in to ? to.role : 'person' in to ? 'person' : 'people');

/** Who hears of what, in which words: as the program brings it and as the district has it. */
@Injectable()
export class NoticesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly config: Config,
  ) {}

  /** Every kind of notice; the words are those that are sent. */
  async list(actor: Actor) {
    const { prisma } = this.database;
    const [told, own] = [await toldNotices(prisma, actor.district, NOTICES.map(({ kind }) => kind)), new Set((await prisma.noticeSetting.findMany({ where: { districtId: actor.district } })).map(({ kind }) => kind))];
    return { items: [...told.values()].map((notice) => ({ kind: notice.kind, event: notice.on.event, when: notice.on.when, to: audienceOf(notice), alone: standsAlone(notice), mail: notice.mail, text: notice.urgent, zh: notice.zh, en: notice.en, own: own.has(notice.kind) })) };
  }

  /** A kind of notice with what the program brings, and what its words may be filled from. */
  async one(actor: Actor, kind: string) {
    const { prisma } = this.database;
    const shipped = shippedNotice(kind);
    const told = (await toldNotices(prisma, actor.district, [kind])).get(kind);
    if (!shipped || !told) return refuse(noticeUnknown, { kind });
    const own = await prisma.noticeSetting.findUnique({ where: { districtId_kind: { districtId: actor.district, kind } } });
    return { kind, event: shipped.on.event, when: shipped.on.when, to: audienceOf(shipped), alone: standsAlone(shipped), mail: told.mail, text: told.urgent, shipped: { zh: shipped.zh, en: shipped.en }, own: own && { zhSubject: own.zhSubject, zhText: own.zhText, enSubject: own.enSubject, enText: own.enText }, places: [...placesOf(shipped, this.permissions.allowsHere(actor, 'audit') ? await lastSaid(prisma, actor.district, shipped) : {})] };
  }

  /** How words would read on the latest records of this kind, as mails; with no record of it yet, with its places left as they are. */
  async preview(actor: Actor, kind: string, words: { zh: Words; en: Words }) {
    const notice = shippedNotice(kind);
    if (!notice) return refuse(noticeUnknown, { kind });
    const events = this.permissions.allowsHere(actor, 'audit') ? await this.database.prisma.event.findMany({ where: { districtId: actor.district, name: notice.on.event }, orderBy: { id: 'desc' }, take: 3 }) : [];
    const english = await englishNames(this.database.prisma, actor.district);
    const mail = (language: 'zh' | 'en', payload: Payload) => mailBody([fillIn(words[language], payload, { zone: this.config.TIME_ZONE, link: `${this.config.baseUrl}/…`, code: '······' })], language, this.config.baseUrl);
    const shown = (payload: Payload, about: string | null, at: Date | null) => ({ about, at, zh: mail('zh', payload), en: mail('en', inEnglish(payload, english)) });
    return { items: events.length === 0 ? [shown({}, null, null)] : events.map((event) => shown(event.payload as Payload, event.aggregateId, event.at)) };
  }
}
