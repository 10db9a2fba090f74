import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { ELIGIBLE, openCall, RUBRIC } from '../support/chain.js';
import { Contests } from '../support/contest.js';
import { FORM, upload } from '../support/form.js';
import { markAll, marksOf, openRound, sheetsOf } from '../support/rounds.js';
import { startTestService, type TestService } from '../support/service.js';
import { lookedAt, open } from './browser.js';

const PITCH = { name: '路演', rubric: RUBRIC, quorum: 2, seating: 'all', pitch: { present: 5, answer: 5 } };

/** A district with something on every page: a call that is open, one being judged, one whose results are out, a pitch day. */
async function district(service: TestService) {
  const office = await service.office();
  const contests = new Contests(service, office);
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n');
  const judgesOf = async (call: string) => [await contests.judgeOf(call), await contests.judgeOf(call)];
  const [told, won, quiet, judged, pitched] = [await openCall(office), await openCall(office), await openCall(office), await openCall(office, { form: FORM }), await openCall(office, { rounds: [PITCH] })];
  const teams: Visitor[] = [];
  for (const call of [told, won, quiet, pitched]) for (let n = 0; n < 3; n++) teams.push((await contests.enterIn(call)).team);
  for (let n = 0; n < 3; n++) {
    const team = await contests.someone();
    const { id } = await team.post(`/calls/${judged}/entries`, { title: `项目 ${n}`, abstract: '摘要', organisation: `单位 ${n}`, facts: { ...ELIGIBLE, 'registration-year': 2025 }, answers: { plan: '方案文字', stage: 'idea' } });
    await team.post(`/entries/${id}/files`, { field: 'papers', upload: await upload(team, '计划.pdf', pdf) });
    await team.post(`/entries/${id}/submit`);
  }
  await service.moveTo('2025-04-12T09:00:00+08:00');
  const judges: Visitor[] = [];
  for (const call of [told, judged, pitched]) judges.push(...(await judgesOf(call)));
  const asked = await contests.someone();
  const early = await contests.judgeOf(quiet);
  const wonJudges = await judgesOf(won);
  const wonRound = await openRound(service, office, won);
  const rounds = [await openRound(service, office, told, {}), await openRound(service, office, judged, {}), await openRound(service, office, pitched, {})] as const;
  const merit = new Map<string, number>();
  await markAll(service, wonJudges, wonRound, RUBRIC, (entry) => merit.get(entry) ?? (merit.set(entry, 5 + merit.size), merit.get(entry)!));
  await office.post(`/calls/${won}/decide`);
  await office.post(`/calls/${won}/announce`);
  await service.moveTo('2025-04-22T09:00:00+08:00');
  const offers = await Promise.all(teams.slice(3, 6).map(async (one) => ({ team: one, offer: (await one.get<{ items: { id: string }[] }>('/incubatees')).items[0]?.id })));
  const winner = offers.find(({ offer }) => offer !== undefined)!;
  for (const [j, judge] of judges.slice(0, 2).entries()) for (const [n, sheet] of (await sheetsOf(judge, rounds[0])).entries()) await judge.post(`/score-sheets/${sheet.id}/submit`, { marks: marksOf(RUBRIC, 6 + n + j / 2) });
  await service.settle();
  await office.post(`/calls/${told}/decide`);
  await office.post(`/calls/${told}/announce`);
  await teams[0]!.post(`/calls/${judged}/questions`, { text: '能否修改题目？' }).catch(() => undefined);
  const [sheet] = await sheetsOf(judges[2]!, rounds[1]);
  await judges[2]!.patch(`/score-sheets/${sheet!.id}`, { marks: [{ criterion: RUBRIC[0]!.key, mark: 7 }] });
  await office.post(`/rounds/${rounds[2]}/draw-order`);
  await office.post(`/rounds/${rounds[2]}/pitch`);
  await office.post(`/rounds/${rounds[2]}/board`, { board: 'live' });
  const current = await openCall(office, { form: FORM, closesAt: '2025-05-20T18:00:00+08:00' });
  const draft = (await teams[0]!.post(`/calls/${current}/entries`, { title: '草稿', abstract: '摘要', facts: ELIGIBLE })).id;
  await office.post(`/calls/${current}/judges`, { judge: asked.id });
  await service.settle();
  const contest = (await office.get<{ contest: { id: string } }>(`/calls/${judged}`)).contest.id;
  const fresh = (await office.post(`/contests/${contest}/calls`, { name: '草稿征集', group: 'team', eligibilityRule: 'district-open', closesAt: '2025-08-01T18:00:00+08:00', rounds: [{ name: '网评', rubric: RUBRIC, quorum: 2 }], shortlist: 2, awards: 1, announceDays: 5 })).id;
  const invited = (await office.post(`/calls/${current}/judges`, { judge: (await contests.someone()).id })).id;
  const { project } = await teams[0]!.get<{ project: string }>(`/entries/${draft}`);
  const guest = (await office.post('/people', { name: '受邀人', email: 'guest@test.example', role: 'leader' })).id;
  const links = { guest: service.link('invitation', guest), judge: service.link('judge', invited), team: (await teams[0]!.post<{ token: string }>(`/projects/${project}/team/invitations`, { name: '队友' })).token };
  const entries = (await teams[0]!.get<{ items: { id: string; call: string }[] }>('/entries')).items;
  return { office, team: teams[0]!, judge: judges[2]!, pitchJudge: judges[4]!, asked, early, winner, links, project, told, judged, current, fresh, contest, rounds, draft, sheet: sheet!.id, own: entries.find(({ call }) => call === told)!.id, judgedEntry: sheet!.entry.id };
}

type District = Awaited<ReturnType<typeof district>>;

/** Every page of the console, by who opens it. */
const PAGES: Readonly<Record<string, { who: (d: District) => Visitor | null; paths: (d: District) => string[] }>> = {
  nobody: { who: () => null, paths: (d) => ['/', '/calls', `/calls/${d.current}`, `/calls/${d.told}/results`, `/rounds/${d.rounds[2]}/board`, '/certificates/0000000000000000', '/graduates/0000000000000000', `/receipts/${'0'.repeat(64)}`, '/problems', '/sign-in', '/sign-up', '/forgotten', '/passwords/by-link/x.y', '/addresses/by-link/x.y', `/judge-invitations/by-link/${d.links.judge}`, `/invitations/by-link/${d.links.guest}`, `/team-invitations/by-link/${d.links.team}`, '/nowhere'] },
  contestant: { who: ({ team }) => team, paths: (d) => ['/', '/entries', `/calls/${d.current}/enter`, ...['form', 'team', 'preview', 'submit', 'standing', 'feedback'].map((tab) => `/entries/${d.draft}?tab=${tab}`), `/entries/${d.own}?tab=submit`, `/entries/${d.own}?tab=feedback`, `/calls/${d.told}/results`, `/projects/${d.project}`, '/notices'] },
  'judge before judging': { who: ({ early }) => early, paths: (d) => ['/judging', `/judging/invitations/${d.early.invitation}`] },
  winner: { who: ({ winner }) => winner.team, paths: (d) => ['/', `/offers/${d.winner.offer!}`] },
  judge: { who: ({ judge }) => judge, paths: (d) => ['/', '/judging', `/judging/rounds/${d.rounds[1]}`, `/judging/sheets/${d.sheet}`] },
  'judge of a pitch day': { who: ({ pitchJudge }) => pitchJudge, paths: (d) => [`/judging/rounds/${d.rounds[2]}/pitch`, `/judging/rounds/${d.rounds[2]}`] },
  office: {
    who: ({ office }) => office,
    paths: (d) => [
      ...['/', '/office', '/office/judges', '/office/names', `/office/contests/${d.contest}`, `/office/contests/${d.contest}/calls/new`, `/office/entries/${d.judgedEntry}`, '/notices', '/projects'],
      ...['board', 'rules', 'form', 'entries', 'near', 'names', 'judges', 'questions', 'results', 'objections', 'awards'].map((tab) => `/office/calls/${d.judged}?tab=${tab}`),
      ...[`/office/calls/${d.fresh}?tab=rules`, `/office/calls/${d.fresh}?tab=form`, `/office/calls/${d.told}?tab=results`],
      ...['assignment', 'monitor', 'ranking', 'whatIf', 'raters', 'feedback', 'messages'].map((tab) => `/office/rounds/${d.rounds[0]}?tab=${tab}`),
      `/office/rounds/${d.rounds[2]}?tab=pitch`,
    ],
  },
  'office, its report': { who: ({ office }) => office, paths: (d) => ['/office/report', '/office/report/entries', '/office/report/cultivated', `/office/things/${d.judgedEntry}`] },
};

let service: TestService;
let everything: District;

beforeAll(async () => {
  service = await startTestService();
  everything = await district(service);
});
afterAll(() => service.stop());

describe.each([
  { name: 'in Chinese, wide', look: { language: 'zh' } },
  { name: 'in English, on a phone in the dark', look: { language: 'en', phone: true, dark: true } },
] as const)('every page $name', ({ look }) => {
  it.each(Object.entries(PAGES))('keeps nobody out, says its title, and is no wider than the screen: %s', async (_who, { who, paths }) => {
    const opened = await open(service, who(everything), look);
    const found = await lookedAt(opened, paths(everything), look);
    expect([...found, ...opened.faults]).toEqual([]);
    await opened.context.close();
  });
});
