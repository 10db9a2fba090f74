import { DISTRICT, pause, Transactions } from '#platform';
import type { DistrictId } from '#kernel';
import { Visitor } from '../../apps/cli/demo/visitor.js';
import { rmSync } from 'node:fs';
import { enter, openCall, RUBRIC, type SheetItem } from '../support/chain.js';
import { expectRankedOnce } from '../support/invariants.js';
import { openedRound } from '../support/judged-round.js';
import { freePort, freshDatabase, PASSWORD, startTestService, type TestService } from '../support/service.js';
import { ChildService } from './child.js';

describe('a worker', () => {
  it('that is told to stop finishes or hands back its jobs, and ends with 0', async () => {
    const database = await freshDatabase();
    const service = await startTestService({ environment: { DATABASE_URL: database } });
    const { round } = await openedRound(service, 6, 2);
    await service.stop({ keep: true });
    const environment = { DATABASE_URL: database, PORT: String(await freePort()), TRELLIS_HOME: service.home };
    const child = await ChildService.start(environment);
    for (let n = 1; n <= 2; n++) {
      const judge = await new Visitor(child.base, '', `judge${n}@test.example`, PASSWORD).signIn();
      for (const { id } of await judge.all<SheetItem>('/score-sheets')) await judge.post(`/score-sheets/${id}/submit`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: 7 })) });
    }
    // The last sheet is just in: its jobs are running or waiting.
    expect(await child.stopped()).toBe(0);
    const next = await startTestService({ now: '2025-04-13T09:00:00+08:00', environment: { DATABASE_URL: database, TRELLIS_HOME: service.home } });
    await next.settle();
    await expectRankedOnce(next.database, { round, entries: 6, judges: 2 });
    await next.stop();
    rmSync(service.home, { recursive: true, force: true });
  });
});

describe('a reaction that fails', () => {
  let service: TestService;
  beforeAll(async () => void (service = await startTestService()));
  afterAll(() => service.stop());

  /** An event whose notice can't be written: its judge is no id. */
  const poison = async () => {
    const district = service.app.get<DistrictId>(DISTRICT);
    await service.app.get(Transactions).run({ command: 'test', actor: { kind: 'system', district, name: 'test' }, requestId: null }, async (c) => {
      c.create('call', { to: 'open', events: [{ event: 'judge:invited', payload: { call: 'x', judge: 'no id', callName: '坏' } }] });
    });
  };

  it('is tried again, then kept as a dead letter that the office sees; those it came with are handled', async () => {
    const office = await service.office();
    const call = await openCall(office);
    await poison();
    await enter(service, call, 'alpha');
    const judge = await service.visitor('judge').signUp();
    await office.post(`/calls/${call}/judges`, { judge: judge.id });
    const invited = async () => (await judge.all<{ id: string; kind: string }>('/notifications')).filter(({ kind }) => kind === 'judge-invited');
    for (let tries = 0; (await invited()).length === 0 && tries < 500; tries++) await pause(20);
    expect(await invited()).toHaveLength(1);
    type Letter = { event: string; reaction: string; failure: string };
    let letters: Letter[] = [];
    // Eight attempts with doubling pauses take about a minute.
    for (let tries = 0; letters.length === 0 && tries < 600; tries++) {
      await pause(200);
      letters = await office.get<Letter[]>('/operations/dead-letters');
    }
    expect(letters).toMatchObject([{ reaction: 'notify-judge-invited', failure: expect.stringContaining('uuid') }]);
    expect(await office.post<object>(`/operations/dead-letters/${letters[0]!.event}/notify-judge-invited/resend`)).toMatchObject({ event: letters[0]!.event });
    expect(await office.get<Letter[]>('/operations/dead-letters')).toEqual([]);
  }, 180_000);
});
