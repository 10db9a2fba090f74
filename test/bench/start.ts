import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause, ROOT } from '#platform';
import { keep, median } from './keep.js';

const RUNS = 5;
const PORT = 21_000 + (process.pid % 10_000);

/** Cold start of `npm start` on embedded data, until it says that it is ready. */
export async function benchStart(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'trellis-bench-'));
  chmodSync(home, 0o755);
  const first = await start(home);
  const later: number[] = [];
  for (let run = 0; run < RUNS; run++) later.push(await start(home));
  rmSync(home, { recursive: true, force: true });
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
  keep('start', `From the start of the process until \`/health/ready\` answers, with the embedded PostgreSQL; the median of ${RUNS} starts on kept data, and the first one, which makes the database.`, ['start', 'until ready'], [
    ['first, with initdb and migrations', seconds(first)],
    ['later', seconds(median(later))],
  ]);
}

async function start(home: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'dist/apps/cli/main.js'), 'start'], { env: { PATH: process.env['PATH'], TRELLIS_HOME: home, PORT: String(PORT), LOG_LEVEL: 'error', NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/trellis') }, stdio: 'ignore' });
  while (!(await fetch(`http://127.0.0.1:${PORT}/health/ready`).then((answer) => answer.ok, () => false))) await pause(10);
  const milliseconds = performance.now() - began;
  child.kill('SIGTERM');
  await new Promise((done) => child.once('exit', done));
  return milliseconds;
}
