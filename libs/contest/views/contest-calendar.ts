import { Injectable } from '@nestjs/common';
import { feed, type Dated } from '#agenda';
import { refuse, type Refusal } from '#kernel';
import { Config, Database, notFound, Permissions, type Actor, type Language } from '#platform';
import { englishNames } from '../facts/english-names.js';
import { timesOfRound } from '../facts/round-plan.js';

interface TimelineItem {
  readonly name: { readonly zh: string; readonly en: string };
  readonly at: string;
}

/** An edition's calendar: when each of its calls opens and closes, and the dates that its timeline names. */
@Injectable()
export class ContestCalendar {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly config: Config,
  ) {}

  async of(actor: Actor, contest: string, language: Language): Promise<string | Refusal> {
    const calls = await this.database.prisma.call.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Call'), { contestId: contest }] }, include: { contest: true, aggregate: true, rounds: { where: { pitchesFrom: { not: null } }, include: { standings: true, aggregate: true } } }, orderBy: { id: 'asc' } });
    const [first] = calls;
    if (!first) return refuse(notFound, { kind: 'contest', id: contest });
    const names = await englishNames(this.database.prisma, actor.district);
    const en = (name: string) => names.get(name) ?? name;
    const items = calls.flatMap((call): Dated[] => {
      const path = `/calls/${call.id}`;
      return [
        ...(call.opensAt ? [{ id: `opens-${call.id}`, zh: `${call.name}：开始征集`, en: `${en(call.name)} opens`, from: call.opensAt, to: null, path }] : []),
        { id: `closes-${call.id}`, zh: `${call.name}：截止`, en: `${en(call.name)} closes`, from: call.closesAt, to: null, path },
        ...call.rounds.flatMap((round) => {
          const ends = [...timesOfRound(round, round.standings).values()].map(({ to }) => to.getTime());
          return round.pitchesFrom === null || ends.length === 0 ? [] : [{ id: `pitches-${round.id}`, zh: `${call.name}：${round.name}路演`, en: `${en(call.name)}: pitches of ${en(round.name)}`, from: round.pitchesFrom, to: new Date(Math.max(...ends)), path: `/rounds/${round.id}/board` }];
        }),
        ...(call.timeline as unknown as TimelineItem[]).map(({ name, at }, n) => ({ id: `date-${call.id}-${n}`, zh: `${call.name}：${name.zh}`, en: `${en(call.name)}: ${name.en}`, from: new Date(at), to: null, path })),
      ];
    });
    // When it last changed, not when it is asked: the same calendar is the same bytes.
    const stamp = new Date(Math.max(...calls.flatMap(({ aggregate, rounds }) => [aggregate, ...rounds.map((round) => round.aggregate)]).map(({ updatedAt }) => updatedAt.getTime())));
    return feed(language === 'en' ? en(first.contest.name) : first.contest.name, items, { language, base: this.config.baseUrl, stamp });
  }
}
