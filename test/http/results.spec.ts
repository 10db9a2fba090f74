import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonical } from '#kernel';
import { workbook } from '#platform';
import { unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { ELIGIBLE, RUBRIC } from '../support/chain.js';
import { runCli } from '../support/cli.js';
import { Contests, type Entered } from '../support/contest.js';
import { refused } from '../support/refused.js';
import { marksOf, openRound, roundShown, sheetsOf } from '../support/rounds.js';
import { startTestService, type TestService } from '../support/service.js';

const PRIZES = [{ name: '一等奖', places: 1, money: 10_000_001 }, { name: '二等奖', places: 2, money: 5_000_000 }];
const DILIGENCE = [{ key: 'equity', words: { zh: '股权', en: 'Equity' } }];
const CRITERIA = RUBRIC.map((criterion) => ({ ...criterion, commentBelow: 4 }));

interface ResultRow { entry: string; place: number; score: string; rank: number; tied: boolean; awarded: boolean; shortlisted: boolean; prize: string | null; money: number | null }

describe('from marks to the final result', () => {
  let service: TestService;
  let office: Visitor;
  let contests: Contests;
  let call: string;
  let contest: string;
  let round: string;
  let entries: Entered[];
  const judges: Visitor[] = [];
  /** The mark of each entry, in their order. */
  const MARKS = [9, 8, 8, 7, 6, 3];

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    contests = new Contests(service, office);
    const columns = [{ key: 'potential', name: '潜力', formula: 'mean("market") + 0.5 * answer("staff") - spread("innovation")' }, { key: 'missing', name: '缺', formula: 'answer("nothing") * 2' }];
    ({ call, entries } = await contests.closedCall(0, { rounds: [{ name: '网评', seating: 'all', rubric: CRITERIA, quorum: 2, scoring: 'mean', discussion: true }], shortlist: 4, awards: 3, prizes: PRIZES, diligence: DILIGENCE, columns, announceDays: 5, answerDays: 5 }, async (id) => {
      const all = [];
      for (let n = 0; n < MARKS.length; n++) all.push(await contests.enterIn(id, { title: `项目 ${n + 1}`, field: n % 2 ? '新材料' : '数字服务', facts: { ...ELIGIBLE, staff: 10 + n }, organisation: `示例单位 ${n + 1}` }));
      return all;
    }));
    contest = (await office.get<{ contest: { id: string } }>(`/calls/${call}`)).contest.id;
    for (let n = 0; n < 3; n++) judges.push(await contests.judgeOf(call));
    round = await openRound(service, office, call);
  });
  afterAll(() => service.stop());

  const rankOf = (entry: string) => entries.findIndex((one) => one.entry === entry);
  const results = (visitor: Visitor = service.visitor('anyone')) => visitor.get<{ version: number; withdrawn: boolean; hash: string; results: ResultRow[] }>(`/calls/${call}/results`);
  const upload = async (visitor: Visitor, path: string, content: Uint8Array) => (await visitor.raw('POST', path, { 'content-type': 'application/octet-stream' }, content)).json() as Promise<Record<string, unknown>>;
  const file = async (visitor: Visitor, path: string) => new Uint8Array(await (await visitor.raw('GET', path)).arrayBuffer());

  it('shows the office just what judges will see, and judges their sheets in an order of their own', async () => {
    const [sheet] = await judges[0]!.all<{ id: string; entry: { id: string }; rubric: object }>('/score-sheets');
    expect(await office.get<object>(`/entries/${sheet!.entry.id}/as-judges-see-it`)).toMatchObject({ rubric: sheet!.rubric, entry: sheet!.entry });
    const queue = (judge: Visitor) => judge.get<{ next: string; sheets: { sheet: string; entry: string; later: boolean }[] }>(`/rounds/${round}/queue`);
    const orders = await Promise.all(judges.map(async (judge) => (await queue(judge)).sheets.map(({ entry }) => entry)));
    expect(new Set(orders.map(([first]) => first)).size).toBe(3);
    const { next } = await queue(judges[0]!);
    await judges[0]!.post(`/score-sheets/${next}/put-off`, { how: 'skip' });
    const after = await queue(judges[0]!);
    expect([after.next === next, after.sheets.at(-1)!.sheet]).toEqual([false, next]);
  });

  it('writes to just those whose state it is, from the desk that is theirs, on record', async () => {
    await office.put(`/contests/${contest}/description`, { sponsors: [], uppers: [{ name: '市赛', level: 'city', places: 2 }], desks: { judging: 'judging@district.example', contestants: 'contest@district.example' } });
    const [sheet] = await sheetsOf(judges[0]!, round);
    await judges[0]!.patch(`/score-sheets/${sheet!.id}`, { marks: [{ criterion: 'market', mark: 5 }], comment: '写了一半' });
    expect((await refused(office.post(`/rounds/${round}/messages`, { to: 'judges-silent', subject: '提醒', text: '请评分' }))).body.code).toBe('message:nobody');
    expect((await refused(office.post(`/rounds/${round}/messages`, { to: 'judges', subject: '提醒', text: '{mark}' }))).body.code).toBe('message:unknown-field');
    const preview = await office.post<{ people: number; messages: { text: string }[] }>(`/rounds/${round}/messages/preview`, { to: 'teams', subject: '提醒', text: '{name}：{entries}' });
    expect([preview.people, preview.messages[0]!.text]).toEqual([MARKS.length, expect.stringMatching(/^someone\d+：《项目 \d》$/)]);
    expect(await office.post<object>(`/rounds/${round}/messages`, { to: 'judges-not-started', subject: '请开始评分', text: '{name}，您还有 {open} 份。' })).toMatchObject({ people: 2 });
    await service.settle();
    expect(await judges[1]!.all<{ id: string; subject: string; text: string }>('/notifications')).toContainEqual(expect.objectContaining({ subject: '请开始评分', text: `${judges[1]!.name}，您还有 ${MARKS.length} 份。` }));
    expect(JSON.stringify(await judges[0]!.all('/notifications'))).not.toContain('请开始评分');
    expect(await office.get<object>(`/rounds/${round}/messages`)).toMatchObject({ audiences: { 'judges-half-done': 1, 'judges-not-started': 2, teams: MARKS.length }, messages: [{ to: 'judges-not-started', sentTo: [judges[1]!.id, judges[2]!.id].sort() }] });
    await judges[0]!.post(`/calls/${call}/questions`, { text: '创新性怎么理解？' });
    expect((await office.all<{ id: string; desk: string }>(`/calls/${call}/questions`)).map(({ desk }) => desk)).toEqual(['judging']);
  });

  it('takes sheets filled in as a spreadsheet, with the same checks, and again without harm', async () => {
    const csv = Buffer.from(await file(judges[2]!, `/rounds/${round}/sheets?format=csv`)).toString('utf8').trim().split('\n').map((line) => line.split(','));
    const filled = [csv[0]!, ...csv.slice(1).map((line, n) => [line[0]!, line[1]!, line[2]!, n === 0 ? '99' : '7', '', n === 1 ? '2' : '7', '', '纸上评语'])];
    const content = Buffer.from(filled.map((line) => line.join(',')).join('\n'));
    const first = (await upload(judges[2]!, `/rounds/${round}/sheets`, content)) as { submitted: number; wrong: { line: number; problem: { zh: string } }[] };
    expect([first.submitted, first.wrong.map(({ line }) => line)]).toEqual([MARKS.length - 2, [2, 3]]);
    expect(first.wrong[1]!.problem.zh).toContain('须写明理由');
    expect(await upload(judges[2]!, `/rounds/${round}/sheets`, content)).toMatchObject({ submitted: 0, unchanged: MARKS.length - 2 });
    const xlsx = await file(judges[1]!, `/rounds/${round}/sheets`);
    expect(await upload(judges[1]!, `/rounds/${round}/sheets`, xlsx)).toMatchObject({ submitted: 0, wrong: [] });
    expect(await upload(judges[1]!, `/rounds/${round}/sheets`, Buffer.from('no,table\n1,2'))).toMatchObject({ code: 'spreadsheet:unreadable' });
    for (const { id, state } of await sheetsOf(judges[2]!, round)) if (state === 'submitted') await office.post(`/score-sheets/${id}/reopen`, { reason: '试填，重新来过' });
    // Every mark is on its entry, whatever was typed, filled in or taken back before.
    for (const [j, judge] of judges.entries())
      for (const { id, entry } of await sheetsOf(judge, round)) await judge.post(`/score-sheets/${id}/submit`, { marks: marksOf(CRITERIA, MARKS[rankOf(entry.id)]! + (j === 1 ? 0.5 : 0), `评语 ${entry.id.slice(-4)}`), comment: j === 0 && rankOf(entry.id) === 0 ? `${judges[1]!.name} 也同意` : '总评' });
    await service.settle();
    expect((await roundShown(office, round)).state).toBe('ranked');
  });

  it('shows other rules side by side, how sure the cut is, how judges marked, and columns with how they came about', async () => {
    const what = await office.get<{ cut: number; rules: { scoring: string; inForce: boolean; into: string[]; ranking: { entry: string }[] }[]; certainty: { above: number; ranks: number[] }[]; stability: number }>(`/rounds/${round}/what-if`);
    expect(what.cut).toBe(3);
    expect(what.rules.filter(({ inForce }) => inForce).map(({ scoring }) => scoring)).toEqual(['mean']);
    expect(what.rules.map(({ ranking }) => ranking.map(({ entry }) => rankOf(entry)).at(0))).toEqual(Array.from({ length: 6 }, () => 0));
    expect(what.certainty.every(({ above }) => above >= 0 && above <= 1)).toBe(true);
    const raters = await office.get<{ judges: { name: string; severity: number; marks: number }[]; alpha: { interval: number } }>(`/rounds/${round}/raters`);
    expect(raters.judges.find(({ name }) => name === judges[1]!.name)!.severity).toBeCloseTo(-10 / 3, 6);
    const table = await office.get<{ rows: { entry: string; columns: { potential: { value: number; steps: { of: string; is: number }[] }; missing: { value: null } } }[] }>(`/rounds/${round}/table`);
    const best = table.rows[0]!;
    expect(best.columns.potential).toEqual({ value: 9 + 0.5 / 3 + 5 - 0.5, steps: [{ of: 'mean("market")', is: 9 + 0.5 / 3 }, { of: 'answer("staff")', is: 10 }, { of: 'spread("innovation")', is: 0.5 }] });
    expect(best.columns.missing.value).toBeNull();
    for (const path of ['what-if', 'raters', 'table']) expect((await refused(judges[0]!.get(`/rounds/${round}/${path}`))).status).toBe(404);
  });

  it('lets teams answer what judges said, once the office has cleared it, names left out', async () => {
    const cleared = await office.post<{ cleared: number; left: number }>(`/rounds/${round}/comments/clear`);
    expect(cleared).toMatchObject({ cleared: 3 * MARKS.length - 1, left: 1 });
    const until = new Date(service.clock.now().getTime() + 3 * 86_400_000).toISOString();
    expect((await refused(entries[0]!.team.post(`/entries/${entries[0]!.entry}/answers-to-reviews`, { round, text: '还没开放' }))).body.code).toBe('rebuttal:not-now');
    await office.post(`/rounds/${round}/rebuttal`, { until });
    const before = await entries[0]!.team.get<{ rounds: { comments: { comment: string }[]; score?: string }[] }>(`/entries/${entries[0]!.entry}/feedback`);
    expect(before.rounds[0]!.comments.map(({ comment }) => comment)).toEqual(['总评', '总评']);
    expect(JSON.stringify(before)).not.toContain('score');
    await entries[0]!.team.post(`/entries/${entries[0]!.entry}/answers-to-reviews`, { round, text: '已补充检测报告。' });
    const [sheet] = (await sheetsOf(judges[0]!, round)).filter(({ entry }) => entry.id === entries[0]!.entry);
    expect(await judges[0]!.get<object>(`/score-sheets/${sheet!.id}/others`)).toMatchObject({ open: true, rebuttal: '已补充检测报告。' });
    expect((await refused(entries[1]!.team.get(`/entries/${entries[0]!.entry}/feedback`))).status).toBe(404);
  });

  it('sits over entries: whoever is too near leaves the room and sees nothing, and the decision counts', async () => {
    await judges[2]!.post(`/people/${judges[2]!.id}/ties`, { kind: 'mentor', project: entries[3]!.project }).catch(() => undefined);
    const { id } = await office.post(`/rounds/${round}/meetings`, { name: '复评会', members: judges.map((judge) => judge.id), entries: [entries[1]!.entry, entries[3]!.entry] });
    expect((await refused(office.post(`/meetings/${id}/decisions`, { decision: 'goes-on', note: '同意' }))).body.code).toBe('meeting:not-taken-up');
    const { out } = await office.post<{ out: string[] }>(`/meetings/${id}/take-up`, { entry: entries[3]!.entry });
    expect(out).toEqual([judges[2]!.id]);
    const [near, there] = await Promise.all([judges[2]!, judges[0]!].map((judge) => judge.get<object>(`/meetings/${id}`)));
    expect(JSON.stringify(near)).not.toContain(entries[3]!.entry);
    expect(near).toMatchObject({ outOfTheRoom: true });
    expect(there).toMatchObject({ current: entries[3]!.entry });
    await office.post(`/meetings/${id}/decisions`, { decision: 'as-ranked', note: '维持评分结果' });
    await office.post(`/meetings/${id}/close`);
    expect(await office.get<object>(`/meetings/${id}`)).toMatchObject({ state: 'closed', agenda: [{ decision: null }, { decision: 'as-ranked', note: '维持评分结果' }] });
    // A late tie took a sheet and reopened the round; the office closes it with the quorum.
    await service.settle();
    if ((await roundShown(office, round)).state === 'judging') await office.post(`/rounds/${round}/close`);
    await service.settle();
    expect((await roundShown(office, round)).state).toBe('ranked');
  });

  it('decides, looks into winners before the award, and gives the place of one that fails to the next', async () => {
    await office.post(`/calls/${call}/decide`, {});
    expect((await refused(office.post(`/calls/${call}/announce`))).body.code).toBe('diligence:missing');
    const look = (n: number, verdict: string) => office.post(`/entries/${entries[n]!.entry}/diligence`, { findings: [{ item: 'equity', found: verdict === 'fail' ? 'wrong' : 'in-order' }], verdict });
    expect((await refused(office.post(`/entries/${entries[0]!.entry}/diligence`, { findings: [{ item: 'nothing', found: 'open' }], verdict: 'pass' }))).body.code).toBe('diligence:items');
    await look(0, 'fail');
    // What was looked into before the award is the office's; its team is told no more by its own history.
    const history = (who: Visitor) => who.get<object>(`/projects/${entries[0]!.project}/history`).then((shown) => JSON.stringify(shown));
    expect([(await history(office)).includes('diligence-recorded'), (await history(entries[0]!.team)).includes('diligence-recorded')]).toEqual([true, false]);
    await look(1, 'pass');
    await look(2, 'conditional');
    await office.post(`/calls/${call}/decide`, {});
    expect((await refused(office.post(`/calls/${call}/announce`))).body.facts).toMatchObject({ entries: '项目 4' });
    await look(3, 'pass');
    expect(await office.post<object>(`/calls/${call}/announce`)).toMatchObject({ version: 1 });
    const { results: announced } = await results();
    expect(announced.map(({ entry, place, awarded }) => [rankOf(entry), place, awarded])).toEqual([[0, 1, false], [1, 2, true], [2, 2, true], [3, 4, true], [4, 5, false], [5, 6, false]]);
    // Two share the second place, and so the money of the first and the second prize, to the fen.
    expect(announced.filter(({ awarded }) => awarded).map(({ prize, money }) => [prize, money])).toEqual([['一等奖', 7_500_001], ['一等奖', 7_500_000], ['二等奖', 5_000_000]]);
  });

  let objection: string;

  it('takes objections in writing under a real name within the term, hides who made them from the entrant, and waits for the answer', async () => {
    const someone = await contests.someone();
    const words = { name: '示例市民', contact: '13800000000', text: '第二名的专利属于他人，请核实。', entry: entries[1]!.entry };
    expect((await refused(someone.post(`/calls/${call}/objections`, words))).body.code).toBe('objection:unverified');
    expect((await refused(service.visitor('anyone').post(`/calls/${call}/objections`, words))).status).toBe(401);
    await someone.post(`/addresses/by-link/${service.link('address', someone.id)}`);
    expect((await refused(someone.post(`/calls/${call}/objections`, { ...words, name: '' }))).status).toBe(422);
    ({ id: objection } = await someone.post(`/calls/${call}/objections`, words));
    const seen = await entries[1]!.team.get<{ items: object[] }>(`/calls/${call}/objections`);
    expect(seen.items).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toMatch(/示例市民|13800000000|personId|person/);
    expect((await entries[2]!.team.get<{ items: object[] }>(`/calls/${call}/objections`)).items).toEqual([]);
    const until = (await office.get<{ announcedUntil: string }>(`/calls/${call}`)).announcedUntil;
    await service.moveTo(`${until}T16:00:00Z`);
    expect((await office.get<{ state: string }>(`/calls/${call}`)).state).toBe('announced');
    expect((await refused(someone.post(`/calls/${call}/objections`, words))).body.code).toBe('objection:not-now');
    await office.post(`/objections/${objection}/answer`, { upheld: true, answer: '经查，专利权属有误，予以更正。' });
    await service.settle();
    expect((await office.get<{ state: string }>(`/calls/${call}`)).state).toBe('announced');
    expect(await someone.get<{ items: object[] }>(`/calls/${call}/objections`)).toMatchObject({ items: [{ state: 'upheld', answer: '经查，专利权属有误，予以更正。', name: '示例市民' }] });
    expect((await someone.all<{ id: string; kind: string }>('/notifications')).map(({ kind }) => kind)).toContain('objection-answered');
  });

  it('corrects the results as a new version that is announced anew; the first stays to be seen', async () => {
    const first = await results();
    await office.post(`/calls/${call}/withdraw-results`, { reason: '异议成立：专利权属有误' });
    expect(await results()).toMatchObject({ withdrawn: true, version: 1 });
    const [sheet] = (await sheetsOf(judges[0]!, round)).filter(({ entry }) => entry.id === entries[1]!.entry);
    await office.post(`/score-sheets/${sheet!.id}/reopen`, { reason: '专利权属更正，重新评分' });
    await judges[0]!.post(`/score-sheets/${sheet!.id}/submit`, { marks: marksOf(CRITERIA, 5) });
    await service.settle();
    await office.post(`/calls/${call}/decide`, {});
    expect(await office.post<object>(`/calls/${call}/announce`)).toMatchObject({ version: 2 });
    const second = await results();
    expect(second.results.map(({ entry }) => rankOf(entry))).toEqual([0, 2, 3, 1, 4, 5]);
    expect(second.hash).not.toBe(first.hash);
    expect(await service.visitor('anyone').get<object>(`/calls/${call}/results/1`)).toMatchObject({ hash: first.hash, reason: '异议成立：专利权属有误', results: first.results });
    const until = (await office.get<{ announcedUntil: string }>(`/calls/${call}`)).announcedUntil;
    await service.moveTo(`${until}T16:00:00Z`);
    expect((await office.get<{ state: string }>(`/calls/${call}`)).state).toBe('final');
  });

  it('ends in awards with their money, certificates that anyone can check, nominations, offers and proposals', async () => {
    const awards = await office.all<{ id: string; title: string; prize: string; money: number; state: string; code: string; entry: string }>('/awards');
    expect(awards.reduce((sum, { money }) => sum + money, 0)).toBe(10_000_001 + 2 * 5_000_000);
    const own = awards.find(({ entry }) => entry === entries[2]!.entry)!;
    expect(await entries[2]!.team.all<{ id: string; prize: string; code: string }>('/awards')).toMatchObject([{ prize: own.prize, code: own.code }]);
    await office.post(`/awards/${own.id}/pay`, { on: '2025-04-26', reference: '凭证 17' });
    expect((await refused(office.post(`/awards/${own.id}/pay`, { on: '2025-04-26', reference: '又付' }))).status).toBe(409);
    await office.post(`/awards/${own.id}/correct`, { reason: '凭证号写错' });
    await office.post(`/awards/${own.id}/pay`, { on: '2025-04-26', reference: '凭证 71' });
    const pdf = await getDocumentProxy(await file(entries[2]!.team, `/awards/${own.id}/certificate`));
    const text = (await (await pdf.getPage(1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('');
    for (const word of [own.title, own.prize, own.code]) expect(text.replaceAll(' ', '')).toContain(word.replaceAll(' ', ''));
    expect((await getDocumentProxy(await file(office, `/calls/${call}/certificates`))).numPages).toBe(3);
    expect(await service.visitor('anyone').get<object>(`/certificates/${own.code.toLowerCase()}`)).toMatchObject({ valid: true, title: own.title, prize: own.prize });
    expect(await service.visitor('anyone').get<object>('/certificates/0000000000000000')).toEqual({ valid: false });
    // What the code on paper leads to is read without script.
    const page = await fetch(`${service.config.baseUrl}/certificates/${own.code}`);
    expect([page.headers.get('content-type'), await page.text()]).toEqual(['text/html; charset=utf-8', expect.stringContaining(own.prize)]);
    expect((await entries[5]!.team.raw('GET', `/awards/${own.id}/certificate`)).status).toBe(404);
    await service.settle();
    const history = JSON.stringify(await office.get<object>(`/projects/${entries[2]!.project}/history`));
    for (const word of ['市赛', 'fund:proposed', 'incubation:offered', 'award:paid', '凭证 71', '凭证 17']) expect(history).toContain(word);
    expect(JSON.stringify(await office.get<object>(`/projects/${entries[1]!.project}/history`))).not.toContain('市赛');
    expect((await office.all<{ id: string; state: string }>('/fund-proposals')).map(({ state }) => state)).toEqual(['proposed', 'proposed', 'proposed']);
  });

  it('gives each team its scores against all and against its group, and its place', async () => {
    const told = await entries[2]!.team.get<{ place: number; of: number; rounds: { score: string; criteria: { key: string; own: string; all: string; group: string; inGroup: number }[]; comments: object[] }[] }>(`/entries/${entries[2]!.entry}/feedback`);
    expect([told.place, told.of, told.rounds[0]!.score]).toEqual([2, 6, '81.67']);
    // Its group is the first, third and fifth entry.
    expect(told.rounds[0]!.criteria[0]).toMatchObject({ key: 'innovation', own: '8.17', inGroup: 3, group: '7.83' });
  });

  it('agrees with itself everywhere: rounds, results, exports, certificates, feedback, bundle', async () => {
    const { results: announced } = await results();
    const shown = await roundShown(office, round);
    expect(shown.standings.map(({ entry, total, rank }) => [entry, total, rank])).toEqual(announced.map(({ entry, score, rank }) => [entry, score, rank]));
    const csv = Buffer.from(await file(office, `/calls/${call}/export/results?format=csv`)).toString('utf8').trim().split('\n').slice(1).map((line) => line.split(','));
    expect(csv.map((line) => [line[1], line[4], Number(line[0])])).toEqual(announced.map(({ entry, score, place }) => [entry, score, place]));
    const signed = await service.visitor('anyone').get<{ bundle: { rounds: { ranking: object[]; sheets: { judge: string }[] }[] }; checksum: string }>(`/calls/${call}/bundle`);
    expect(signed.checksum).toBe(createHash('sha256').update(canonical(signed.bundle)).digest('hex'));
    expect(signed.bundle.rounds[0]!.ranking).toEqual(announced.map(({ entry, score, rank, tied }) => ({ entry, score, rank, tied })).sort((a, b) => (a.entry < b.entry ? -1 : 1)));
    const text = JSON.stringify(signed.bundle);
    for (const judge of judges) for (const secret of [judge.id, judge.name, judge.email]) expect(text).not.toContain(secret);
    const path = join(service.home, 'bundle.json');
    await writeFile(path, JSON.stringify(signed));
    const { code, out: stdout } = await runCli(['results', 'recompute', path, '--json'], {});
    expect([code, JSON.parse(stdout) as object]).toMatchObject([0, { holds: true, differences: [] }]);
    const forged = JSON.parse(JSON.stringify(signed)) as { bundle: { rounds: { sheets: { marks: Record<string, string> }[] }[] } };
    forged.bundle.rounds[0]!.sheets[0]!.marks['market'] = '10';
    await writeFile(path, JSON.stringify(forged));
    const found = await runCli(['results', 'recompute', path], {});
    expect([found.code, /does NOT hold/.test(found.out), /score/.test(found.out)]).toEqual([1, true, true]);
  });

  it('is kept by any web server: a copy of all public pages, with nothing from outside', async () => {
    const files = unzipSync(await file(service.visitor('anyone'), `/contests/${contest}/static`));
    const page = Buffer.from(files[`${call}.html`]!).toString('utf8');
    for (const word of ['项目 3', '一等奖', '81.67', 'bundle.json']) expect(page).toContain(word);
    for (const name of Object.keys(files)) expect(Buffer.from(files[name]!).toString('utf8')).not.toMatch(/<script|src="http|href="http/);
    expect(JSON.parse(Buffer.from(files[`${call}.bundle.json`]!).toString('utf8'))).toEqual(await service.visitor('anyone').get<object>(`/calls/${call}/bundle`));
  });

  it('goes out and comes in as tables, and beside another system every difference is listed', async () => {
    for (const what of ['entries', 'judges', 'assignments', 'marks', 'results']) for (const format of ['xlsx', 'csv']) expect((await file(office, `/calls/${call}/export/${what}?format=${format}`)).length).toBeGreaterThan(100);
    expect((await judges[0]!.raw('GET', `/calls/${call}/export/marks`)).status).toBe(404);
    const theirs = Buffer.from(['项目,得分,名次', '项目 1,91.67,1', '项目 3,80.00,2', '项目 2,71.67,3', '项目 4,72.50,3', '别处项目,60,7', '项目 5,61.67,5'].join('\n'));
    const { differences } = (await upload(office, `/rounds/${round}/shadow`, theirs)) as { differences: { what: string; title: string | null; here: string | null; there: string | null }[] };
    expect(differences.map(({ what, title }) => [what, title]).sort()).toEqual([['not-here', null], ['not-there', '项目 6'], ['rank', '项目 2'], ['score', '项目 3']].sort());
  });
});

describe('an edition scored on paper', () => {
  let service: TestService;
  let office: Visitor;

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
  });
  afterAll(() => service.stop());

  const send = async (content: Uint8Array, path = '/editions/import') => (await office.raw('POST', path, { 'content-type': 'application/octet-stream' }, content)).json() as Promise<Record<string, unknown>>;

  it('comes in from one workbook, is ranked by the service’s jobs, and held against what was published', async () => {
    const template = new Uint8Array(await (await office.raw('GET', '/editions/template')).arrayBuffer());
    const { call, round } = (await send(template)) as { call: string; round: string };
    await service.settle();
    const { results } = await service.visitor('anyone').get<{ results: { title: string; score: string; place: number }[] }>(`/calls/${call}/results`);
    // Weights 6 and 4: (88 + 87) / 2 and (80 + 81) / 2.
    expect(results.map(({ title, score, place }) => [title, score, place])).toEqual([['示例项目一', '87.50', 1], ['示例项目二', '80.50', 2]]);
    const shown = await roundShown(office, round);
    expect(shown.state).toBe('ranked');
    expect(await send(template)).toMatchObject({ code: 'contest:edition-exists' });
  });

  it('is refused whole where it has mistakes, each with its sheet and line', async () => {
    const content = await workbook([
      { name: '赛事', columns: ['项', '值'], rows: [['赛事名称', '坏'], ['届次', 'x'], ['组别', '组'], ['轮次', '轮'], ['计分', 'best'], ['小数位', 2], ['各去掉', 0], ['满几份才去', 1], ['入围', 1], ['获奖', 1]] },
      { name: '项目', columns: ['编号', '项目'], rows: [['A', '甲'], ['A', '乙']] },
      { name: '评委', columns: ['编号', '姓名'], rows: [['P', '丙']] },
      { name: '评分', columns: ['项目', '评委', '创新 ×1'], rows: [['A', 'P', 'high'], ['B', 'P', 3], ['A', 'P', 4]] },
    ]);
    const { code, errors } = (await send(content)) as { code: string; errors: { field: string }[] };
    expect(code).toBe('edition:mistakes');
    expect(errors.map(({ field }) => field).sort()).toEqual(['评分:2', '评分:3', '评分:4', '赛事:0', '赛事:0', '项目:3']);
  });
});
