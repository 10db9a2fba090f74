import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { localInstant, type DistrictId } from '#kernel';
import { Calendar, Clock, Clockwork, Commands, Config, Database, DISTRICT, Metrics } from '#platform';
import { askBackup } from './commands/ask-backup.js';

/** Asks for a backup every day at the hour that the settings name. */
@Injectable()
export class Nightly implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly clockwork: Clockwork,
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly metrics: Metrics,
    @Inject(DISTRICT) private readonly district: DistrictId,
  ) {}

  onModuleInit(): void {
    this.metrics.watch({ backup: 'Seconds since the last good backup was asked for; 0 where there is none' }, "SELECT extract(epoch FROM clock_timestamp() - max(asked_at))::float AS backup FROM backup WHERE failure IS NULL AND ended_at IS NOT NULL");
    if (this.config.BACKUP_AT !== undefined) this.clockwork.add({ name: 'nightly-backup', everySeconds: 60, run: () => this.ask() });
  }

  /** Asks once a day, also where the hour passed while nothing ran. */
  private async ask(): Promise<void> {
    const due = localInstant(this.calendar.today(), this.config.BACKUP_AT!, this.config.TIME_ZONE);
    if (this.clock.now() < due) return;
    const asked = await this.database.prisma.backup.count({ where: { districtId: this.district, askedAt: { gte: due } } });
    if (asked === 0) await this.commands.run(askBackup, { actor: { kind: 'system', district: this.district, name: 'nightly-backup' }, requestId: null }, { scheduled: true });
  }
}
