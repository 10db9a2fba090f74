import { Injectable } from '@nestjs/common';
import { localDay } from '#kernel';
import { Clock, Config, Database, Permissions, type Actor } from '#platform';
import { URGENCY } from '../domain/health.js';
import { healthRule, signsOf, WITH_HEALTH } from '../facts/signs-of.js';

/** Who needs the manager this week. */
@Injectable()
export class AttentionView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The firms with a sign about which nothing was done that still holds, the most pressing first; `quiet` shows the others too. */
  async queue(actor: Actor, platform?: string, quiet = false) {
    const today = localDay(this.clock.now(), this.config.TIME_ZONE);
    const rows = await this.database.prisma.incubatee.findMany({
      where: { AND: [this.permissions.where(actor, 'set-milestone', 'Incubatee'), { aggregate: { state: 'admitted' } }, platform === undefined ? {} : { platformId: platform }] },
      include: WITH_HEALTH,
    });
    const rule = await healthRule(this.database.prisma, actor.district, today);
    const rank = (flag: string) => URGENCY.findIndex((one) => one === flag);
    const items = rows.flatMap((row) => {
      const signs = signsOf(rule, row, today, this.config.TIME_ZONE).filter(({ quietUntil }) => quiet || quietUntil === null);
      const last = row.flagActions.at(-1);
      return signs.length === 0 ? [] : [{ incubatee: row.id, firm: row.firm, platform: row.platform && { id: row.platform.id, name: row.platform.name }, signs, last: last ? { flag: last.flag, did: last.did, at: last.at } : null }];
    });
    items.sort((a, b) => rank(a.signs[0]!.flag) - rank(b.signs[0]!.flag) || b.signs.length - a.signs.length || (a.incubatee < b.incubatee ? -1 : 1));
    return { today, items };
  }
}
