import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { openCall, RUBRIC } from '../support/chain.js';
import { Contests } from '../support/contest.js';
import { markAll, openRound } from '../support/rounds.js';
import { startTestService, type TestService } from '../support/service.js';
import { open } from './browser.js';

describe('the public', () => {
  let service: TestService;
  let office: Visitor;
  let contests: Contests;
  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    contests = new Contests(service, office);
  });
  afterAll(() => service.stop());

  it('reads calls and results without script, under their own titles, and with previews', async () => {
    const call = await openCall(office, { name: '公开征集', timeline: [{ name: { zh: '路演日', en: 'Pitch day' }, at: '2025-04-20T09:00:00+08:00' }] });
    for (let n = 0; n < 2; n++) await contests.enterIn(call);
    const { page, context } = await open(service, null, { language: 'zh', plain: true });
    const shown = async (path: string) => {
      await page.goto(service.config.baseUrl + path);
      return { title: await page.title(), text: await page.locator('body').innerText(), preview: await page.locator('meta[property="og:title"]').getAttribute('content') };
    };
    expect((await shown('/')).text).toContain('公开征集');
    const before = await shown(`/calls/${call}`);
    expect(before.title).toMatch(/公开征集 · 赛孵园 Trellis$/);
    expect(before.preview).toBe(before.title);
    expect(before.text).toContain('路演日');
    expect((await shown(`/calls/${call}/results`)).text).not.toContain('名次');

    await service.moveTo('2025-04-12T09:00:00+08:00');
    const judges = [await contests.judgeOf(call), await contests.judgeOf(call)];
    const round = await openRound(service, office, call, {});
    await markAll(service, judges, round, RUBRIC, () => 7);
    await office.post(`/calls/${call}/decide`, { overrides: [] }).catch(async () => {
      const { results } = await office.get<{ results: { entry: string }[] }>(`/calls/${call}/decision-sheet`);
      await office.post(`/calls/${call}/decide`, { overrides: results.map(({ entry }, n) => ({ entry, shortlisted: true, awarded: n === 0, reason: '并列，抽签' })) });
    });
    await office.post(`/calls/${call}/announce`);
    const after = await shown(`/calls/${call}/results`);
    expect(after.text).toContain('名次');
    expect(after.text).toMatch(/项目 someone\d/);
    // What the console is given in English is English.
    const english = await fetch(`${service.config.baseUrl}/calls/${call}/results`, { headers: { 'accept-language': 'en' } });
    expect(await english.text()).toContain('<th>Place</th>');
    await context.close();
  });

  it('watches a pitch day live: scores as they come, frozen, and unveiled place by place', async () => {
    const call = await openCall(office, { rounds: [{ name: '路演', rubric: RUBRIC, quorum: 1, seating: 'all', ties: [{ by: 'lot' }], pitch: { present: 5, answer: 0 } }], closesAt: '2025-05-10T18:00:00+08:00' });
    for (let n = 0; n < 2; n++) await contests.enterIn(call);
    await service.moveTo('2025-05-12T09:00:00+08:00');
    const judge = await contests.judgeOf(call);
    const round = await openRound(service, office, call, {});
    const { order } = await office.post<{ order: string[] }>(`/rounds/${round}/draw-order`);
    await office.post(`/rounds/${round}/board`, { board: 'live' });

    const opened = await open(service, null, { language: 'en' });
    const { page } = opened;
    await opened.goto(`/rounds/${round}/board`);
    await office.post(`/rounds/${round}/pitch`);
    await page.getByRole('timer').waitFor();
    await office.post(`/rounds/${round}/pitch`);
    const sheets = await judge.all<{ id: string; round: string; entry: { id: string } }>('/score-sheets');
    const sheetOf = (entry: string) => sheets.find((sheet) => sheet.round === round && sheet.entry.id === entry)!.id;
    const mark = (entry: string, of: number) => judge.post(`/score-sheets/${sheetOf(entry)}/submit`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: of })) });
    await mark(order[0]!, 8);
    await page.locator('.board-lines .score', { hasText: '80' }).waitFor();
    await office.post(`/rounds/${round}/board`, { board: 'frozen' });
    await office.post(`/rounds/${round}/pitch`);
    await office.post(`/rounds/${round}/pitch`);
    await mark(order[1]!, 9);
    await page.getByText('to be unveiled').waitFor();
    await service.settle();
    await office.post(`/rounds/${round}/board`, { board: 'unveiling' });
    await office.post(`/rounds/${round}/unveil`);
    await office.post(`/rounds/${round}/unveil`);
    await page.locator('.board-lines li').first().getByText('90').waitFor();
    expect(opened.faults).toEqual([]);
  });
});
