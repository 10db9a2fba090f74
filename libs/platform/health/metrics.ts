import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/database.js';

/** Figures for Prometheus: the process's own, and how far events and deadlines are behind. */
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

  constructor(database: Database) {
    collectDefaultMetrics({ register: this.registry });
    const figures = { pending: 'Events that a reaction still owes', dead: 'Events given up, to be seen by a person', age: 'Age in seconds of the oldest owed event', late: 'Seconds the oldest deadline is overdue' };
    const gauges = Object.entries(figures).map(([name, help]) => [name, new Gauge({ name: `trellis_${name}`, help, registers: [this.registry] })] as const);
    this.read = async () => {
      const { rows } = await database.pool.query<Record<string, number>>(`SELECT count(*) FILTER (WHERE failed_at IS NULL)::int AS pending,
        count(*) FILTER (WHERE failed_at IS NOT NULL)::int AS dead,
        coalesce(extract(epoch FROM clock_timestamp() - min(since) FILTER (WHERE failed_at IS NULL)), 0)::float AS age,
        (SELECT greatest(coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0), 0)::float FROM deadline) AS late FROM pending`);
      for (const [name, gauge] of gauges) gauge.set(rows[0]?.[name] ?? 0);
      return this.registry.metrics();
    };
  }

  /** The page for Prometheus, with the database's figures read now. */
  readonly read: () => Promise<string>;
}
