import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { pause } from '#platform';

/** Whether the long form of the fault tests runs, `npm run test:faults`. */
export const LONG_FAULTS = process.env['FAULTS'] === 'long';

/** The service as a process of its own, to be killed. */
export class ChildService {
  private constructor(
    private readonly child: ChildProcess,
    readonly base: string,
  ) {}

  static async start(environment: Record<string, string>): Promise<ChildService> {
    const output: string[] = [];
    const child = spawn(process.execPath, ['--disable-warning=DeprecationWarning', 'dist/apps/cli/main.js', 'start'], { env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: 'node_modules/.cache/trellis', LOG_LEVEL: 'warn', SIGN_INS_A_MINUTE: '100000', REQUESTS_A_MINUTE: '1000000', JOB_LOCK_SECONDS: '2', ...environment } });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => output.push(text.toString()));
    const service = new ChildService(child, `http://127.0.0.1:${environment['PORT']}`);
    for (let tries = 0; tries < 600; tries++) {
      if (child.exitCode !== null || child.signalCode !== null) return service;
      const ready = await fetch(`${service.base}/health/ready`).then((answer) => answer.ok, () => false);
      if (ready) return service;
      await pause(50);
    }
    throw new Error(`The service did not start:\n${output.join('')}`);
  }

  get dead(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  get killed(): boolean {
    return this.child.signalCode === 'SIGKILL';
  }

  /** Waits for the process to end; false when it has not within the time. */
  async ended(milliseconds: number): Promise<boolean> {
    for (let waited = 0; waited < milliseconds && !this.dead; waited += 25) await pause(25);
    return this.dead;
  }

  /** Asks it to stop, and returns its exit code. */
  async stopped(): Promise<number | null> {
    await this.kill('SIGTERM');
    return this.child.exitCode;
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    if (this.dead) return;
    this.child.kill(signal);
    await once(this.child, 'exit');
  }
}
