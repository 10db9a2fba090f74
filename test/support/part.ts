import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pause } from '#platform';

/** A process of the service or beside it, which is killed, stopped, held and started again. */
export class Part {
  private child: ChildProcess | undefined;
  private readonly output: string[] = [];

  constructor(
    readonly name: string,
    private readonly command: readonly [string, ...string[]],
    private readonly environment: NodeJS.ProcessEnv,
    /** What it prints when it is there. */
    private readonly ready: string,
  ) {}

  /** Starts it, again and again while what it stands on is gone. @throws when it has not come up within a minute */
  async start(): Promise<void> {
    const [program, ...args] = this.command;
    for (let tries = 0; tries < 20; tries++) {
      const child = spawn(program, args, { env: this.environment });
      this.child = child;
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (text: Buffer) => {
          said += text.toString();
          this.output.push(text.toString());
        });
      for (let waited = 0; waited < 20_000 && !said.includes(this.ready) && !isOver(child); waited += 25) await pause(25);
      if (said.includes(this.ready) && !isOver(child)) return;
      if (!isOver(child)) child.kill('SIGKILL');
      await pause(200);
    }
    throw new Error(`${this.name} did not start:\n${this.output.join('').slice(-3000)}`);
  }

  /** MiB that it holds, by Linux. */
  get memory(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child!.pid}/status`, 'utf8'))![1]) / 1024;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || isOver(child)) return;
    child.kill(signal);
    for (let waited = 0; waited < 30_000 && !isOver(child); waited += 10) await pause(10);
    if (!isOver(child)) child.kill('SIGKILL');
  }

  /** Holds it in the middle of what it does. */
  async hold(milliseconds: number): Promise<void> {
    this.child?.kill('SIGSTOP');
    await pause(milliseconds);
    this.child?.kill('SIGCONT');
  }

  /** Whether it ended without being told to. */
  get fallen(): boolean {
    return this.child !== undefined && isOver(this.child);
  }

  /** What it printed, the latest last. */
  get said(): string {
    return this.output.join('');
  }
}

const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
