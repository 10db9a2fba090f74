import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clockwork, MovableClock, newId, pause, readConfig, Transactions, type Context } from '#platform';
import { Visitor } from '../../apps/cli/demo/visitor.js';
import { makeAdministrator } from '../../apps/service/administrator.js';
import { startService, type Service } from '../../apps/service/service.js';
import { freePort } from '../support/service.js';
import { keep } from './keep.js';

const ENTRIES = 10_000;
const DRAFTS = 1_000;
const JUDGES = 300;
const REVIEWS = 5;
const AWARDS = 1_000;
/** Of every fifty entries one is a copy of an earlier one with some words changed. */
const COPIED = 50;
const WORDS = 200;
const CLOSES = '2025-04-11T18:00:00+08:00';

/** The long steps of a large edition, each as the office waits for it, with what it is shown meanwhile. */
export async function benchEdition(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'trellis-bench-'));
  chmodSync(home, 0o755);
  const clock = new MovableClock(new Date('2025-03-03T09:00:00+08:00'));
  const config = readConfig({ TRELLIS_HOME: home, PORT: String(await freePort()), LOG_LEVEL: 'error', SIGN_INS_A_MINUTE: '100000', REQUESTS_A_MINUTE: '1000000' });
  const service = await startService(config, { clock, works: true });
  try {
    await service.listen();
    keep('edition', `A call with ${ENTRIES.toLocaleString('en')} entries of ${WORDS} words and ${DRAFTS.toLocaleString('en')} drafts, ${JUDGES} judges, ${REVIEWS} reviews an entry; one process does everything, with the embedded PostgreSQL. Comparing is measured from the first submission to the last reaction, with the submissions coming in as fast as they can be written; names are looked for in them at the same time. Progress is what \`GET /calls/:call/progress\` showed during the step.`, ['step', 'time', 'what came of it', 'progress shown'], await play(service, clock));
  } finally {
    await service.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function play(service: Service, clock: MovableClock): Promise<string[][]> {
  const office = await administrator(service);
  const contest = (await office.post('/contests', { name: '基准大赛', edition: 1 })).id;
  const rubric = [{ key: 'all', name: '总评', weight: 1, min: 0, max: 100, step: 1 }];
  const { id: call } = await office.post(`/contests/${contest}/calls`, { name: '基准征集', group: 'start-up', eligibilityRule: 'national-start-up', closesAt: CLOSES, rounds: [{ name: '网评', rubric, quorum: 3, ties: [{ by: 'lot' }] }], shortlist: AWARDS, awards: AWARDS, announceDays: 5 });
  await office.post(`/calls/${call}/publish`);
  const transactions = service.app.get(Transactions);
  const actor = { kind: 'system', district: (await office.get<{ district: string }>('/me')).district as never, name: 'bench' } as const;
  const inBatches = async (count: number, size: number, does: (c: Context, i: number) => Promise<void>) => {
    for (let from = 0; from < count; from += size) await transactions.run({ command: 'bench', actor, requestId: null }, async (c) => {
      for (let i = from; i < Math.min(from + size, count); i++) await does(c, i);
    });
  };
  await inBatches(JUDGES, 100, (c, i) => addJudge(c, call, i));
  await inBatches(DRAFTS, 500, (c, i) => addEntry(c, call, ENTRIES + i, false));

  const shown = new Set<string>();
  const watch = async (done: () => Promise<boolean>, began = performance.now()) => {
    while (!(await done())) {
      const { compared, rounds } = await office.get<{ compared: { done: number; of: number }; rounds: { steps: { step: string; done: number; of: number }[] }[] }>(`/calls/${call}/progress`);
      shown.add(JSON.stringify([compared, rounds.map(({ steps }) => steps)]));
      await pause(250);
    }
    const seen = shown.size;
    shown.clear();
    return { seconds: ((performance.now() - began) / 1000).toFixed(1), seen: `${seen} states` };
  };
  const settled = async () => !(await service.database.pool.query<{ owed: boolean }>('SELECT EXISTS (SELECT 1 FROM pending WHERE failed_at IS NULL) AS owed')).rows[0]!.owed;

  const first = performance.now();
  await inBatches(ENTRIES, 500, (c, i) => addEntry(c, call, i, true));
  const compared = await watch(settled, first);
  const { items } = await office.get<{ items: object[] }>(`/calls/${call}/near-duplicates`);
  const rows = [['near-duplicates among all entries', `${compared.seconds} s`, `${items.length} pairs, of ${ENTRIES / COPIED} copies`, compared.seen]];

  clock.moveTo(new Date(CLOSES));
  await service.app.get(Clockwork).ring();
  const closed = await watch(settled);
  const { entries } = await office.get<{ entries: Record<string, number> }>(`/calls/${call}/progress`);
  rows.push(['close of the call', `${closed.seconds} s`, `${entries['submitted']} submitted, ${entries['lapsed']} lapsed and told`, closed.seen]);

  const { id: round } = await office.post(`/calls/${call}/rounds`, { name: '网评', reviewsPerEntry: REVIEWS, maxPerJudge: Math.ceil((1.5 * ENTRIES * REVIEWS) / JUDGES) });
  const assigned = await watch(settled);
  const proposal = await office.get<{ cost: number; assignment: object[]; conflicts: number }>(`/rounds/${round}/proposal`);
  rows.push(['assignment, solved and proved', `${assigned.seconds} s`, `${proposal.assignment.length.toLocaleString('en')} pairs, cost ${proposal.cost.toLocaleString('en')}, ${proposal.conflicts.toLocaleString('en')} pairs in conflict`, assigned.seen]);

  const began = performance.now();
  await office.post(`/rounds/${round}/open`);
  const opening = (performance.now() - began) / 1000;
  const told = await watch(settled);
  rows.push(['publishing, a sheet a pair', `${opening.toFixed(1)} s`, `${proposal.assignment.length.toLocaleString('en')} sheets; judges told ${told.seconds} s later`, told.seen]);

  await markAll(service, round);
  const timed = async (does: () => Promise<unknown>) => {
    const from = performance.now();
    await does();
    return ((performance.now() - from) / 1000).toFixed(1);
  };
  const closing = await timed(() => office.post(`/rounds/${round}/close`));
  const ranked = await watch(settled);
  rows.push(['ranking, from the close of the round', `${(Number(closing) + Number(ranked.seconds)).toFixed(1)} s`, `${ENTRIES.toLocaleString('en')} entries by ${(ENTRIES * REVIEWS).toLocaleString('en')} sheets, closing itself ${closing} s`, ranked.seen]);
  rows.push(['what if, over all rules', `${await timed(() => office.get(`/rounds/${round}/what-if`))} s`, 'six rankings, 2,000 resamples for the cut, the next reviews', '']);
  rows.push(['decision', `${await timed(() => office.post(`/calls/${call}/decide`, {}))} s`, `${AWARDS.toLocaleString('en')} winners, ${(ENTRIES - AWARDS).toLocaleString('en')} passed over`, '']);
  const announcing = await timed(() => office.post(`/calls/${call}/announce`));
  const { announcedUntil } = await office.get<{ announcedUntil: string }>(`/calls/${call}`);
  rows.push(['announcement', `${announcing} s`, 'all results as a version that stays', '']);
  clock.moveTo(new Date(`${announcedUntil}T16:00:00Z`));
  await service.app.get(Clockwork).ring();
  const final = await watch(settled);
  rows.push(['results stand', `${final.seconds} s`, `${AWARDS.toLocaleString('en')} awards, offers of incubation and proposals to the funds, all told`, final.seen]);
  let bytes = 0;
  rows.push(['certificates', `${await timed(async () => (bytes = (await (await office.raw('GET', `/calls/${call}/certificates`)).arrayBuffer()).byteLength))} s`, `${AWARDS.toLocaleString('en')} pages, ${(bytes / 1024 / 1024).toFixed(1)} MiB`, '']);
  rows.push(['results bundle', `${await timed(async () => (bytes = (await office.text(`/calls/${call}/bundle`)).length))} s`, `${(bytes / 1024 / 1024).toFixed(1)} MiB, signed`, '']);
  return rows;
}

/** Hands every sheet in with a mark, past the service: what is measured comes after. */
async function markAll({ database }: Service, round: string): Promise<void> {
  await database.pool.query("UPDATE aggregate a SET state = 'submitted' FROM score_sheet s WHERE s.round_id = $1 AND a.id = s.id", [round]);
  await database.pool.query('UPDATE score_sheet SET submitted_at = now() WHERE round_id = $1', [round]);
  await database.pool.query('INSERT INTO mark (district_id, aspect_id, sheet_id, value) SELECT s.district_id, a.id, s.id, (abs(hashtext(s.entry_id::text)) % 60) + (abs(hashtext(s.id::text)) % 41) FROM score_sheet s JOIN aspect a ON a.round_id = s.round_id AND a.entry_id = s.entry_id WHERE s.round_id = $1', [round]);
}

async function administrator({ app, config }: Service): Promise<Visitor> {
  const office = new Visitor(config.baseUrl, 'office', 'office@bench.example', 'correct horse battery');
  await makeAdministrator(app, office);
  return office.signIn();
}

const FIELDS = ['新材料', '智能制造', '生物医药', '现代农业', '数字服务'];
const organisations = new Map<number, string>();

/** One of 500 organisations. */
async function organisation(c: Context, n: number): Promise<string> {
  const known = organisations.get(n);
  if (known) return known;
  const id = newId();
  organisations.set(n, id);
  await c.tx.organisation.create({ data: { districtId: c.district, id, name: `示例单位 ${n}` } });
  return id;
}

async function addPerson(c: Context, name: string, belongsTo: string | null): Promise<string> {
  const id = newId();
  c.create('person', { to: 'active', events: [] }, { id });
  await c.tx.person.create({ data: { districtId: c.district, id, name, organisationId: belongsTo } });
  return id;
}

async function addJudge(c: Context, call: string, i: number): Promise<void> {
  const person = await addPerson(c, `示例评委 ${i}`, await organisation(c, i));
  const judge = c.create('judge', { to: 'active', events: [] });
  await c.tx.judge.create({ data: { districtId: c.district, id: judge, personId: person, fields: [FIELDS[i % FIELDS.length]!], expertise: textOf(i, 30) } });
  const invitation = c.create('judge-invitation', { to: 'accepted', events: [] });
  await c.tx.judgeInvitation.create({ data: { districtId: c.district, id: invitation, callId: call, judgeId: person } });
}

async function addEntry(c: Context, call: string, i: number, submitted: boolean): Promise<void> {
  const member = await addPerson(c, `示例成员 ${i}`, null);
  const project = newId();
  const organisationId = await organisation(c, i % 500);
  c.create('project', { to: 'open', events: [] }, { id: project, project });
  await c.tx.project.create({ data: { districtId: c.district, id: project, title: `示例项目 ${i}`, organisationId } });
  await c.tx.roleGrant.create({ data: { districtId: c.district, personId: member, role: 'team', scopeId: project } });
  // A copy says what the entry before it says, with every twentieth word another.
  const text = i % COPIED === 1 ? textOf(i - 1, WORDS, 20) : textOf(i, WORDS);
  const content = { title: `示例项目 ${i}`, abstract: text, organisation: null, field: FIELDS[i % FIELDS.length]!, facts: {}, answers: {}, form: 0, files: [] };
  const events = submitted ? [{ event: 'entry:submitted', payload: { call, title: content.title, hash: String(i), number: 1, late: false } }] : [];
  const entry = c.create('entry', { to: submitted ? 'submitted' : 'draft', events }, { project });
  const { title, abstract, field } = content;
  await c.tx.entry.create({ data: { districtId: c.district, id: entry, callId: call, projectId: project, title, abstract, field, facts: {}, submittedAt: submitted ? c.now : null } });
  if (submitted) await c.tx.submission.create({ data: { districtId: c.district, id: newId(), entryId: entry, number: 1, content, hash: String(i), at: c.now, late: false, receipt: {} } });
}

const SYLLABLES = '研发制造系统数据材料农业生物能源环境智能网络平台控制检测算法模型芯片工艺设备应用市场用户服务产业技术方案创新团队专利资金生产销售物流交通医疗教育'.split('');

/** Text of two-character words, the same for the same number; every `other`-th word is another one. */
function textOf(n: number, words: number, other = 0): string {
  let state = Math.imul(n + 1, 0x9e3779b1) >>> 0;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8;
  const word = () => SYLLABLES[next() % SYLLABLES.length]! + SYLLABLES[next() % SYLLABLES.length]!;
  return Array.from({ length: words }, (_, i) => (other > 0 && i % other === 7 ? `改${word().slice(1)}` : word())).join('');
}
