import { Clock, Database, migrate, openDistrict, readConfig, startEmbeddedPostgres, type Config } from '#platform';
import type { DistrictId } from '#kernel';
import { startService, type Service } from '../service/service.js';

export interface CliGround {
  readonly config: Config;
  readonly database: Database;
  readonly district: DistrictId;
}

/** Runs a command that needs the database alone, joining the server of a running service where there is one. */
export async function withDatabase<T>(work: (ground: CliGround) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const embedded = config.DATABASE_URL === undefined ? await startEmbeddedPostgres(config.TRELLIS_HOME, { fast: config.DATABASE_FAST }) : undefined;
  const url = embedded?.url ?? config.DATABASE_URL!;
  try {
    await migrate(url);
    const database = new Database(url, 8);
    try {
      return await work({ config, database, district: await openDistrict(config, database, new Clock()) });
    } finally {
      await database.close();
    }
  } finally {
    await embedded?.stop();
  }
}

/** Runs a command that needs the modules and the jobs, without opening a port. */
export async function withService<T>(work: (service: Service) => Promise<T>): Promise<T> {
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env });
  const service = await startService(config, { works: true });
  try {
    return await work(service);
  } finally {
    await service.stop();
  }
}
