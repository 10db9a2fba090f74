/** SQLSTATE and Prisma codes of a server that is gone, going or starting, or where someone holds a row for too long, and the drivers' own words for it. */
const GONE = /\b(55000|55P03|57P01|57P02|57P03|08006|08001|P1001|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|EPIPE)\b|closed the connection|ConnectionClosed|Connection terminated|terminating connection|is not queryable|timeout exceeded when trying to connect|not currently accepting connections|recovery mode|shutting down|starting up/i;
const FULL = /\b(53100|ENOSPC|EDQUOT)\b|No space left on device/i;

/** Whether an error, or what caused it, came of a full disk or of a database or file store that can't be reached: neither is a fault of the program. */
export function outageOf(error: unknown): 'full' | 'gone' | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, meta, cause } = error as { code?: unknown; meta?: unknown; cause?: unknown };
  // Prisma's adapter gives what the server said as a cause that is no error.
  const text = `${error.name} ${error.message} ${String(code ?? '')} ${JSON.stringify(meta ?? '')} ${cause instanceof Error ? '' : JSON.stringify(cause ?? '')}`;
  return FULL.test(text) ? 'full' : GONE.test(text) ? 'gone' : outageOf(cause);
}
