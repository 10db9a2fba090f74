import { Inject, Injectable } from '@nestjs/common';
import { People } from '#identity';
import { refuse, type DistrictId, type Refusal } from '#kernel';
import { Clock, Config, Database, DISTRICT, Links, notFound, type Actor } from '#platform';
import { AGENDAS, type Agenda, type Dated } from '../dated.js';
import { feed } from '../feed.js';

/** The purpose of links to calendars. */
const CALENDAR = 'calendar';

/** What concerns someone by its time, and the address under which his calendar finds it. */
@Injectable()
export class AgendaView {
  constructor(
    private readonly database: Database,
    private readonly links: Links,
    private readonly people: People,
    private readonly clock: Clock,
    private readonly config: Config,
    @Inject(AGENDAS) private readonly agendas: readonly Agenda[],
    @Inject(DISTRICT) private readonly district: DistrictId,
  ) {}

  /** One's dates from today on, the soonest first, with the address for calendars. */
  async of(actor: Actor): Promise<{ readonly items: readonly Dated[]; readonly feed: string | null }> {
    if (actor.kind !== 'person') return { items: [], feed: null };
    const now = this.clock.now();
    const items = (await this.dated(actor)).filter(({ from, to }) => (to ?? from) >= now);
    return { items, feed: `${this.config.baseUrl}/api/agenda/feeds/${this.links.token(CALENDAR, actor.id)}` };
  }

  /** The calendar of whoever the link was made for, with what he may see now. */
  async feedOf(person: string): Promise<string | Refusal> {
    const row = await this.database.prisma.person.findUnique({ where: { districtId_id: { districtId: this.district, id: person } }, include: { user: true } });
    const actor = row?.user ? await this.people.actorOf(row.user) : null;
    if (!row || actor?.kind !== 'person') return refuse(notFound, { kind: 'calendar', id: '' });
    const language = row.language === 'en' ? 'en' : 'zh';
    return feed(language === 'zh' ? '赛孵园' : 'Trellis', await this.dated(actor), { language, base: this.config.baseUrl, stamp: this.clock.now() });
  }

  private async dated(actor: Actor & { kind: 'person' }): Promise<Dated[]> {
    const parts = await Promise.all(this.agendas.map((agenda) => agenda(this.database, actor, this.config.TIME_ZONE)));
    return parts.flat().sort((a, b) => a.from.getTime() - b.from.getTime());
  }
}
