import { execFile, type ExecFileOptions } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The user that the database's programs run as. */
export interface ServerUser {
  /** Gives a file or folder to that user. */
  own(path: string): void;
  run(command: string, args: readonly string[], options?: ExecFileOptions): Promise<unknown>;
}

/**
 * PostgreSQL refuses to run as root. Then it runs as the system user `postgres`, made where there is none; or, where that
 * user can't enter the folders (a project under /root), as nobody in a user namespace that still holds root's files.
 */
export async function serverUser(paths: readonly string[]): Promise<ServerUser> {
  const at = (options?: ExecFileOptions) => ({ cwd: '/', ...options });
  if (userInfo().uid !== 0) return { own: () => undefined, run: (command, args, options) => execute(command, args, at(options)) };
  if (!paths.every(isOpen)) return { own: () => undefined, run: (command, args, options) => execute('unshare', ['--user', command, ...args], at(options)) };
  const { uid, gid } = await postgresUser();
  return { own: (path) => chownSync(path, uid, gid), run: (command, args, options) => execute(command, args, { uid, gid, ...at(options) }) };
}

/** Whether everyone may pass through to `path`, as far as it is there. */
function isOpen(path: string): boolean {
  const passable = !existsSync(path) || !statSync(path).isDirectory() || (statSync(path).mode & 0o001) !== 0;
  const above = dirname(path);
  return passable && (above === path || isOpen(above));
}

async function postgresUser(): Promise<{ uid: number; gid: number }> {
  const id = async (flag: string) => Number((await execute('id', [flag, 'postgres'])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    await execute('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    return { uid: await id('-u'), gid: await id('-g') };
  }
}
