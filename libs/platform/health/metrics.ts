import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/database.js';

/** Figures for Prometheus: the process's own, and those that are read from the database when it asks. */
export class Metrics {
  readonly registry = new Registry();
  readonly reactions = new Counter({ name: 'trellis_reactions_total', help: 'Reactions by result', labelNames: ['reaction', 'result'], registers: [this.registry] });
  readonly requests = new Histogram({
    name: 'trellis_http_request_seconds',
    help: 'HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [this.registry],
  });
  private readonly readings: (() => Promise<void>)[] = [];

  constructor(private readonly database: Database) {
    collectDefaultMetrics({ register: this.registry });
    this.watch(PLATFORM, PLATFORM_FIGURES);
    const [open, waiting] = [this.gauge('connections', 'Connections to the database that this process has open'), this.gauge('connections_waited_for', 'Requests and jobs of this process that wait for a connection')];
    this.readings.push(() => {
      open.set(database.pool.totalCount);
      waiting.set(database.pool.waitingCount);
      return Promise.resolve();
    });
  }

  /** Adds figures to the page: what each column of the query's one row says. */
  watch(figures: Readonly<Record<string, string>>, query: string): void {
    const gauges = Object.entries(figures).map(([name, help]) => [name, this.gauge(name, help)] as const);
    this.readings.push(async () => {
      const { rows } = await this.database.pool.query<Record<string, number>>(query);
      for (const [name, gauge] of gauges) gauge.set(rows[0]?.[name] ?? 0);
    });
  }

  /** The page for Prometheus, with the database's figures read now. */
  async read(): Promise<string> {
    await Promise.all(this.readings.map((reading) => reading()));
    return this.registry.metrics();
  }

  private readonly gauge = (name: string, help: string) => new Gauge({ name: `trellis_${name}`, help, registers: [this.registry] });
}

const PLATFORM = {
  pending: 'Events that a reaction still owes',
  dead: 'Events given up, to be seen by a person',
  age: 'Age in seconds of the oldest owed event',
  unrelayed: 'Events not yet handed to the queue',
  late: 'Seconds the oldest deadline is overdue',
  heartbeat: 'Seconds since the queue served longest ago handled its heartbeat',
  transaction: 'Age in seconds of the oldest open transaction',
};

const PLATFORM_FIGURES = `
SELECT count(*) FILTER (WHERE failed_at IS NULL)::int AS pending,
  count(*) FILTER (WHERE failed_at IS NOT NULL)::int AS dead,
  coalesce(extract(epoch FROM clock_timestamp() - min(since) FILTER (WHERE failed_at IS NULL)), 0)::float AS age,
  (SELECT count(*)::int FROM outbox) AS unrelayed,
  (SELECT greatest(coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0), 0)::float FROM deadline) AS late,
  (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0)::float FROM heartbeat) AS heartbeat,
  (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(xact_start)), 0)::float FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()) AS transaction
FROM pending`;
