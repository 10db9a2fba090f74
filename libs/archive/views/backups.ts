import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Config, Database, forbidden, Permissions, Progress, type Actor } from '#platform';

const MOST = 100;

/** Backups that were asked for, the latest first, and how those are made that nobody asks for. */
@Injectable()
export class BackupsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly progress: Progress,
    private readonly config: Config,
  ) {}

  async list(actor: Actor) {
    if (!this.permissions.allowsHere(actor, 'audit')) return refuse(forbidden, { kind: 'district', action: 'audit' });
    const rows = await this.database.prisma.backup.findMany({ where: { districtId: actor.district }, include: { aggregate: true }, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }], take: MOST });
    const running = rows.find(({ aggregate }) => aggregate.state === 'asked');
    return {
      daily: this.config.BACKUP_AT ?? null,
      kept: this.config.BACKUPS_KEPT,
      progress: running ? ((await this.progress.of(actor.district, running.id)).map(({ done, of }) => ({ done, of }))[0] ?? null) : null,
      items: rows.map(({ id, askedAt, endedAt, folder, rows: count, files, bytes, failure, aggregate }) => ({ id, askedAt, endedAt, folder, rows: count === null ? null : Number(count), files, bytes: bytes === null ? null : Number(bytes), failure, state: aggregate.state })),
    };
  }
}
