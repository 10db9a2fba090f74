import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyAudit, workbook } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { ELIGIBLE, openCall, RUBRIC, type SheetItem } from '../support/chain.js';
import { runCli } from '../support/cli.js';
import { FORM, upload } from '../support/form.js';
import { refused } from '../support/refused.js';
import { marksOf, roundShown, sheetsOf } from '../support/rounds.js';
import { startTestService, type TestService } from '../support/service.js';
import { notAsRecounted } from '../support/recounted.js';

const ENTRIES = 400;
const JUDGES = 40;
const REVIEWS = 3;
const FIELDS = ['新材料', '智能制造', '生物医药', '现代农业', '数字服务'];
const ORGANISATIONS = 60;
const CLOSES = '2025-04-11T18:00:00+08:00';
/** Hundreds of people take their time on a busy machine. */
const LONG = 900_000;
const JUDGE_BY = '2025-04-30T18:00:00+08:00';

const FINALISTS = 12;
const ROUNDS = [
  { key: 'online', name: '网评', rubric: RUBRIC, quorum: REVIEWS, scoring: 'mean', advance: { by: 'quota', places: FINALISTS }, wildcards: 1 },
  { key: 'pitch', name: '路演', seating: 'all', rubric: RUBRIC, quorum: 4, scoring: 'trimmed-mean', ties: [{ by: 'all-marks' }, { by: 'lot' }], pitch: { present: 8, answer: 7 } },
];
const PRIZES = [{ name: '一等奖', places: 1, money: 10_000_000 }, { name: '二等奖', places: 2, money: 5_000_001 }];

/** A number from 0 to 1 that is the same in every run. */
let seed = 7;
const chance = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;

async function atOnce<T, R>(items: readonly T[], does: (item: T, i: number) => Promise<R>, together = 8): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += together) results.push(...(await Promise.all(items.slice(from, from + together).map((item, i) => does(item, from + i)))));
  return results;
}

describe(`a whole edition, with ${ENTRIES} entries and ${JUDGES} judges`, () => {
  let service: TestService;
  let office: Visitor;
  let call: string;
  let round: string;
  interface Team { visitor: Visitor; entry: string; project: string; organisation: string }
  let teams: Team[];
  let judges: (Visitor & { invitation: string })[];

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    call = await openCall(office, { form: FORM, rounds: ROUNDS, shortlist: 8, awards: 3, prizes: PRIZES, closesAt: CLOSES, lateRule: 'grace', lateMinutes: 5, entriesPerOrganisation: 20 });
  });
  afterAll(() => service.stop());

  const rows = async <T extends object>(text: string, ...values: unknown[]) => (await service.database.pool.query<T>(text, values)).rows;

  it('is entered by teams that edit at once, upload in pieces, and hand in in the last minute', async () => {
    teams = await atOnce(Array.from({ length: ENTRIES }), async (_, i) => {
      const visitor = await service.visitor(`team${i}`).signUp();
      const organisation = `示例单位 ${i % ORGANISATIONS}`;
      const { id: entry, project } = await visitor.post<{ id: string; project: string }>(`/calls/${call}/entries`, { title: `示例项目 ${i}`, abstract: `${FIELDS[i % FIELDS.length]}方向的第 ${i} 个项目，研究对象编号 ${(i * 7919) % 10007}、${(i * 104729) % 10009}。`, organisation, field: FIELDS[i % FIELDS.length], facts: ELIGIBLE, answers: { stage: 'idea' } });
      return { visitor, entry, project, organisation };
    });
    // Every tenth team has a second member, and both write at once: different fields, and one the same.
    await atOnce(teams.filter((_, i) => i % 10 === 0), async ({ visitor, entry, project }, i) => {
      const member = await service.visitor(`member${i}`).signUp();
      const { token } = await visitor.post<{ token: string }>(`/projects/${project}/team/invitations`, { name: member.name });
      await member.post(`/team-invitations/by-link/${token}`);
      const [mine, theirs] = await Promise.all([
        visitor.patch<{ conflicts: object[] }>(`/entries/${entry}`, { answers: { plan: `方案甲 ${i}`, staff: 10 }, seen: { plan: 0, staff: 0 } }),
        member.patch<{ conflicts: object[] }>(`/entries/${entry}`, { answers: { plan: `方案乙 ${i}`, nickname: `小组 ${i}` }, seen: { plan: 0, nickname: 0 } }),
      ]);
      expect(mine.conflicts.length + theirs.conflicts.length).toBe(1);
    });
    await atOnce(teams.filter((_, i) => i % 10 !== 0), ({ visitor, entry }, i) => visitor.patch(`/entries/${entry}`, { answers: { plan: `方案 ${i}` } }));
    await atOnce(teams.filter((_, i) => i % 20 === 1), async ({ visitor, entry }, i) => {
      const content = Buffer.from(`第 ${i} 份附件。`.repeat(4000));
      await visitor.post(`/entries/${entry}/files`, { field: 'papers', upload: await upload(visitor, `附件 ${i}.txt`, content, { cutAt: 5000 }) });
    }, 4);
    const early = teams.slice(0, 250);
    await atOnce(early, ({ visitor, entry }) => visitor.post(`/entries/${entry}/submit`));
    // The last minute, and the grace after it: all at once.
    service.clock.moveTo(new Date('2025-04-11T17:59:30+08:00'));
    await Promise.all(teams.slice(250, 340).map(({ visitor, entry }) => visitor.post(`/entries/${entry}/submit`)));
    service.clock.moveTo(new Date('2025-04-11T18:04:59.999+08:00'));
    await Promise.all(teams.slice(340, 390).map(({ visitor, entry }) => visitor.post(`/entries/${entry}/submit`)));
    service.clock.moveTo(new Date('2025-04-11T18:05:00+08:00'));
    const late = await Promise.allSettled(teams.slice(390).map(({ visitor, entry }) => visitor.post(`/entries/${entry}/submit`)));
    expect(late.every(({ status }) => status === 'rejected')).toBe(true);
    await service.moveTo('2025-04-11T18:05:00+08:00');
    const progress = await office.get<{ entries: Record<string, number>; compared: { done: number; of: number }; filesRead: { done: number; of: number } }>(`/calls/${call}/progress`);
    expect(progress).toMatchObject({ entries: { submitted: 390, lapsed: 10 }, compared: { done: 390, of: 390 }, filesRead: { done: 20, of: 20 } });
    expect((await office.get<{ state: string }>(`/calls/${call}`)).state).toBe('closed');
  }, LONG);

  it('finds its judges in the pool: some decline, some never answer, each by his link', async () => {
    const rows = Array.from({ length: JUDGES }, (_, j) => [`示例评委 ${j}`, `judge${j}@pool.example`, `示例单位 ${j}`, FIELDS[j % FIELDS.length]!, `${FIELDS[j % FIELDS.length]}方向的项目`]);
    const file = await workbook([{ name: '评委', columns: ['姓名', '邮箱', '单位', '专业领域', '专长'], rows }]);
    expect(await (await office.raw('POST', '/judges/import', { 'content-type': 'application/octet-stream' }, file)).json()).toMatchObject({ entered: JUDGES, wrong: [] });
    const pool = await office.all<{ id: string; person: string }>('/judges');
    const { contest } = await office.get<{ contest: { id: string } }>(`/calls/${call}`);
    const { panel } = await office.put<{ panel: string }>(`/contests/${contest.id}/panels`, { name: '评审组', judges: pool.map(({ person }) => person) });
    await office.post(`/calls/${call}/panels`, { panel });
    const invitations = await office.all<{ id: string; judge: string }>('/judge-invitations');
    expect(invitations).toHaveLength(JUDGES);
    const link = (i: number) => `/judge-invitations/by-link/${service.link('judge', invitations[i]!.id)}`;
    for (const i of [0, 1]) await service.visitor('nobody').post(link(i), { accept: false });
    judges = await atOnce(Array.from({ length: JUDGES - 6 }, (_, i) => i + 6), async (i) => {
      const judge = await service.visitor(`judge${i}`).signUp();
      await judge.post(link(i), { accept: true });
      return Object.assign(judge, { invitation: invitations[i]!.id });
    });
    for (const judge of judges) {
      const { items } = await judge.get<{ items: { entry: string }[] }>(`/judge-invitations/${judge.invitation}/entries`);
      // His own organisation's entries are not among those he may see.
      expect(items.length).toBeLessThan(390);
      const bids = Array.from({ length: 10 }, () => ({ entry: pick(items).entry, bid: Math.floor(5 * chance()) - 2 }));
      await judge.put(`/judge-invitations/${judge.invitation}/bids`, { bids: [...new Map(bids.map((bid) => [bid.entry, bid])).values()], conflicts: chance() < 0.3 ? [{ entry: pick(items).entry, reason: '同门' }] : [] });
    }
    await service.moveTo('2025-04-19T09:00:00+08:00');
    expect((await office.all<{ id: string; state: string }>('/judge-invitations')).filter(({ state }) => state === 'lapsed')).toHaveLength(4);
  }, LONG);

  it('is calibrated: all judges mark the same two entries, and none of it counts', async () => {
    const { id: calibration } = await office.post(`/calls/${call}/calibrations`, { entries: [teams[0]!.entry, teams[1]!.entry] });
    await service.settle();
    await office.post(`/rounds/${calibration}/open`);
    for (const judge of judges) for (const { id } of await judge.all<SheetItem>('/score-sheets')) await judge.post(`/score-sheets/${id}/submit`, { marks: marksOf(RUBRIC, Math.floor(21 * chance()) / 2) });
    await service.settle();
    expect((await roundShown(office, calibration)).state).toBe('ranked');
    const raters = await office.get<{ judges: { marks: number }[]; alpha: { interval: number | null } }>(`/rounds/${calibration}/raters`);
    expect(raters.judges.length).toBeGreaterThan(30);
  }, LONG);

  it('is assigned without a conflict, with a proof, and published', async () => {
    ({ id: round } = await office.post(`/calls/${call}/rounds`, { reviewsPerEntry: REVIEWS, maxPerJudge: 45, judgeBy: JUDGE_BY }));
    await service.settle();
    const proposal = await office.get<{ feasible: boolean; loads: { entries: number }[]; weakest: object[]; assignment: object[]; certificate: object }>(`/rounds/${round}/proposal`);
    expect(proposal.feasible).toBe(true);
    expect(proposal.assignment).toHaveLength(390 * REVIEWS);
    expect(Math.max(...proposal.loads.map(({ entries }) => entries))).toBeLessThanOrEqual(45);
    await office.post(`/rounds/${round}/open`);
    await expectSound(390);
  }, LONG);

  it('goes on soundly through late conflicts, a merged account, judges who decline or stay silent, and entries that leave', async () => {
    const opened = service.clock.now().getTime();
    const share = (part: number) => new Date(opened + part * (new Date(JUDGE_BY).getTime() - opened)).toISOString();
    const markSome = async (who: readonly Visitor[], each: number) => {
      for (const judge of who) for (const { id, entry } of (await sheetsOf(judge, round)).filter(({ state }) => state === 'assigned').slice(0, each)) await judge.post(`/score-sheets/${id}/submit`, { marks: marksOf(RUBRIC, merit(entry.id)) });
    };
    await markSome(judges.slice(0, 20), 6);
    for (let n = 0; n < 6; n++) {
      const judge = pick(judges.slice(4, 20));
      const [sheet] = await sheetsOf(judge, round);
      const project = teams.find(({ entry }) => entry === sheet!.entry.id)!.project;
      if (n % 3 === 0) await judge.post(`/score-sheets/${sheet!.id}/conflict`, { reason: '曾共同承担课题' });
      else if (n % 3 === 1) await judge.post(`/people/${judge.id}/ties`, { kind: 'investor', project });
      else await office.post(`/entries/${sheet!.entry.id}/recusals`, { judge: judge.id, reason: '举报属实' });
    }
    // A judge turns out to be a contestant under another address.
    const [twice, own] = [judges[4]!, teams[7]!];
    await twice.post(`/people/${twice.id}/merge-requests`, { email: own.visitor.email });
    const [request] = await rows<{ id: string }>('SELECT id FROM merge_request ORDER BY id DESC LIMIT 1');
    await own.visitor.post(`/merge-requests/by-link/${service.link('merge', request!.id)}`, { same: true });
    await judges[5]!.post(`/judge-invitations/${judges[5]!.invitation}/answer`, { accept: false });
    for (const team of [teams[30]!, teams[31]!, teams[32]!]) await team.visitor.post(`/entries/${team.entry}/withdraw`);
    await service.settle();
    await expectSound(387);

    await service.moveTo(share(0.5));
    await service.moveTo(share(0.75));
    await markSome(judges.filter((_, j) => j !== 5 && j < 28), 2);
    await service.moveTo(share(0.875));
    const replaced = (await office.all<{ id: string; state: string }>('/judge-invitations')).filter(({ state }) => state === 'replaced');
    expect(replaced.length).toBeGreaterThan(0);
    await expectSound(387);
  }, LONG);

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });

  /** How good an entry is, the same to every judge: so those that are equally good are tied. */
  function merit(entry: string): number {
    const n = teams.findIndex((team) => team.entry === entry);
    return n < 60 ? [9.5, 9, 8.5, 8][n % 4]! : [3, 4, 5, 6, 7][n % 5]!;
  }

  it('is marked to the end, and cut where a tie is decided with a reason', async () => {
    for (const judge of judges) for (const { id, entry, state } of await sheetsOf(judge, round)) if (state === 'assigned') await judge.post(`/score-sheets/${id}/submit`, { marks: marksOf(RUBRIC, merit(entry.id)) });
    await service.settle();
    const shown = await roundShown(office, round);
    expect([shown.state, shown.standings.length]).toEqual(['ranked', 387]);
    const { body } = await refused(office.post(`/rounds/${round}/decide`, {}));
    expect(body.code).toBe('decision:tie-at-the-cut');
    const tied = String(body.facts!['entries']).split(', ');
    expect(shown.standings.filter(({ rank }) => rank === 1).map(({ entry }) => entry).sort()).toEqual([...tied].sort());
    await office.post(`/rounds/${round}/decide`, { exceptions: tied.map((entry, n) => ({ entry, goesOn: n < FINALISTS, reason: n < FINALISTS ? '并列，评审组合议入围' : '并列，评审组合议不入围' })) });
    expect((await roundShown(office, round)).standings.filter(({ goesOn }) => goesOn)).toHaveLength(FINALISTS);
  }, LONG);

  let pitch: string;
  let panel: (Visitor & { invitation: string })[];

  it('pitches, with a lost phone and a judge who drops out in the middle', async () => {
    const accepted = new Set((await office.all<{ id: string; judge: string; state: string }>('/judge-invitations')).filter(({ state }) => state === 'accepted').map(({ judge }) => judge));
    panel = judges.filter((judge) => accepted.has(judge.id)).slice(-7);
    ({ id: pitch } = await office.post(`/calls/${call}/rounds`, { panel: panel.map((judge) => judge.id) }));
    await service.settle();
    await office.post(`/rounds/${pitch}/open`);
    const { order } = await office.post<{ order: string[] }>(`/rounds/${pitch}/draw-order`);
    await office.post(`/rounds/${pitch}/board`, { board: 'live' });
    const sheets = new Map(await Promise.all(panel.map(async (judge) => [judge, await sheetsOf(judge, pitch)] as const)));
    const next = () => office.post<{ entry: string; phase: string }>(`/rounds/${pitch}/pitch`);
    let left = panel;
    for (const [n, entry] of order.entries()) {
      expect(await next()).toMatchObject({ entry, phase: 'presenting' });
      await next();
      await next();
      if (n === 5) {
        await panel[0]!.post(`/judge-invitations/${panel[0]!.invitation}/answer`, { accept: false });
        left = panel.slice(1);
        await service.settle();
      }
      for (const [j, judge] of left.entries()) {
        const sheet = sheets.get(judge)!.find((one) => one.entry.id === entry);
        // Who is in conflict has no sheet of it.
        if (!sheet) continue;
        const marks = marksOf(RUBRIC, [9, 8.5, 8, 7.5][(n + j) % 4]!);
        if (n === 2 && j === 1) {
          await judge.patch(`/score-sheets/${sheet.id}`, { marks: [marks[0]!] });
          const phone = await service.visitor(judge.email.split('@')[0]!).signIn();
          expect((await phone.all<{ id: string; draft: { values: Record<string, number> } | null }>('/score-sheets')).find(({ id }) => id === sheet.id)!.draft!.values['mark-innovation']).toBe(marks[0]!.mark);
          await phone.post(`/score-sheets/${sheet.id}/submit`, { marks });
        } else await judge.post(`/score-sheets/${sheet.id}/submit`, { marks });
      }
      service.clock.moveTo(new Date(service.clock.now().getTime() + 15 * 60_000));
      await service.settle();
      const board = await service.visitor('anyone').get<{ lines: { entry: string; score: string | null }[] }>(`/rounds/${pitch}/board`);
      expect(board.lines.filter(({ score }) => score !== null)).toHaveLength(n + 1);
    }
    // Someone dropped out: the office closes with the quorum.
    if ((await roundShown(office, pitch)).state === 'judging') await office.post(`/rounds/${pitch}/close`);
    await service.settle();
    const shown = await roundShown(office, pitch);
    expect([shown.state, shown.standings.length, shown.standings.some(({ tied }) => tied)]).toEqual(['ranked', FINALISTS, false]);
  }, LONG);

  it('is decided, announced, objected to, corrected, and final', async () => {
    await office.post(`/calls/${call}/decide`, {});
    const { until } = await office.post<{ until: string }>(`/calls/${call}/announce`);
    const results = () => service.visitor('anyone').get<{ version: number; results: { entry: string; place: number; rank: number; awarded: boolean; money: number | null }[] }>(`/calls/${call}/results`);
    const first = await results();
    expect(first.results.map(({ place }) => place).slice(0, FINALISTS)).toEqual(Array.from({ length: FINALISTS }, (_, n) => n + 1));
    expect(first.results).toHaveLength(387);
    const third = first.results[2]!.entry;
    const team = teams.find(({ entry }) => entry === third)!.visitor;
    await team.post(`/addresses/by-link/${service.link('address', team.id)}`);
    const { id: objection } = await team.post(`/calls/${call}/objections`, { entry: third, name: team.name, contact: '13900000000', text: '有评委把我们的分数记错了，请核对。' });
    await service.moveTo(`${until}T16:00:00Z`);
    expect((await office.get<{ state: string }>(`/calls/${call}`)).state).toBe('announced');
    await office.post(`/objections/${objection}/answer`, { upheld: true, answer: '核对原始记录，一位评委录入有误，予以更正。' });
    await office.post(`/calls/${call}/withdraw-results`, { reason: '异议成立：一位评委录入有误' });
    for (const judge of panel.slice(1)) {
      const sheet = (await sheetsOf(judge, pitch)).find((one) => one.entry.id === third);
      if (!sheet) continue;
      await office.post(`/score-sheets/${sheet.id}/reopen`, { reason: '核对原始记录后更正' });
      await judge.post(`/score-sheets/${sheet.id}/submit`, { marks: marksOf(RUBRIC, 10) });
      await service.settle();
    }
    await service.settle();
    if ((await roundShown(office, pitch)).state === 'judging') await office.post(`/rounds/${pitch}/close`);
    await service.settle();
    await office.post(`/calls/${call}/decide`, {});
    const again = await office.post<{ version: number; until: string }>(`/calls/${call}/announce`);
    expect(again.version).toBe(2);
    expect((await results()).results[0]!.entry).toBe(third);
    await service.moveTo(`${again.until}T16:00:00Z`);
    expect((await office.get<{ state: string }>(`/calls/${call}`)).state).toBe('final');
    expect((await office.all<{ id: string; money: number }>('/awards')).map(({ money }) => money).sort()).toEqual([10_000_000, 5_000_001, 5_000_001]);
  }, LONG);

  it('is recomputed elsewhere from its bundle alone, and is sound throughout', async () => {
    const path = join(service.home, 'bundle.json');
    await writeFile(path, await service.visitor('anyone').text(`/calls/${call}/bundle`));
    const { code, out } = await runCli(['results', 'recompute', path, '--json']);
    expect([code, JSON.parse(out) as object]).toMatchObject([0, { holds: true, rounds: 2, entries: 387, differences: [] }]);
    expect((await verifyAudit(service.database)).findings).toEqual([]);
    expect(await office.get<object>('/operations/dead-letters')).toEqual([]);
  }, LONG);

  /** By straight SQL, not by the program's own rules: no live sheet is in conflict, each entry has its judges, no judge too many. */
  async function expectSound(entries: number): Promise<void> {
    const conflicts = await rows(
      `SELECT s.id FROM score_sheet s JOIN entry e ON e.id = s.entry_id JOIN project p ON p.id = e.project_id JOIN person j ON j.id = s.judge_id
       WHERE s.round_id = $1 AND s.pulled IS NULL AND (
         j.organisation_id = p.organisation_id
         OR EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = j.id AND g.role = 'team' AND g.scope_id = p.id)
         OR EXISTS (SELECT 1 FROM role_grant a JOIN role_grant b ON b.scope_id = a.scope_id AND b.role = 'team' JOIN role_grant t ON t.person_id = b.person_id AND t.role = 'team' AND t.scope_id = p.id WHERE a.person_id = j.id AND a.role = 'team')
         OR EXISTS (SELECT 1 FROM tie WHERE tie.person_id = j.id AND (tie.project_id = p.id OR tie.organisation_id = p.organisation_id))
         OR EXISTS (SELECT 1 FROM conflict c WHERE c.entry_id = e.id AND c.judge_id = j.id))`,
      round,
    );
    expect(conflicts).toEqual([]);
    const served = await rows<{ n: number }>("SELECT count(s.id)::int AS n FROM entry e JOIN aggregate a ON a.id = e.id AND a.state = 'submitted' LEFT JOIN score_sheet s ON s.entry_id = e.id AND s.pulled IS NULL AND s.round_id = $2 WHERE e.call_id = $1 GROUP BY e.id", call, round);
    expect(served).toHaveLength(entries);
    expect(served.filter(({ n }) => n !== REVIEWS)).toEqual([]);
    const loads = await rows<{ n: number }>('SELECT count(*)::int AS n FROM score_sheet WHERE round_id = $1 AND pulled IS NULL GROUP BY judge_id', round);
    expect(Math.max(...loads.map(({ n }) => n))).toBeLessThanOrEqual(45);
    expect(await rows("SELECT 1 FROM score_sheet s JOIN judge_invitation i ON i.judge_id = s.judge_id AND i.call_id = $1 JOIN aggregate a ON a.id = i.id WHERE s.round_id = $2 AND s.pulled IS NULL AND s.submitted_at IS NULL AND a.state <> 'accepted'", call, round)).toEqual([]);
    expect(await rows('SELECT 1 FROM mark m JOIN score_sheet s ON s.id = m.sheet_id WHERE s.pulled <> \'entry-out\'')).toEqual([]);
    expect((await verifyAudit(service.database)).findings).toEqual([]);
    expect(await office.get<object>('/operations/dead-letters')).toEqual([]);
  }
});
