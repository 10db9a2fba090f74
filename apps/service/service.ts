import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import {
  Clock,
  connectQueues,
  createLog,
  Database,
  Files,
  httpAdapter,
  Metrics,
  migrate,
  openDistrict,
  setUpHttp,
  signingKey,
  startEmbeddedPostgres,
  StartFailure,
  startTracing,
  type Config,
  type EmbeddedPostgres,
} from '#platform';
import { AppModule } from './app.module.js';
import { openHealthPort } from './health-port.js';
import { serveConsole } from './console/console.js';

export interface ServiceOptions {
  readonly clock?: Clock;
  /** Whether it does jobs; all processes answer requests where they listen. */
  readonly works: boolean;
}

/** A running service: its application and what it stands on. */
export interface Service {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly config: Config;
  /** Opens the port. @throws StartFailure when it is taken. */
  listen(): Promise<void>;
  /** Finishes or hands back running jobs, then closes all it opened. */
  stop(): Promise<void>;
}

/** Starts everything but the port: the database, its migrations, the queues and the modules. */
export async function startService(config: Config, { clock = new Clock(), works }: ServiceOptions): Promise<Service> {
  const log = createLog(config);
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    if (config.OTLP_URL !== undefined) undo.push(await startTracing(config, works ? 'worker' : 'api'));
    const embedded: EmbeddedPostgres | undefined = config.DATABASE_URL === undefined ? await startEmbeddedPostgres(config.TRELLIS_HOME, { fast: config.DATABASE_FAST }) : undefined;
    if (embedded) undo.push(embedded.stop);
    const url = embedded?.url ?? config.DATABASE_URL!;
    await migrate(url);
    const database = new Database(url, config.DATABASE_POOL);
    undo.push(() => database.close());
    const queues = await connectQueues(config, url, log);
    undo.push(() => queues.close());
    const ground = { config, log, clock, database, queues, works, files: await Files.open(config), signingKey: signingKey(config), district: await openDistrict(config, database, clock) };
    const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(ground), httpAdapter(config), { logger: false, abortOnError: false });
    undo.push(() => app.close());
    setUpHttp(app, app.get(Metrics));
    await serveConsole(app, config);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    if (config.HEALTH_PORT !== undefined) {
      const health = await openHealthPort({ app, config });
      undo.push(() => new Promise((done) => health.close(done)));
    }
    return {
      app,
      database,
      config,
      stop,
      listen: async () => {
        try {
          await app.listen(config.PORT, config.HOST);
        } catch (error) {
          throw StartFailure.from(error, `${config.HOST}:${config.PORT}`);
        }
      },
    };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}
