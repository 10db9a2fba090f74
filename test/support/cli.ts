import { spawn } from 'node:child_process';

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `trellis` as a user would, with an environment of its own. */
export const runCli = (args: readonly string[], environment: Record<string, string> = {}, input = ''): Promise<CliResult> =>
  new Promise((done) => {
    const child = spawn(process.execPath, ['--disable-warning=DeprecationWarning', 'dist/apps/cli/main.js', ...args], { env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: 'node_modules/.cache/trellis', ...environment } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (err += part.toString()));
    child.on('close', (code) => done({ code, out, err }));
    child.stdin.end(input);
  });
