import { getQueueToken } from '@nestjs/bullmq';
import type { DistrictId } from '#kernel';
import { DISTRICT, pause, ReactionRunner, Relay, Transactions } from '#platform';
import type { Queue } from 'bullmq';
import { REACTIONS, type ReactionJob } from '../../libs/platform/queues/jobs.js';
import { enter, openCall, RUBRIC, scoreAll, type SheetItem } from '../support/chain.js';
import { expectRankedOnce } from '../support/invariants.js';
import { openedRound, type JudgedRound } from '../support/judged-round.js';
import { freshDatabase, freshRedis, REDIS, startTestService, type TestService } from '../support/service.js';

const ENTRIES = 4;
const JUDGES = 3;

/** A judged round whose events nobody has handled yet: the service answers, but does no jobs. */
async function unhandledRound(environment: Record<string, string> = {}): Promise<{ service: TestService; round: JudgedRound }> {
  const database = await freshDatabase();
  const first = await startTestService({ environment: { ...environment, DATABASE_URL: database } });
  const round = await openedRound(first, ENTRIES, JUDGES);
  await first.stop({ keep: true });
  const service = await startTestService({ now: '2025-04-13T09:00:00+08:00', works: false, environment: { ...environment, DATABASE_URL: database, TRELLIS_HOME: first.home } });
  const judges = [];
  for (let n = 1; n <= JUDGES; n++) judges.push(await service.visitor(`judge${n}`).signIn());
  await scoreAll(judges, () => 8);
  return { service, round };
}

const owed = async (service: TestService): Promise<ReactionJob[]> =>
  (await service.database.pool.query<ReactionJob>('SELECT district_id AS district, event_id AS event, reaction FROM pending ORDER BY event_id, reaction')).rows;

/** Runs what is owed by `order`, as a worker would, until nothing is; a flow's parts and its last job too. */
async function runAll(service: TestService, deliver: (jobs: ReactionJob[], run: (job: ReactionJob) => Promise<unknown>) => Promise<void>): Promise<void> {
  const runner = service.app.get(ReactionRunner);
  for (let jobs = await owed(service); jobs.length > 0; jobs = await owed(service)) {
    await deliver(jobs, async (job) => {
      if ((await runner.run(job)) !== 'fanned-out') return;
      const { rows } = await service.database.pool.query<{ part: string }>('SELECT s.entry_id AS part FROM standing s JOIN event e ON e.aggregate_id = s.round_id WHERE e.id = $1', [job.event]);
      await deliver(rows.map(({ part }) => ({ ...job, part })), (part) => runner.run(part));
      await deliver([{ ...job, step: 'last' }], (last) => runner.run(last));
    });
  }
}

describe('jobs that come as they should not', () => {
  it('has one effect of the same job delivered three times at once', async () => {
    const { service, round } = await unhandledRound();
    await runAll(service, async (jobs, run) => {
      for (const job of jobs) await Promise.all([run(job), run(job), run(job)]);
      for (const job of jobs) await run(job);
    });
    await service.database.pool.query('DELETE FROM outbox');
    await expectRankedOnce(service.database, { round: round.round, entries: ENTRIES, judges: JUDGES });
    await service.stop();
  });

  it('comes to the same end with jobs in reverse order', async () => {
    const { service, round } = await unhandledRound();
    await runAll(service, async (jobs, run) => {
      for (const job of [...jobs].reverse()) await run(job);
    });
    await service.database.pool.query('DELETE FROM outbox');
    await expectRankedOnce(service.database, { round: round.round, entries: ENTRIES, judges: JUDGES });
    await service.stop();
  });

  it('takes along in one transaction what others would come for, and goes alone where one of them can’t be handled', async () => {
    const database = await freshDatabase();
    const first = await startTestService({ environment: { DATABASE_URL: database } });
    const call = await openCall(await first.office());
    await first.settle();
    await first.stop({ keep: true });
    const service = await startTestService({ works: false, environment: { DATABASE_URL: database, TRELLIS_HOME: first.home } });
    for (const account of ['a', 'b', 'unwanted', 'c', 'd']) await enter(service, call, account);
    const runner = service.app.get(ReactionRunner);
    const jobs = async () => (await owed(service)).filter(({ reaction }) => reaction === 'count-what-happened');
    const counted = async () => (await service.database.pool.query<{ title: string }>("SELECT title FROM tally WHERE source = 'entry' AND known_to IS NULL ORDER BY title")).rows.map(({ title }) => title);
    expect(await jobs()).toHaveLength(5);

    await service.database.pool.query("ALTER TABLE tally ADD CONSTRAINT wanted CHECK (title <> '项目 unwanted')");
    const come = await jobs();
    const outcomes = await Promise.allSettled(come.map((job) => runner.run(job)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await jobs()).toEqual([come[2]]);
    expect(await counted()).toEqual(['项目 a', '项目 b', '项目 c', '项目 d']);

    await service.database.pool.query('ALTER TABLE tally DROP CONSTRAINT wanted');
    for (const account of ['e', 'f', 'g']) await enter(service, call, account);
    const more = await jobs();
    // The first has taken all; the others find nothing left of theirs.
    expect(await Promise.all(more.map((job) => runner.run(job)))).toEqual(['done', 'already', 'already', 'already']);
    expect(await jobs()).toEqual([]);
    expect(await counted()).toEqual(['项目 a', '项目 b', '项目 c', '项目 d', '项目 e', '项目 f', '项目 g', '项目 unwanted']);
    expect((await service.database.pool.query('SELECT 1 FROM tally WHERE source = $1', ['entry'])).rowCount).toBe(8);
    await service.stop();
  });

  const backends = [{ backend: 'PostgreSQL' }, ...(REDIS ? [{ backend: 'Redis' }] : [])];
  it.each(backends)('sends everything again after the queue on $backend was emptied', async ({ backend }) => {
    const environment: Record<string, string> = backend === 'Redis' ? { REDIS_URL: await freshRedis() } : {};
    const { service, round } = await unhandledRound(environment);
    const queue = service.app.get<Queue>(getQueueToken(REACTIONS));
    while ((await service.app.get(Relay).handOver()) > 0);
    expect(await queue.getJobCountByTypes('waiting')).toBeGreaterThan(0);
    if (backend === 'Redis') await freshRedis();
    else await queue.obliterate({ force: true });
    expect(await queue.getJobCountByTypes('waiting')).toBe(0);
    const { config, home } = service;
    await service.stop({ keep: true });
    const next = await startTestService({ now: '2025-04-13T10:00:00+08:00', environment: { ...environment, DATABASE_URL: config.DATABASE_URL!, TRELLIS_HOME: home } });
    await next.settle();
    await expectRankedOnce(next.database, { round: round.round, entries: ENTRIES, judges: JUDGES });
    await next.stop();
  });

  it('handles an event whose transaction commits long after a later one', async () => {
    const service = await startTestService();
    const { office, judges, entries, round, call } = await openedRound(service, 2, 1);
    const sheets = await judges[0]!.all<SheetItem>('/score-sheets');
    const submit = (sheet: string) => judges[0]!.post(`/score-sheets/${sheet}/submit`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: 6 })) });
    // An announcement that takes its event's id now and commits when it is let.
    let let_ = (): void => undefined;
    const held = new Promise<void>((done) => (let_ = done));
    const district = service.app.get<DistrictId>(DISTRICT);
    const early = service.app.get(Transactions).run({ command: 'test', actor: { kind: 'system', district, name: 'test' }, requestId: null }, async (c) => {
      const aggregate = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(call) });
      c.announce(aggregate, { event: 'call:closed', payload: { callName: '迟交', entries: 2 } });
    }, () => held);
    await pause(100);
    for (const { id } of sheets) await submit(id);
    await service.settle();
    await expectRankedOnce(service.database, { round, entries: entries.length, judges: 1 });
    let_();
    await early;
    await service.settle();
    const told = await office.all<{ id: string; kind: string; subject: string }>('/notifications');
    expect(told.map(({ subject }) => subject)).toContain('“迟交”已截止，请分配评委');
    await service.stop();
  });
});
