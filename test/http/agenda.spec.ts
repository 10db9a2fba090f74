import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { Contests } from '../support/contest.js';
import { enter, openCall, RUBRIC } from '../support/chain.js';
import { refused } from '../support/refused.js';
import { openRound } from '../support/rounds.js';
import { startTestService, type TestService } from '../support/service.js';

interface Agenda {
  readonly items: readonly { readonly id: string; readonly zh: string; readonly from: string; readonly to: string | null; readonly path: string }[];
  readonly feed: string;
}

describe('what concerns someone by its time', () => {
  let service: TestService;
  let office: Visitor;
  let contests: Contests;
  const agendaOf = (who: Visitor) => who.get<Agenda>('/agenda');
  /** A calendar as another program reads it. */
  const read = async (address: string) => new ICAL.Component(ICAL.parse(await (await fetch(address)).text()) as unknown[]).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    contests = new Contests(service, office);
  });
  afterAll(() => service.stop());

  it('is a draft before its call closes, a judge’s invitation and his open sheets; each goes when it is done', async () => {
    const call = await openCall(office, { closesAt: '2025-04-11T18:00:00+08:00' });
    const team = await service.visitor('wang').signUp();
    const { id } = await team.post(`/calls/${call}/entries`, { title: '新材料', abstract: '摘要', facts: {} });
    const { feed, items } = await agendaOf(team);
    expect(items).toMatchObject([{ id: `entry-${id}`, from: '2025-04-11T10:00:00.000Z', path: `/entries/${id}` }]);
    const [event, ...more] = await read(feed);
    expect([event!.summary, event!.endDate.toJSDate().toISOString(), event!.uid.startsWith(`entry-${id}@`), more]).toEqual(['提交截止：《新材料》（测试创投大赛）', '2025-04-11T10:00:00.000Z', true, []]);
    // Another's address can't be guessed from one's own.
    expect((await fetch(feed.replace(/.$/, feed.endsWith('A') ? 'B' : 'A'))).status).toBe(404);

    for (let n = 0; n < 3; n++) await contests.enterIn(call);
    const judge = await contests.judgeOf(call);
    const asked = await contests.someone();
    const second = await contests.judgeOf(call);
    await office.post(`/calls/${call}/judges`, { judge: asked.id, respondBy: '2025-04-20T18:00:00+08:00' });
    expect((await agendaOf(asked)).items).toMatchObject([{ zh: '答复评审邀请：测试创投大赛', path: '/judging' }]);
    await service.moveTo('2025-04-12T09:00:00+08:00');
    expect((await agendaOf(team)).items).toEqual([]);
    await openRound(service, office, call);
    const rounds = await Promise.all([judge, second].map(async (who) => (await agendaOf(who)).items.map(({ path }) => path.split('/')[2])));
    expect(rounds.flat().every((one) => one === 'rounds')).toBe(true);
  });

  it('is a team’s turn to pitch and the judges’ day, once the office says when the pitches begin', async () => {
    const call = await openCall(office, { rounds: [{ name: '路演', rubric: RUBRIC, quorum: 1, seating: 'all', ties: [{ by: 'lot' }], pitch: { present: 8, answer: 7 } }], closesAt: '2025-05-10T18:00:00+08:00' });
    const entered = [await contests.enterIn(call), await contests.enterIn(call), await contests.enterIn(call)];
    await service.moveTo('2025-05-12T09:00:00+08:00');
    const judge = await contests.judgeOf(call);
    const round = await openRound(service, office, call, {});
    expect((await refused(office.post(`/rounds/${round}/pitch-times`, { from: '2025-05-20T09:00:00+08:00' }))).body.code).toBe('pitch:order-not-drawn');
    const { order } = await office.post<{ order: string[] }>(`/rounds/${round}/draw-order`);
    expect((await refused(office.post(`/rounds/${round}/pitch-times`, { from: '2025-05-01T09:00:00+08:00' }))).body.code).toBe('pitch:in-past');
    await office.post(`/rounds/${round}/pitch-times`, { from: '2025-05-20T09:00:00+08:00', between: 5 });
    await service.settle();
    const second = entered.find(({ entry }) => entry === order[1])!;
    const [turn] = (await agendaOf(second.team)).items;
    // Fifteen minutes of the first, five between.
    expect(turn).toMatchObject({ id: `pitch-${round}-${second.entry}`, from: '2025-05-20T01:20:00.000Z', to: '2025-05-20T01:35:00.000Z' });
    expect((await agendaOf(judge)).items).toContainEqual(expect.objectContaining({ id: `pitches-${round}`, from: '2025-05-20T01:00:00.000Z', to: '2025-05-20T01:55:00.000Z' }));
    const told = (await second.team.all<{ id: string; kind: string; text: string }>('/notifications')).find(({ kind }) => kind === 'pitches-timed')!;
    expect(told.text).toContain('2025-05-20 09:20');
    const events = await read((await agendaOf(second.team)).feed);
    expect(events.map(({ uid, startDate }) => [uid.split('@')[0], startDate.toJSDate().toISOString()])).toContainEqual([`pitch-${round}-${second.entry}`, '2025-05-20T01:20:00.000Z']);
    const { lines } = (await (await fetch(`${service.config.baseUrl}/api/rounds/${round}/board`)).json()) as { lines: { entry: string; at: string }[] };
    expect(lines.find(({ entry }) => entry === order[2])!.at).toBe('2025-05-20T01:40:00.000Z');
  });

  it('is an edition’s calls and the dates that they name, for everyone', async () => {
    const call = await openCall(office, { closesAt: '2025-06-11T18:00:00+08:00', timeline: [{ name: { zh: '路演', en: 'Pitch day' }, at: '2025-07-01T09:00:00+08:00' }] });
    const { contest } = await office.get<{ contest: { id: string } }>(`/calls/${call}`);
    const address = `${service.config.baseUrl}/api/contests/${contest.id}/calendar.ics`;
    const events = await read(address);
    const asked = await (await fetch(address)).text();
    await service.moveTo(new Date(service.clock.now().getTime() + 60_000).toISOString());
    expect(await (await fetch(address)).text()).toBe(asked);
    expect(events.map(({ summary, endDate }) => [summary, endDate.toJSDate().toISOString()])).toEqual(expect.arrayContaining([['测试创投大赛：截止', '2025-06-11T10:00:00.000Z'], ['测试创投大赛：路演', '2025-07-01T01:00:00.000Z']]));
    expect((await fetch(`${service.config.baseUrl}/api/contests/${office.id}/calendar.ics`)).status).toBe(404);
  });

  it('someone gets all that is held of him, and nothing of others', async () => {
    const call = await openCall(office, { closesAt: '2025-06-11T18:00:00+08:00' });
    const { team, entry } = await enter(service, call, 'chen');
    await enter(service, call, 'other');
    await team.post(`/calls/${call}/questions`, { text: '材料几份？' });
    await service.settle();
    const files = unzipSync(new Uint8Array(await (await team.raw('GET', '/me/data')).arrayBuffer()));
    const of = (name: string) => JSON.parse(strFromU8(files[`${name}.json`]!)) as Record<string, unknown>[];
    expect(of('person')).toMatchObject([{ email: team.email }]);
    expect(of('entries')).toMatchObject([{ id: entry, title: '项目 chen' }]);
    expect(of('questions')).toMatchObject([{ text: '材料几份？' }]);
    expect(of('record').map(({ command }) => command)).toEqual(expect.arrayContaining(['submit-entry', 'ask-question']));
    const all = Object.values(files).map((file) => strFromU8(file)).join('');
    expect([all.includes('项目 other'), all.includes('argon2')]).toEqual([false, false]);
  });
});
