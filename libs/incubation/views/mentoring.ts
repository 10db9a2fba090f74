import { Injectable } from '@nestjs/common';
import { likenessTo, vocabularyOf, weigh, wordsOf } from '#contest';
import { refuse } from '#kernel';
import { Calendar, Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { matchMentors, meanOf } from '../domain/mentor-matching.js';

const HOUR = 3_600_000;

/** Mentors, who suits whom, and their hours. */
@Injectable()
export class MentoringView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  private month = (at: Date) => this.calendar.dayOf(at).slice(0, 7);

  /** Mentors with what they know, the hours they have given, and how firms rated them. */
  async mentors(actor: Actor, platform: string) {
    const rows = await this.read(actor, platform);
    return {
      items: rows.map(({ id, name, kind, fields, topics, profile, hours, from, until, sessions }) => {
        const ratings = sessions.flatMap(({ firmRating }) => (firmRating === null ? [] : [firmRating]));
        return { id, name, kind, fields, topics, profile, hours, from, until, sessions: sessions.length, minutes: sessions.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0), rating: meanOf(ratings), ratings: ratings.length };
      }),
    };
  }

  /** The mentors of a firm's platform by how well they suit it, each with what his score is made of. */
  async matches(actor: Actor, incubatee: string) {
    const firm = await this.database.prisma.incubatee.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Incubatee'), { id: incubatee }] } });
    if (!firm) return refuse(notFound, { kind: 'incubatee', id: incubatee });
    const today = this.calendar.today();
    const rows = firm.platformId === null ? [] : (await this.read(actor, firm.platformId)).filter(({ until }) => until === null || until >= today);
    const texts = rows.map(({ profile, fields }) => wordsOf(`${profile} ${fields.join(' ')}`));
    const wanted = wordsOf(`${firm.needWords ?? ''} ${firm.field ?? ''}`);
    const vocabulary = vocabularyOf([...texts, wanted]);
    const likeness = likenessTo(texts.map((text) => weigh(text, vocabulary)))(weigh(wanted, vocabulary));
    const now = this.calendar.today().slice(0, 7);
    const mentors = rows.map(({ id, name, fields, topics, hours, sessions }) => ({
      ...{ id, name, fields, topics, hours },
      booked: sessions.filter(({ startsAt }) => this.month(startsAt) === now).reduce((sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()) / HOUR, 0),
      ratings: sessions.flatMap(({ firmRating }) => (firmRating === null ? [] : [firmRating])),
      met: sessions.some(({ incubateeId }) => incubateeId === incubatee),
    }));
    return { wanted: { field: firm.field, topics: firm.needs, words: firm.needWords }, items: matchMentors({ field: firm.field, topics: firm.needs }, mentors, likeness) };
  }

  /** Meetings that one may see: a firm's own, a mentor's own, those of a platform. What a firm said of one its mentor doesn't see. */
  async sessions(actor: Actor, query: PageQuery, platform?: string) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.mentorSession.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'MentorSession'), where, platform === undefined ? {} : { platformId: platform }] }, include: { aggregate: true, mentor: true, incubatee: true }, ...rest });
    return page(rows, query, ({ id, mentor, incubatee, topic, question, startsAt, endsAt, minutes, notes, sheet, firmRating, firmWords, aggregate: { state, version } }) => {
      const own = actor.kind === 'person' && mentor.personId === actor.id;
      return {
        ...{ id, mentor: { id: mentor.id, name: mentor.name }, incubatee: { id: incubatee.id, firm: incubatee.firm }, topic, question, startsAt, endsAt, minutes, notes, sheet: sheet as Record<string, number> | null, state, version },
        ...{ rating: own ? null : firmRating, words: own ? null : firmWords },
      };
    });
  }

  private read(actor: Actor, platform: string) {
    return this.database.prisma.mentor.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Mentor'), { platformId: platform }] }, include: { sessions: { where: { takesTime: true } } }, orderBy: { id: 'asc' } });
  }
}
