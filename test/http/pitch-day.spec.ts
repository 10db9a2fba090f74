import { createHash } from 'node:crypto';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { RUBRIC } from '../support/chain.js';
import { Contests, type Entered } from '../support/contest.js';
import { refused } from '../support/refused.js';
import { marksOf, openRound, roundShown, sheetsOf } from '../support/rounds.js';
import { startTestService, type TestService } from '../support/service.js';

interface Line { entry: string; slot: number | null; score: string | null; rank: number | null; hidden: boolean }
interface Board { board: string; state: string; pitching: { entry: string; phase: string; endsAt: string | null } | null; lines: Line[] }

describe('a pitch day', () => {
  let service: TestService;
  let office: Visitor;
  let contests: Contests;
  let call: string;
  let round: string;
  let entries: Entered[];
  const judges: Visitor[] = [];
  let order: string[];

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    contests = new Contests(service, office);
    ({ call, entries } = await contests.closedCall(4, { rounds: [{ key: 'pitch', name: '路演', seating: 'all', rubric: RUBRIC, quorum: 2, scoring: 'mean', pitch: { present: 8, answer: 7 } }] }));
    for (let n = 0; n < 2; n++) judges.push(await contests.judgeOf(call));
    round = await openRound(service, office, call);
  });
  afterAll(() => service.stop());

  const board = () => service.visitor('anyone').get<Board>(`/rounds/${round}/board`);
  const key = (how?: string) => office.post<{ entry: string | null; phase: string | null; endsAt: string | null }>(`/rounds/${round}/pitch`, how === undefined ? {} : { how });
  const sheetOf = async (judge: Visitor, entry: string) => (await sheetsOf(judge, round)).find((sheet) => sheet.entry.id === entry)!.id;
  const mark = async (judge: Visitor, entry: string, value: number) => judge.post(`/score-sheets/${await sheetOf(judge, entry)}/submit`, { marks: marksOf(RUBRIC, value) });

  it('draws its running order by a seed whose hash was published before: anyone draws it again', async () => {
    const published = async () => (await service.visitor('anyone').get<{ rounds: { draws: { purpose: string; commitment: string; seed: string | null }[] }[] }>(`/calls/${call}/rounds`)).rounds[0]!.draws.find(({ purpose }) => purpose === 'order')!;
    const before = await published();
    expect(before.seed).toBeNull();
    expect((await refused(key())).body.code).toBe('pitch:order-not-drawn');
    ({ order } = await office.post<{ order: string[] }>(`/rounds/${round}/draw-order`));
    const after = await published();
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect([after.commitment, sha256(after.seed!)]).toEqual([before.commitment, before.commitment]);
    // By hand: the first twelve hexadecimal digits of the hash of seed and entry, the greater the earlier.
    const again = entries.map(({ entry }) => ({ entry, lot: parseInt(sha256(`${after.seed} ${entry}`).slice(0, 12), 16) })).sort((x, y) => y.lot - x.lot).map(({ entry }) => entry);
    expect(order).toEqual(again);
    expect((await refused(office.post(`/rounds/${round}/draw-order`))).body.code).toBe('pitch:order-drawn');
    expect((await board()).lines.map(({ entry }) => entry)).toEqual(order);
  });

  it('goes on by one key, with timers that can be moved, and puts back who is not there', async () => {
    expect(await key()).toMatchObject({ entry: order[0], phase: 'presenting' });
    const began = service.clock.now().getTime();
    expect(new Date((await board()).pitching!.endsAt!).getTime() - began).toBe(8 * 60_000);
    await office.post(`/rounds/${round}/timer`, { seconds: 60 });
    expect(new Date((await board()).pitching!.endsAt!).getTime() - began).toBe(9 * 60_000);
    expect(await key('put-back')).toMatchObject({ entry: order[1], phase: 'presenting' });
    order = [...order.slice(1), order[0]!];
    expect(await key()).toMatchObject({ entry: order[0], phase: 'answering' });
    expect((await board()).lines.map(({ entry }) => entry)).toEqual(order);
  });

  it('keeps what is typed during the pitch, takes it once it has ended, and loses nothing on a bad line', async () => {
    const [judge] = judges;
    const sheet = await sheetOf(judge!, order[0]!);
    await judge!.patch(`/score-sheets/${sheet}`, { marks: [{ criterion: 'innovation', mark: 8, comment: '亮点' }], seen: {} });
    expect((await refused(judge!.post(`/score-sheets/${sheet}/submit`, { marks: marksOf(RUBRIC, 8) }))).body.code).toBe('pitch:not-yet');
    expect(await key()).toMatchObject({ phase: 'marking', endsAt: null });
    // The phone is lost: another one finds what was typed. The old one wakes up later with an older text.
    const phone = await service.visitor(judge!.name).signIn();
    const [found] = (await phone.all<{ id: string; state: string; draft: { values: object; versions: Record<string, number> } }>('/score-sheets')).filter(({ id }) => id === sheet);
    expect(found).toMatchObject({ state: 'started', draft: { values: { 'mark-innovation': 8, 'comment-innovation': '亮点' } } });
    await phone.patch(`/score-sheets/${sheet}`, { marks: [{ criterion: 'innovation', mark: 9 }], seen: found!.draft.versions });
    const stale = await judge!.patch<{ conflicts: { field: string; theirs: number }[] }>(`/score-sheets/${sheet}`, { marks: [{ criterion: 'innovation', mark: 7 }, { criterion: 'market', mark: 6 }], seen: found!.draft.versions });
    expect(stale.conflicts).toMatchObject([{ field: 'mark-innovation', theirs: 9 }]);
    // Sent, no answer seen, sent again: handed in once.
    const headers = { 'idempotency-key': 'phone-1' };
    const marks = { marks: marksOf(RUBRIC, 9) };
    const [one, two] = [await phone.post<{ version: number }>(`/score-sheets/${sheet}/submit`, marks, headers), await phone.post<{ version: number }>(`/score-sheets/${sheet}/submit`, marks, headers)];
    expect(one).toEqual(two);
  });

  it('shows a score when the last judge’s mark is in, on a screen that follows by itself', async () => {
    const screen = await fetch(`${service.config.baseUrl}/api/rounds/${round}/screen`, { headers: { accept: 'text/event-stream' } });
    const reader = screen.body!.getReader();
    const decoder = new TextDecoder();
    let text = '';
    const until = async (holds: (board: Board) => boolean): Promise<Board> => {
      for (;;) {
        for (const message of text.split('\n\n').slice(0, -1)) {
          const data = /^data: (.*)$/m.exec(message)?.[1];
          if (data !== undefined && holds(JSON.parse(data) as Board)) return JSON.parse(data) as Board;
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('The screen ended');
        text += decoder.decode(value, { stream: true });
      }
    };
    await office.post(`/rounds/${round}/board`, { board: 'live' });
    expect((await until(({ board: shown }) => shown === 'live')).lines[0]!.score).toBeNull();
    await mark(judges[1]!, order[0]!, 8);
    const shown = await until(({ lines }) => lines.some(({ score }) => score !== null));
    expect(shown.lines[0]).toMatchObject({ entry: order[0], score: '85.00', rank: 1 });
    await reader.cancel();
  });

  it('corrects a wrong score on the record, never behind it', async () => {
    const sheet = await sheetOf(judges[1]!, order[0]!);
    expect((await refused(judges[1]!.post(`/score-sheets/${sheet}/submit`, { marks: marksOf(RUBRIC, 6) }))).status).toBe(409);
    expect((await refused(judges[1]!.post(`/score-sheets/${sheet}/reopen`, { reason: '我打错了分' }))).status).toBe(403);
    await office.post(`/score-sheets/${sheet}/reopen`, { reason: '评委当场更正笔误' });
    expect((await board()).lines.find(({ entry }) => entry === order[0])!.score).toBeNull();
    await judges[1]!.post(`/score-sheets/${sheet}/submit`, { marks: marksOf(RUBRIC, 7) });
    await service.settle();
    expect((await board()).lines[0]).toMatchObject({ entry: order[0], score: '80.00' });
    const history = await office.get<object>(`/projects/${entries.find(({ entry }) => entry === order[0])!.project}/history`);
    for (const word of ['sheet:reopened', '评委当场更正笔误', 'innovation=8', 'innovation=7']) expect(JSON.stringify(history)).toContain(word);
    expect((await judges[1]!.all<{ id: string; kind: string }>('/notifications')).map(({ kind }) => kind)).toContain('sheet-reopened');
  });

  it('freezes before the end and is unveiled place by place', async () => {
    await office.post(`/rounds/${round}/board`, { board: 'frozen' });
    for (const [n, entry] of order.slice(1).entries()) {
      expect(await key()).toMatchObject({ entry, phase: 'presenting' });
      await key();
      await key();
      service.clock.moveTo(new Date(service.clock.now().getTime() + 20 * 60_000));
      for (const judge of judges) await mark(judge, entry, n === 0 ? 9 : 6);
      await service.settle();
    }
    const frozen = await board();
    expect(frozen.lines.filter(({ score }) => score !== null).map(({ entry }) => entry)).toEqual([order[0]]);
    expect(frozen.lines.filter(({ hidden }) => hidden)).toHaveLength(3);
    expect((await roundShown(office, round)).state).toBe('ranked');
    expect((await refused(judges[0]!.patch(`/score-sheets/${await sheetOf(judges[0]!, order[0]!)}`, { marks: [] }))).body.code).toBe('round:not-open');
    await office.post(`/rounds/${round}/board`, { board: 'unveiling' });
    const ranks = async () => (await board()).lines.flatMap(({ rank }) => rank ?? []);
    expect(await ranks()).toEqual([]);
    await office.post(`/rounds/${round}/unveil`);
    expect(await ranks()).toEqual([3, 3]);
    await office.post(`/rounds/${round}/unveil`);
    await office.post(`/rounds/${round}/unveil`);
    expect(await ranks()).toEqual([1, 2, 3, 3]);
    expect((await refused(office.post(`/rounds/${round}/unveil`))).body.code).toBe('board:nothing-to-unveil');
  });

  it('is told in a feed that can be taken up where it broke off, to each as much as concerns him', async () => {
    const { contest } = await office.get<{ contest: { id: string } }>(`/calls/${call}`);
    const feed = (visitor: Visitor, after = '') => visitor.get<{ items: { id: string; name: string; payload: object }[]; next: string }>(`/contests/${contest.id}/events${after && `?after=${after}`}`);
    const names = async (visitor: Visitor) => new Set((await feed(visitor)).items.map(({ name }) => name));
    const nobody = await names(service.visitor('anyone'));
    for (const name of ['round:order-drawn', 'round:pitch-moved', 'round:board-set']) expect(nobody.has(name)).toBe(true);
    for (const name of ['sheet:submitted', 'entry:scored', 'entry:submitted', 'sheet:reopened']) expect(nobody.has(name)).toBe(false);
    expect((await names(office)).has('entry:scored')).toBe(true);
    expect((await names(judges[0]!)).has('sheet:submitted')).toBe(true);
    expect((await names(entries[0]!.team)).has('entry:submitted')).toBe(true);
    const all = (await feed(office)).items;
    const later = (await feed(office, all[4]!.id)).items;
    expect(later.map(({ id }) => id)).toEqual(all.slice(5).map(({ id }) => id));
    const stream = await fetch(`${service.config.baseUrl}/api/contests/${contest.id}/events/stream`, { headers: { 'last-event-id': [...(await feed(service.visitor('anyone'))).items].at(-3)!.id } });
    const reader = stream.body!.getReader();
    let text = '';
    while ((text.match(/^id: /gm) ?? []).length < 2) text += new TextDecoder().decode((await reader.read()).value);
    expect(text).toContain('event: round:board-set');
    // It stays open: stopping the service ends it.
  });
});
