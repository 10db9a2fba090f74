import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '#platform';
import { standsAlone } from '../domain/notice.js';
import { NOTICES } from '../domain/notices.js';
import { HABITS } from '../domain/timing.js';
import { toldNotices } from '../facts/notice-words.js';
import { kindsOf } from '../facts/wishes.js';

/** A subject as a reader sees it who has no event at hand. */
const leftOpen = (subject: string): string => subject.replaceAll(/\{\w+(:yuan)?\}/g, '…');

/** How someone wants his mails, with the kinds that he has been told of and what holds for each. */
@Injectable()
export class HabitsView {
  constructor(private readonly database: Database) {}

  async of(actor: Actor) {
    const person = actor.kind === 'person' ? actor.id : '';
    const { prisma } = this.database;
    const row = person === '' ? null : await prisma.noticeHabits.findUnique({ where: { districtId_personId: { districtId: actor.district, personId: person } } });
    const told = await toldNotices(prisma, actor.district, NOTICES.map(({ kind }) => kind));
    const heard = person === '' ? [] : await prisma.notification.groupBy({ by: ['kind'], where: { districtId: actor.district, personId: person }, _count: true });
    const wanted = kindsOf(row?.kinds);
    return {
      ...{ quietFrom: row?.quietFrom ?? null, quietTo: row?.quietTo ?? null, gatheredAt: row?.gatheredAt ?? HABITS.gatheredAt, workdaysOnly: row?.workdaysOnly ?? false, texts: row?.texts ?? true },
      all: wanted['*'] ?? null,
      kinds: heard.flatMap(({ kind, _count }) => {
        const notice = told.get(kind);
        return notice ? [{ kind, zh: leftOpen(notice.zh.subject), en: leftOpen(notice.en.subject), told: _count, always: standsAlone(notice), usual: notice.mail, wanted: wanted[kind] ?? null }] : [];
      }),
    };
  }
}
