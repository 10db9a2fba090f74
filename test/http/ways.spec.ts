import { Visitor } from '../../apps/cli/demo/visitor.js';
import { RUBRIC } from '../support/chain.js';
import { Contests, type Entered } from '../support/contest.js';
import { refused } from '../support/refused.js';
import { markAll, marksOf, openRound, roundShown, sheetsOf } from '../support/rounds.js';
import { PASSWORD, startTestService, type TestService } from '../support/service.js';

/** What the office may plan for a round, and what comes of it. */
describe('ways of judging', () => {
  let service: TestService;
  let office: Visitor;
  let contests: Contests;

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    contests = new Contests(service, office);
  });
  afterAll(() => service.stop());

  const judgesOf = async (call: string, count: number, more: object = {}) => {
    const judges: Visitor[] = [];
    for (let n = 0; n < count; n++) judges.push(await contests.judgeOf(call, more));
    return judges;
  };
  const ids = (entries: readonly Entered[]) => entries.map(({ entry }) => entry);

  it('are checked when a call is drafted: what can’t be judged like that is refused with the reason', async () => {
    const { id: contest } = await office.post('/contests', { name: '方式大赛', edition: 1 });
    const draft = (rounds: object[], more: object = {}) => refused(office.post(`/contests/${contest}/calls`, { name: '征集', group: 'start-up', eligibilityRule: 'national-start-up', closesAt: '2026-01-01T00:00:00+08:00', rounds, shortlist: 1, awards: 1, announceDays: 5, ...more }));
    const round = { name: '网评', rubric: RUBRIC, quorum: 1 };
    for (const rounds of [[{ name: '无', quorum: 1 }], [round, round], [{ ...round, advance: { by: 'quota', places: 1 } }], [{ ...round, ties: [{ by: 'criterion', criterion: 'nothing' }] }], [{ ...round, drop: 3, dropFrom: 5 }], [{ name: '票', way: 'public-vote', quorum: 1 }], [{ name: '选', way: 'picks', quorum: 1 }]])
      expect((await draft(rounds)).body.code).toBe('call:wrong-round');
    for (const formula of ['mean("nothing")', 'process()', 'mean("market"', '"a" + 1', 'score', 'mean("market").x'])
      expect((await draft([round], { columns: [{ key: 'c', name: '列', formula }] })).body.code).toBe('column:wrong-formula');
  });

  it('start from ready templates', async () => {
    const templates = await office.get<{ key: string; call: object }[]>('/call-templates');
    const { id: contest } = await office.post('/contests', { name: '模板大赛', edition: 1 });
    for (const { key, call } of templates) await office.post(`/contests/${contest}/calls`, { name: key, closesAt: '2026-01-01T00:00:00+08:00', ...call });
    expect(templates.length).toBeGreaterThan(3);
  });

  it('standardised: a judge whose marks are all alike is left as he is, and the sheet that is decided by says so', async () => {
    const { call, entries } = await contests.closedCall(3, { rounds: [{ name: '网评', seating: 'all', rubric: RUBRIC, scoring: 'standardised', quorum: 1 }] });
    const judges = await judgesOf(call, 3);
    const round = await openRound(service, office, call);
    const at = ids(entries);
    await markAll(service, judges, round, RUBRIC, (entry, judge) => (judge === 0 ? 5 : 3 + judge + 2 * at.indexOf(entry)));
    const sheet = await office.get<{ leftAsTheyAre: object[] }>(`/rounds/${round}/table`);
    expect(sheet.leftAsTheyAre).toEqual([{ judge: judges[0]!.id, name: judges[0]!.name, why: 'no-spread' }]);
  });

  it('screening: judges pass or fail with a reason; where they differ another is asked; by consensus entries go on', async () => {
    const { call, entries } = await contests.closedCall(3, { rounds: [{ name: '初筛', way: 'screening', quorum: 2, spread: { limit: 0, then: 'judge' }, advance: { by: 'threshold', atLeast: 0.6 } }, { name: '终评', seating: 'all', rubric: RUBRIC, quorum: 1 }] });
    const judges = await judgesOf(call, 3);
    const round = await openRound(service, office, call, { reviewsPerEntry: 2, maxPerJudge: 20 });
    const [sheet] = await sheetsOf(judges[0]!, round);
    expect((await refused(judges[0]!.post(`/score-sheets/${sheet!.id}/submit`, { marks: [{ criterion: 'verdict', mark: 0 }] }))).body.code).toBe('sheet:comment-missing');
    const [good, bad, open] = ids(entries);
    let asked = 0;
    const vote = async () => {
      for (const judge of judges)
        for (const { id, entry, state } of await sheetsOf(judge, round)) {
          if (state !== 'assigned') continue;
          const mark = entry.id === good ? 1 : entry.id === bad ? 0 : asked++ % 2;
          await judge.post(`/score-sheets/${id}/submit`, { marks: [{ criterion: 'verdict', mark, comment: '材料不全' }] });
        }
      await service.settle();
    };
    await vote();
    expect((await roundShown(office, round)).standings.find(({ entry }) => entry === open)!.disputed).toBe(true);
    expect((await roundShown(office, round)).state).toBe('judging');
    await vote();
    const shown = await roundShown(office, round);
    expect(shown.state).toBe('ranked');
    expect(Object.fromEntries(shown.standings.map(({ entry, total }) => [entry, total]))).toEqual({ [good!]: '1.0000', [bad!]: '0.0000', [open!]: '0.3333' });
    await office.post(`/rounds/${round}/decide`, {});
    expect((await roundShown(office, round)).standings.filter(({ goesOn }) => goesOn).map(({ entry }) => entry)).toEqual([good]);
    const final = await openRound(service, office, call);
    expect((await roundShown(office, final)).standings.map(({ entry }) => entry)).toEqual([good]);
    expect((await refused(office.post(`/rounds/${round}/decide`, { exceptions: [{ entry: bad, goesOn: true, reason: '反悔了，不行' }] }))).body.code).toBe('round:next-begun');
  });

  it('picks are counted by single transferable vote, and pairs by Bradley and Terry', async () => {
    const { call, entries } = await contests.closedCall(4, { rounds: [{ name: '推选', way: 'picks', picks: 2, seats: 2, quorum: 1, advance: { by: 'quota', places: 3 } }, { name: '比较', way: 'pairwise', comparisons: 3, quorum: 1, places: 4 }] });
    const judges = await judgesOf(call, 3);
    const round = await openRound(service, office, call);
    const [a, b, c, d] = ids(entries);
    const pick = async (judge: Visitor, wanted: (string | undefined)[]) => {
      const sheets = await sheetsOf(judge, round);
      return judge.post(`/rounds/${round}/picks`, { sheets: wanted.map((entry) => sheets.find((sheet) => sheet.entry.id === entry)!.id) });
    };
    expect((await refused(pick(judges[0]!, [a, b, c]))).body.code).toBe('round:picks-wrong');
    expect((await refused(judges[0]!.post(`/score-sheets/${(await sheetsOf(judges[0]!, round))[0]!.id}/submit`, { marks: marksOf(RUBRIC, 5) }))).body.code).toBe('round:other-way');
    await pick(judges[0]!, [d, a]);
    await pick(judges[0]!, [a, b]);
    await pick(judges[1]!, [a, c]);
    await pick(judges[2]!, [b, a]);
    await service.settle();
    const counted = await roundShown(office, round);
    expect(counted.state).toBe('ranked');
    // Quota 2 of three papers: a is elected at once, b holds a paper of its own.
    expect(counted.standings.slice(0, 2).map(({ entry, total }) => [entry, total])).toEqual([[a, '4.00'], [b, '3.00']]);
    const figures = await office.get<{ rules: { inForce: boolean }[]; certainty: null; next: object[] }>(`/rounds/${round}/what-if`);
    expect([figures.rules.map(({ inForce }) => inForce), figures.certainty, figures.next]).toEqual([[true], null, []]);
    expect((await office.get<{ judges: object[] }>(`/rounds/${round}/raters`)).judges).toEqual([]);
    expect((await office.get<{ rows: object[] }>(`/rounds/${round}/table`)).rows).toHaveLength(4);
    await office.post(`/rounds/${round}/decide`, {});

    const pairs = await openRound(service, office, call);
    for (const judge of judges) {
      for (;;) {
        const { pair } = await judge.get<{ pair: { entry: string }[] | null }>(`/rounds/${pairs}/pair`);
        if (!pair) break;
        const [one, other] = pair.map(({ entry }) => entry).sort((x, y) => ids(entries).indexOf(x) - ids(entries).indexOf(y));
        await judge.post(`/rounds/${pairs}/comparisons`, { better: one!, worse: other! });
      }
    }
    await service.settle();
    const compared = await roundShown(office, pairs);
    expect(compared.state).toBe('ranked');
    const order = compared.standings.map(({ entry }) => entry);
    expect(order).toEqual([...order].sort((x, y) => ids(entries).indexOf(x) - ids(entries).indexOf(y)));
  });

  it('the public votes once a person, within limits, and counts only as the call says', async () => {
    const rounds = [{ key: 'popular', name: '人气', way: 'public-vote', quorum: 1, votesPerNetwork: 3 }, { name: '终评', seating: 'all', rubric: RUBRIC, quorum: 1, scoring: 'mean', publicVote: { round: 'popular', share: 0.1 } }];
    const { call, entries } = await contests.closedCall(2, { rounds });
    const [judge] = await judgesOf(call, 1);
    const vote = await openRound(service, office, call, { round: 'popular' });
    const [a, b] = ids(entries);
    const voter = async (verified = true) => {
      const someone = await contests.someone();
      if (verified) await someone.post(`/addresses/by-link/${service.link('address', someone.id)}`);
      return someone;
    };
    expect((await refused((await voter(false)).post(`/rounds/${vote}/votes`, { entry: a }))).body.code).toBe('vote:unverified');
    const first = await voter();
    await first.post(`/rounds/${vote}/votes`, { entry: a });
    await first.post(`/rounds/${vote}/votes`, { entry: b });
    await (await voter()).post(`/rounds/${vote}/votes`, { entry: b });
    await (await voter()).post(`/rounds/${vote}/votes`, { entry: a });
    const late = await voter();
    await late.post(`/rounds/${vote}/votes`, { entry: a });
    expect((await first.get<{ own: string }>(`/rounds/${vote}/ballot`)).own).toBe(b);
    const seen = await office.get<{ counts: { entry: string; counted: number; held: number }[]; networks: { votes: { person: string; held: string | null }[] }[] }>(`/rounds/${vote}/votes`);
    expect(seen.counts.map(({ entry, counted, held }) => [entry, counted, held])).toEqual([[b, 2, 0], [a, 1, 1]]);
    expect(seen.networks[0]!.votes.filter(({ held }) => held === 'network').map(({ person }) => person)).toEqual([late.id]);
    expect((await refused(first.get(`/rounds/${vote}/votes`))).status).toBe(404);
    await office.post(`/rounds/${vote}/close`);
    await service.settle();
    expect((await refused(late.post(`/rounds/${vote}/votes`, { entry: b }))).body.code).toBe('round:not-open');
    const final = await openRound(service, office, call);
    await markAll(service, [judge!], final, RUBRIC, (entry) => (entry === a ? 8 : 8));
    // 0.9 of 80, and 0.1 of 100 for the most votes, of 50 for half as many.
    expect((await roundShown(office, final)).standings.map(({ entry, total, rank }) => [entry, total, rank])).toEqual([[b, '82.00', 1], [a, '77.00', 2]]);
  });

  it('parallel rooms: entries are spread evenly, and a share of each goes on', async () => {
    const { call } = await contests.closedCall(6, { rounds: [{ name: '分组', seating: 'rooms', rubric: RUBRIC, quorum: 2, advance: { by: 'group-share', group: 'room', share: 0.34 }, wildcards: 1 }, { name: '终评', seating: 'all', rubric: RUBRIC, quorum: 1 }] });
    const judges = await judgesOf(call, 4);
    const rooms = [{ name: '第一组', judges: [judges[0]!.id, judges[1]!.id] }, { name: '第二组', judges: [judges[2]!.id, judges[3]!.id] }];
    expect((await refused(office.post(`/calls/${call}/rounds`, { rooms: rooms.slice(1) }))).body.code).toBe('round:rooms-wrong');
    const round = await openRound(service, office, call, { rooms });
    const seated = (await roundShown(office, round)).standings;
    expect(['第一组', '第二组'].map((room) => seated.filter((one) => one.room === room).length)).toEqual([3, 3]);
    const mark = new Map(seated.map(({ entry }, n) => [entry, n]));
    await markAll(service, judges, round, RUBRIC, (entry) => mark.get(entry)!);
    const ranked = (await roundShown(office, round)).standings;
    const best = (room: string) => ranked.filter((one) => one.room === room).slice(0, 2).map(({ entry }) => entry);
    expect((await refused(office.post(`/rounds/${round}/decide`, { exceptions: ranked.slice(-2).map(({ entry }) => ({ entry, goesOn: true, reason: '评审组推荐' })) }))).body.code).toBe('round:too-many-wildcards');
    await office.post(`/rounds/${round}/decide`, { exceptions: [{ entry: ranked.at(-1)!.entry, goesOn: true, reason: '评审组推荐' }] });
    const on = (await roundShown(office, round)).standings.filter(({ goesOn }) => goesOn).map(({ entry }) => entry);
    expect(on.sort()).toEqual([...best('第一组'), ...best('第二组'), ranked.at(-1)!.entry].sort());
  });

  it('assigns fairly, or by lot with no pair likelier than the cap', async () => {
    const { call } = await contests.closedCall(6, { rounds: [{ name: '网评', rubric: RUBRIC, quorum: 1 }] });
    for (let n = 0; n < 4; n++) await contests.judgeOf(call);
    const { id } = await office.post(`/calls/${call}/rounds`, { reviewsPerEntry: 2, maxPerJudge: 3, method: 'fair' });
    await service.settle();
    const fair = await office.get<{ feasible: boolean; method: string; worst: number; bound: number; assignment: object[] }>(`/rounds/${id}/proposal`);
    expect(fair).toMatchObject({ feasible: true, method: 'fair' });
    expect([fair.assignment.length, fair.worst <= fair.bound]).toEqual([12, true]);
    await office.post(`/rounds/${id}/solve`, { method: 'randomised', cap: 0.6 });
    await service.settle();
    const drawn = await office.get<{ method: string; spread: { maximum: number }; assignment: object[] }>(`/rounds/${id}/proposal`);
    expect([drawn.method, drawn.assignment.length]).toEqual(['randomised', 12]);
    expect(drawn.spread.maximum).toBeLessThanOrEqual(0.6 + 1e-9);
    await office.post(`/rounds/${id}/solve`, { method: 'randomised', cap: 0.3 });
    await service.settle();
    // Two of four judges can't each be as unlikely as that: judges are there, but the cap is too low, and it says so.
    expect(await office.get<object>(`/rounds/${id}/proposal`)).toMatchObject({ state: 'unsolvable', feasible: false, capTooLow: true, assignment: [] });
  });

  it('calibration: all judges mark the same entries, then see how they differ and talk; none of it counts', async () => {
    const { call, entries } = await contests.closedCall(3, { rounds: [{ name: '网评', rubric: RUBRIC, quorum: 1, discussion: false }] });
    const judges = await judgesOf(call, 2);
    const { id: calibration } = await office.post(`/calls/${call}/calibrations`, { entries: [entries[0]!.entry, entries[1]!.entry] });
    await service.settle();
    await office.post(`/rounds/${calibration}/open`);
    expect((await office.get<{ state: string }>(`/calls/${call}`)).state).toBe('closed');
    const [mine] = await sheetsOf(judges[0]!, calibration);
    expect(await judges[0]!.get<{ open: boolean }>(`/score-sheets/${mine!.id}/others`)).toMatchObject({ open: false, sheets: [] });
    expect((await refused(judges[0]!.post(`/score-sheets/${mine!.id}/remarks`, { text: '先说' }))).body.code).toBe('sheet:not-yet-open');
    await markAll(service, judges, calibration, RUBRIC, (_, j) => 4 + 4 * j);
    await judges[0]!.post(`/score-sheets/${mine!.id}/remarks`, { text: '我更看重市场' });
    const [theirs] = (await sheetsOf(judges[1]!, calibration)).filter(({ entry }) => entry.id === mine!.entry.id);
    const others = await judges[1]!.get<{ sheets: { judge: string; marks: { mark: number }[] }[]; remarks: { by: string; text: string }[] }>(`/score-sheets/${theirs!.id}/others`);
    expect(others.sheets.map(({ marks }) => marks[0]!.mark).sort()).toEqual([4, 8]);
    expect(others.remarks).toMatchObject([{ text: '我更看重市场' }]);
    expect(JSON.stringify(others)).not.toContain(judges[0]!.id);
    const round = await openRound(service, office, call, { reviewsPerEntry: 1, maxPerJudge: 9 });
    expect((await roundShown(office, round)).standings.every(({ total }) => total === null)).toBe(true);
    await markAll(service, judges, round, RUBRIC, () => 6);
    await office.post(`/calls/${call}/decide`, { overrides: entries.map(({ entry }, n) => ({ entry, shortlisted: n < 2, awarded: n < 1, reason: '并列，合议决定' })) });
    expect((await office.get<{ results: { score: string }[] }>(`/calls/${call}/decision-sheet`)).results.map(({ score }) => score)).toEqual(['60.00', '60.00', '60.00']);
  });

  it('the organiser’s judge takes out an entry off the theme, and nobody else does', async () => {
    const { call, entries } = await contests.closedCall(2, { rounds: [{ name: '网评', seating: 'all', rubric: RUBRIC, quorum: 1, veto: true }] });
    const judges = await judgesOf(call, 2);
    await office.post(`/calls/${call}/judges`, { judge: judges[0]!.id, organiser: true });
    const round = await openRound(service, office, call);
    const sheetOf = async (judge: Visitor) => (await sheetsOf(judge, round)).find(({ entry }) => entry.id === entries[0]!.entry)!.id;
    expect((await refused(judges[1]!.post(`/score-sheets/${await sheetOf(judges[1]!)}/veto`, { reason: '与主题无关' }))).body.code).toBe('sheet:no-veto');
    await judges[0]!.post(`/score-sheets/${await sheetOf(judges[0]!)}/veto`, { reason: '与主题无关' });
    await service.settle();
    expect((await entries[0]!.team.get<{ state: string }>(`/entries/${entries[0]!.entry}`)).state).toBe('disqualified');
    expect((await roundShown(office, round)).standings.map(({ entry }) => entry)).toEqual([entries[1]!.entry]);
    expect((await entries[0]!.team.all<{ id: string; kind: string }>('/notifications')).map(({ kind }) => kind)).toContain('entry-vetoed');
  });

  it('takes entries and assignments from spreadsheets, and names what is wrong in them', async () => {
    const { id: contest } = await office.post('/contests', { name: '导入大赛', edition: 1 });
    const { id: call } = await office.post(`/contests/${contest}/calls`, { name: '征集', group: 'start-up', eligibilityRule: 'district-open', closesAt: '2027-01-01T00:00:00+08:00', rounds: [{ name: '网评', rubric: RUBRIC, quorum: 1 }], shortlist: 1, awards: 1, announceDays: 5 });
    await office.post(`/calls/${call}/publish`);
    const send = async (path: string, lines: string[]) => (await office.raw('POST', path, { 'content-type': 'application/octet-stream' }, Buffer.from(`\uFEFF${lines.join('\n')}`))).json() as Promise<Record<string, unknown>>;
    const lines = ['项目,简介,单位,领域,负责人,邮箱', '表格项目一,说明,示例单位 9,新材料,示例负责人,owner@import.example', '表格项目二,说明,,,示例负责人,not-an-address', "'=HYPERLINK(1),公式,,,示例负责人,owner@import.example"];
    expect(await send(`/calls/${call}/entries/import`, lines)).toMatchObject({ entered: 2, wrong: [{ line: 3 }] });
    expect(await send(`/calls/${call}/entries/import`, lines)).toMatchObject({ entered: 0, known: 2 });
    expect(await send(`/calls/${call}/entries/import`, ['一,二', '1,2'])).toMatchObject({ code: 'spreadsheet:unreadable' });
    // Whoever signs up under that address, and shows that it is his, finds his drafts.
    const owner = await new Visitor(service.config.baseUrl, '示例负责人', 'owner@import.example', PASSWORD).signUp();
    expect(await owner.all('/entries')).toHaveLength(0);
    await owner.post(`/addresses/by-link/${service.link('address', owner.id)}`);
    await service.settle();
    expect((await owner.all<{ id: string; title: string; state: string }>('/entries')).map(({ title, state }) => `${title} ${state}`).sort()).toEqual(['=HYPERLINK(1) draft', '表格项目一 draft']);
    const csv = await office.text(`/calls/${call}/export/entries?format=csv`);
    expect(csv).toContain("'=HYPERLINK(1)");

    const { call: judged, entries } = await contests.closedCall(2, { rounds: [{ name: '网评', rubric: RUBRIC, quorum: 1 }] });
    const judges = await judgesOf(judged, 2);
    const round = await contests.propose(judged, { reviewsPerEntry: 1, maxPerJudge: 9 });
    expect(await send(`/rounds/${round}/assignment/import`, ['项目编号,评委邮箱', `${entries[0]!.entry},nobody@nowhere.example`])).toMatchObject({ code: 'judge:unknown' });
    await send(`/rounds/${round}/assignment/import`, ['项目编号,评委邮箱', ...entries.map(({ entry }) => `${entry},${judges[1]!.email}`)]);
    await office.post(`/rounds/${round}/solve`, {});
    await service.settle();
    expect((await contests.pairsOf(round)).sort()).toEqual(entries.map(({ entry }) => `${entry} ${judges[1]!.id}`).sort());
  });

  it('goes by an edition’s own thresholds and cut-off day, and counts days of objection as its notice says', async () => {
    const { id: contest } = await office.post('/contests', { name: '青年大赛', edition: 1 });
    const draft = async (more: object) => {
      const { id } = await office.post(`/contests/${contest}/calls`, { name: '青年', group: 'youth', eligibilityRule: 'youth-idea', closesAt: '2027-01-01T00:00:00+08:00', rounds: [{ name: '评审', seating: 'all', rubric: RUBRIC, quorum: 1 }], shortlist: 1, awards: 1, announceDays: 10, ...more });
      await office.post(`/calls/${id}/publish`);
      return id;
    };
    const strict = await draft({ thresholds: { 'applicant-age': 35, 'age-on': '2026-06-01' } });
    const verdict = async (call: string, facts: object) => (await office.post<{ verdict: string; root: { parts: { clause: { zh: string } }[] } }>(`/calls/${call}/eligibility`, { facts: { 'firm-registered': false, ...facts } }));
    expect((await verdict(strict, { 'birth-date': '1990-06-01' })).verdict).toBe('fail');
    expect((await verdict(strict, { 'birth-date': '1990-06-02' })).verdict).toBe('pass');
    expect(JSON.stringify(await verdict(strict, { 'birth-date': '1990-06-01' }))).toContain('本届为 35');
    expect((await verdict(await draft({}), { 'applicant-age': 40 })).verdict).toBe('pass');

    const term = async (more: object) => {
      const { call } = await contests.closedCall(1, { rounds: [{ name: '评审', seating: 'all', rubric: RUBRIC, quorum: 1 }], shortlist: 1, awards: 1, ...more });
      const judge = await contests.judgeOf(call);
      const round = await openRound(service, office, call);
      await markAll(service, [judge], round, RUBRIC, () => 8);
      await office.post(`/calls/${call}/decide`, {});
      return office.post<{ from: string; until: string; provisional: boolean }>(`/calls/${call}/announce`);
    };
    // By the calendar's library, counted by hand.
    const moved = await term({ announceDays: 10, announceUnit: 'calendar' });
    const days = (await import('chinese-days')).default;
    const later = (day: string, n: number) => new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
    const nextWorking = (day: string): string => (days.isWorkday(day) ? day : nextWorking(later(day, 1)));
    expect(moved.until).toBe(nextWorking(later(moved.from, 10)));
    const counted = await term({ announceDays: 10, announceUnit: 'calendar', firstDayCounts: true });
    expect(counted.until).toBe(nextWorking(later(counted.from, 9)));
    const working = await term({ announceDays: 7, firstDayCounts: true });
    let [day, left] = [later(working.from, -1), 7];
    while (left > 0) if (days.isWorkday((day = later(day, 1)))) left--;
    expect(working.until).toBe(day);
  });

  it('keeps to what was published: rules can’t be changed once a call is open, and a readmitted entry comes back into the round that it left', async () => {
    const rounds = [{ name: '网评', seating: 'all', rubric: RUBRIC, quorum: 1, scoring: 'mean', advance: { by: 'quota', places: 2 } }, { name: '终评', seating: 'all', rubric: RUBRIC, quorum: 1 }];
    const { call, entries } = await contests.closedCall(3, { rounds });
    const body = { name: '改规则', group: 'start-up', eligibilityRule: 'national-start-up', closesAt: '2027-01-01T00:00:00+08:00', rounds: rounds.map((one) => ({ ...one, scoring: 'median' })), shortlist: 1, awards: 1, announceDays: 5 };
    expect((await refused(office.put(`/calls/${call}`, body))).status).toBe(409);
    const [judge] = await judgesOf(call, 1);
    const first = await openRound(service, office, call);
    await office.post(`/entries/${entries[0]!.entry}/disqualify`, { reason: '材料待核实' });
    await service.settle();
    await markAll(service, [judge!], first, RUBRIC, () => 8);
    await office.post(`/rounds/${first}/decide`, {});
    // Its round is decided: it stays out of the next one, and is passed over at the end.
    await office.post(`/entries/${entries[0]!.entry}/readmit`, { reason: '核实无误' });
    const second = await openRound(service, office, call);
    expect((await roundShown(office, second)).standings.map(({ entry }) => entry).sort()).toEqual([entries[1]!.entry, entries[2]!.entry].sort());
    await office.post(`/entries/${entries[1]!.entry}/disqualify`, { reason: '材料待核实' });
    await service.settle();
    expect((await roundShown(office, second)).standings).toHaveLength(1);
    await office.post(`/entries/${entries[1]!.entry}/readmit`, { reason: '核实无误' });
    await service.settle();
    await markAll(service, [judge!], second, RUBRIC, (entry) => (entry === entries[1]!.entry ? 9 : 7));
    expect((await roundShown(office, second)).standings.map(({ entry, rank }) => [entry, rank])).toEqual([[entries[1]!.entry, 1], [entries[2]!.entry, 2]]);
    await office.post(`/calls/${call}/decide`, {});
    expect((await office.get<{ state: string }>(`/entries/${entries[0]!.entry}`)).state).toBe('not-selected');
  });
});
