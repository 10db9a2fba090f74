import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { pause } from '#platform';

/** A wire between two parts of the service that can be cut, slowed, or left hanging. */
export class Proxy {
  private readonly ends = new Set<Socket>();
  private delay = 0;
  private held: Promise<void> = Promise.resolve();

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (client) => this.join(client));
  }

  static async to(target: number): Promise<Proxy> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new Proxy(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Every connection is reset; new ones are taken. */
  cut(): void {
    for (const end of this.ends) end.resetAndDestroy();
  }

  /** Each piece takes so many milliseconds longer, for a time. */
  async slow(milliseconds: number, time: number): Promise<void> {
    this.delay = milliseconds;
    await pause(time);
    this.delay = 0;
  }

  /** Nothing passes for a time, and nobody is told. */
  async hang(time: number): Promise<void> {
    this.held = pause(time);
    await this.held;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(client: Socket): void {
    const server = connect(this.target, '127.0.0.1');
    this.pipe(client, server);
    this.pipe(server, client);
  }

  private pipe(from: Socket, to: Socket): void {
    this.ends.add(from);
    let before = Promise.resolve();
    const inTurn = (then: () => void) =>
      (before = before.then(async () => {
        await this.held;
        if (this.delay > 0) await pause(this.delay);
        then();
      }));
    from.setNoDelay(true);
    from.on('data', (piece) => void inTurn(() => void (to.destroyed || to.write(piece))));
    from.on('end', () => void inTurn(() => to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.ends.delete(from);
      void inTurn(() => to.destroy());
    });
  }
}
