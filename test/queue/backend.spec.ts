import { createLog, pause, readConfig } from '#platform';
import { FlowProducer, Queue, Worker, type Job } from 'bullmq';
import { connectQueues, type QueueConnection } from '../../libs/platform/queues/queue-connection.js';
import { freshDatabase, freshRedis, REDIS } from '../support/service.js';

const backends = [{ backend: 'PostgreSQL' }, ...(REDIS ? [{ backend: 'Redis' }] : [])];

let queues = 0;

/** What the service needs of BullMQ, on the backend it runs on. */
describe.each(backends)('BullMQ on $backend', ({ backend }) => {
  let connection: QueueConnection;
  let queue: Queue;
  let worker: Worker | undefined;

  beforeAll(async () => {
    const config = readConfig({ LOG_LEVEL: 'silent', ...(backend === 'Redis' && { REDIS_URL: await freshRedis() }) });
    connection = await connectQueues(config, await freshDatabase(), createLog(config));
  });
  beforeEach(() => {
    queue = new Queue(`q${++queues}`, connection.options);
    queue.on('error', () => undefined);
  });
  afterEach(async () => {
    await worker?.close();
    worker = undefined;
    await queue.close();
  });
  afterAll(() => connection.close());

  /** Works until `count` jobs are done; returns them in the order they ended. */
  const work = async (count: number, run: (job: Job) => unknown = () => undefined, options: object = {}): Promise<string[]> => {
    const ended: string[] = [];
    worker = new Worker(queue.name, async (job) => run(job), { ...connection.options, concurrency: 4, ...options });
    worker.on('error', () => undefined);
    worker.on('completed', (job) => void ended.push(job.name));
    for (let tries = 0; ended.length < count && tries < 1000; tries++) await pause(10);
    return ended;
  };

  it('is the one that was asked for', () => {
    expect(connection.backend).toBe(backend.toLowerCase());
  });

  it('delays a job', async () => {
    const began = performance.now();
    await queue.add('later', {}, { delay: 400 });
    await work(1);
    expect(performance.now() - began).toBeGreaterThan(390);
  });

  it('drops a second job of one id while the first is there, and takes it once that is gone', async () => {
    const options = { jobId: 'one', removeOnComplete: true };
    await queue.add('first', {}, options);
    await queue.addBulk([{ name: 'second', data: {}, opts: options }]);
    expect(await work(1)).toEqual(['first']);
    expect(await queue.getJobCountByTypes('waiting', 'active', 'completed')).toBe(0);
    await queue.add('third', {}, options);
    for (let tries = 0; (await queue.getJobCountByTypes('waiting', 'active')) > 0 && tries < 500; tries++) await pause(10);
    expect(await queue.getJobCountByTypes('waiting')).toBe(0);
  });

  it('tries a failed job again with backoff', async () => {
    let attempts = 0;
    await queue.add('flaky', {}, { attempts: 3, backoff: { type: 'exponential', delay: 20, jitter: 0.5 } });
    await work(1, () => {
      if (++attempts < 3) throw new Error('not yet');
    });
    expect(attempts).toBe(3);
  });

  it('repeats a job by its scheduler', async () => {
    await queue.upsertJobScheduler('tick', { every: 100 }, { name: 'tick', opts: { removeOnComplete: true } });
    expect((await work(3)).slice(0, 3)).toEqual(['tick', 'tick', 'tick']);
    await queue.removeJobScheduler('tick');
  });

  it('runs a flow’s last job after its parts, also when a part failed for good', async () => {
    const flows = new FlowProducer(connection.options);
    const order: string[] = [];
    const part = (name: string) => ({ name, queueName: queue.name, data: {}, opts: { ignoreDependencyOnFailure: true, attempts: 1, removeOnFail: true } });
    await flows.add({ name: 'last', queueName: queue.name, data: {}, children: [part('a'), part('bad'), part('b')] });
    await work(3, (job) => {
      order.push(job.name);
      if (job.name === 'bad') throw new Error('bad');
    });
    expect(order.at(-1)).toBe('last');
    expect(order).toHaveLength(4);
    await flows.close();
  });

  it('limits the rate', async () => {
    const began = performance.now();
    await queue.addBulk(Array.from({ length: 5 }, (_, i) => ({ name: String(i), data: {} })));
    await work(5, undefined, { limiter: { max: 2, duration: 300 } });
    expect(performance.now() - began).toBeGreaterThan(590);
  });
});
