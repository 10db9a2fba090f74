import { Injectable } from '@nestjs/common';
import { Database, Permissions, type Actor } from '#platform';
import type { Prize, UpperContest } from '../domain/call.js';
import { namesIn } from '../domain/glossary.js';
import { englishNames } from '../facts/english-names.js';
import { plansOf } from '../facts/round-plan.js';

/** Names as the office gave them, and what they are called in English. */
@Injectable()
export class NamesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** The English of every name that the reader may meet, where it has one. */
  async english(actor: Actor) {
    const [names, editions] = [await englishNames(this.database.prisma, actor.district), await this.editions(actor, 'read')];
    const met = new Set(editions.flatMap(({ names: used }) => used.map(({ zh }) => zh)));
    return { items: [...names].flatMap(([zh, en]) => (met.has(zh) ? [{ zh, en }] : [])).sort((a, b) => (a.zh < b.zh ? -1 : 1)) };
  }

  /** All names in use, edition by edition, the newest first, with their English or none. */
  async used(actor: Actor) {
    const [names, editions] = [await englishNames(this.database.prisma, actor.district), await this.editions(actor, 'set-up')];
    return { items: editions.map(({ names: used, ...edition }) => ({ ...edition, names: used.map(({ zh, of }) => ({ zh, of, en: names.get(zh) ?? null })) })) };
  }

  private async editions(actor: Actor, may: 'read' | 'set-up') {
    const rows = await this.database.prisma.contest.findMany({
      where: this.permissions.where(actor, may, 'Contest'),
      include: { calls: { where: this.permissions.where(actor, 'read', 'Call'), include: { rounds: { select: { name: true } } }, orderBy: { id: 'asc' } } },
      orderBy: { id: 'desc' },
    });
    return rows.map(({ id, name, edition, sponsors, uppers, calls }) => ({
      ...{ id, name, edition },
      names: namesIn({ name, sponsors: sponsors as unknown as { name: string }[], uppers: uppers as unknown as UpperContest[], calls: calls.map((call) => ({ ...call, plans: plansOf(call), prizes: call.prizes as unknown as Prize[], columns: call.columns as unknown as { name: string }[] })) }),
    }));
  }
}
