import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheckService, type HealthIndicatorResult } from '@nestjs/terminus';
import { refuse } from '#kernel';
import { Config } from '../config/config.js';
import { noSuchPage } from '../http/problem.filter.js';
import { Refused } from '../commands/refused.js';
import { Database } from '../database/database.js';
import { Open } from '../http/door.guard.js';
import { QUEUE_CONNECTION } from '../queues/tokens.js';
import type { QueueConnection } from '../queues/queue-connection.js';
import { Heartbeats } from './heartbeats.js';
import { Metrics } from './metrics.js';

@ApiTags('operations')
@Controller()
@Open()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: Database,
    private readonly heartbeats: Heartbeats,
    private readonly metrics: Metrics,
    private readonly config: Config,
    @Inject(QUEUE_CONNECTION) private readonly queues: QueueConnection,
  ) {}

  /** The process answers. */
  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Requests and jobs can be served: the database and the queue answer, and each queue's heartbeat was handled lately. */
  @Get('health/ready')
  ready() {
    return this.health.check([
      () => answers('database', this.database.pool.query('SELECT 1')),
      () => answers('queue', this.queues.ping()),
      async () => {
        const late = await this.heartbeats.late();
        return { workers: late.length === 0 ? { status: 'up' as const } : { status: 'down' as const, late } };
      },
    ]);
  }

  /** Figures for Prometheus; nobody’s business here where they have a port of their own. */
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  page(): Promise<string> {
    if (this.config.HEALTH_PORT !== undefined) throw new Refused(refuse(noSuchPage, { path: '/metrics' }));
    return this.metrics.read();
  }
}

async function answers(name: string, question: Promise<unknown>): Promise<HealthIndicatorResult> {
  try {
    await question;
    return { [name]: { status: 'up' } };
  } catch (error) {
    return { [name]: { status: 'down', message: error instanceof Error ? error.message : String(error) } };
  }
}
