import { bar } from '../output.js';
import { FIELDS, type Cast } from './cast.js';
import type { Stage } from './stage.js';
import { Problem, type Visitor } from './visitor.js';

/** One edition of one contest as the demo plays it. */
export interface Edition {
  readonly contest: string;
  readonly edition: number;
  readonly group: string;
  readonly rule: string;
  readonly entries: number;
  readonly shortlist: number;
  readonly awards: number;
  readonly prizes: readonly { readonly name: string; readonly places: number; readonly money: number }[];
  readonly firstTeam: number;
  readonly opens: string;
  readonly closes: string;
  readonly judged: string;
  readonly ends: string;
}

export interface Winner {
  readonly team: Visitor;
  readonly firm: string;
  readonly project: string;
}

const RUBRIC = [
  { key: 'innovation', name: '技术创新', weight: 3, min: 0, max: 10, step: 0.5 },
  { key: 'market', name: '市场前景', weight: 3, min: 0, max: 10, step: 0.5 },
  { key: 'team', name: '团队能力', weight: 2, min: 0, max: 10, step: 0.5 },
  { key: 'plan', name: '实施计划', weight: 2, min: 0, max: 10, step: 0.5 },
];

/** An online review, and a pitch day for the best. */
const roundsOf = ({ shortlist }: Edition) => [
  { key: 'online', name: '网评', rubric: RUBRIC, quorum: 4, ties: [{ by: 'all-marks' }], advance: { by: 'quota', places: shortlist } },
  { key: 'pitch', name: '路演', seating: 'all', rubric: RUBRIC, quorum: 4, ties: [{ by: 'all-marks' }, { by: 'lot' }], pitch: { present: 8, answer: 7 } },
];
/** Judges of a pitch day. */
const PANEL = 5;
export const number = (n: number) => String(n).padStart(3, '0');

/** Plays an edition from its call to its winners; returns those who won. */
export async function playEdition(stage: Stage, cast: Cast, edition: Edition): Promise<Winner[]> {
  const { office } = cast;
  await stage.moveTo(edition.opens);
  const contest = await contestOf(office, edition);
  const call = (
    await office.post(`/contests/${contest}/calls`, {
      ...{ name: `${edition.contest}第 ${edition.edition} 届`, group: edition.group, eligibilityRule: edition.rule, closesAt: `${edition.closes}T18:00:00+08:00` },
      ...{ rounds: roundsOf(edition), shortlist: edition.shortlist, awards: edition.awards, prizes: edition.prizes, announceDays: 5 },
    })
  ).id;
  await office.post(`/calls/${call}/publish`);
  const teams = await enter(stage, call, edition);
  await stage.moveTo(edition.judged);
  await refuseLate(teams[0]!.team, call);
  await review(stage, cast, call, edition);
  await pitch(stage, cast, call);
  await decide(office, `/calls/${call}/decide`, 'overrides', (entry, cut) => ({ entry, shortlisted: true, awarded: cut === 'award' }));
  await office.post(`/calls/${call}/announce`);
  await stage.moveTo(edition.ends);
  const { results } = await office.get<{ results: { entry: string; awarded: boolean }[] }>(`/calls/${call}/results`);
  const winners = new Set(results.filter(({ awarded }) => awarded).map(({ entry }) => entry));
  return teams.filter(({ entry }) => winners.has(entry));
}

async function contestOf(office: Visitor, { contest, edition }: Edition): Promise<string> {
  return (await office.post('/contests', { name: contest, edition })).id;
}

async function enter(stage: Stage, call: string, { entries, firstTeam, opens, rule }: Edition) {
  const teams: (Winner & { entry: string })[] = [];
  for (let n = firstTeam; n < firstTeam + entries; n++) {
    const firm = `示例企业 ${number(n)}`;
    const team = await stage.visitor(`示例负责人 ${number(n)}`, n === 1 ? 'team' : `team${n}`).signUp();
    const facts = { 'registration-year': Number(opens.slice(0, 4)) - (rule.startsWith('youth') ? 3 : 1), listed: false, 'has-ip': true, 'clean-record': true, 'revenue-last-year': 150_000_000, 'former-national-top-three': false, 'applicant-age': 34 };
    const title = `${FIELDS[n % FIELDS.length]}示例项目 ${number(n)}`;
    const entry = await team.post<{ id: string; project: string }>(`/calls/${call}/entries`, { title, field: FIELDS[n % FIELDS.length], abstract: `${title}：用于演示的项目说明。`, organisation: firm, facts });
    await team.addDocument(entry.project, '商业计划书.txt', `${title} 的商业计划书（示例）`);
    await team.post(`/entries/${entry.id}/submit`);
    teams.push({ team, firm, project: entry.project, entry: entry.id });
    stage.note(`${bar(n - firstTeam + 1, entries)} entries`);
  }
  return teams;
}

/** After the deadline nothing is taken any more: the demo tries. */
async function refuseLate(team: Visitor, call: string): Promise<void> {
  const late = await team.post(`/calls/${call}/entries`, { title: '迟到的项目', abstract: '迟到', facts: {} }).catch((error: unknown) => error);
  if (!(late instanceof Problem) || late.status !== 409) throw new Error('A late entry was not refused');
}

/** Judges are asked, and all accept. */
export async function invite(office: Visitor, judges: readonly Visitor[], call: string): Promise<void> {
  for (const judge of judges) {
    const { id } = await office.post(`/calls/${call}/judges`, { judge: judge.id });
    await judge.post(`/judge-invitations/${id}/answer`, { accept: true });
  }
}

/** The next round of a call, with its sheets at the judges. */
export async function openRound(stage: Stage, office: Visitor, call: string, terms: Record<string, unknown>): Promise<string> {
  const { id } = await office.post(`/calls/${call}/rounds`, terms);
  await stage.settle();
  await office.post(`/rounds/${id}/open`);
  return id;
}

async function review(stage: Stage, { office, judges }: Cast, call: string, { entries }: Edition): Promise<void> {
  await invite(office, judges, call);
  const round = await openRound(stage, office, call, { reviewsPerEntry: 5, maxPerJudge: Math.ceil((entries * 5) / judges.length) + 1 });
  let done = 0;
  for (const judge of judges)
    for (const sheet of await openSheets(judge, round)) {
      await mark(stage, judge, sheet);
      stage.note(`${bar(++done, entries * 5)} score sheets`);
    }
  await stage.settle();
  await decide(office, `/rounds/${round}/decide`, 'exceptions', (entry) => ({ entry, goesOn: true }));
}

/** A day of pitches: the order is drawn, one key moves on, judges mark as each ends, and the board is unveiled. */
async function pitch(stage: Stage, { office, judges }: Cast, call: string): Promise<void> {
  const panel = judges.slice(0, PANEL);
  const round = await openRound(stage, office, call, { panel: panel.map((judge) => judge.id) });
  const { order } = await office.post<{ order: string[] }>(`/rounds/${round}/draw-order`);
  const sheets = await Promise.all(panel.map((judge) => openSheets(judge, round)));
  for (const [n, entry] of order.entries()) {
    for (let step = 0; step < 3; step++) await office.post(`/rounds/${round}/pitch`);
    for (const [j, judge] of panel.entries()) await mark(stage, judge, sheets[j]!.find((sheet) => sheet.entry.id === entry)!);
    stage.note(`${bar(n + 1, order.length)} pitches`);
  }
  await stage.settle();
  await office.post(`/rounds/${round}/board`, { board: 'unveiling' });
  for (let place = 0; place < order.length; place++) await office.post(`/rounds/${round}/unveil`);
}

export interface Sheet {
  readonly id: string;
  readonly round: string;
  readonly state: string;
  readonly entry: { readonly id: string };
}

export const openSheets = async (judge: Visitor, round: string): Promise<Sheet[]> => (await judge.all<Sheet>('/score-sheets')).filter((sheet) => sheet.round === round && sheet.state === 'assigned');

const merits = new Map<string, number>();

/** A judge marks an entry by what it is worth, and a little by himself. */
export async function mark(stage: Stage, judge: Visitor, { id, entry }: Sheet, rubric: readonly { readonly key: string }[] = RUBRIC): Promise<void> {
  if (!merits.has(entry.id)) merits.set(entry.id, 4 + 5 * stage.chance());
  const given = () => Math.round(2 * Math.min(10, Math.max(0, merits.get(entry.id)! + 2 * stage.chance() - 1))) / 2;
  await judge.post(`/score-sheets/${id}/submit`, { marks: rubric.map(({ key }) => marked(key, given())) });
}

/** A low mark is asked to say why. */
const marked = (criterion: string, mark: number) => ({ criterion, mark, ...(mark < 4 && { comment: '依据不足，建议补充数据。' }) });

/** Decides by the ranking; where entries are tied across a cut, the office takes them in with a reason. */
async function decide(office: Visitor, path: string, field: string, taken: (entry: string, cut: string) => object): Promise<void> {
  const exceptions: object[] = [];
  for (;;) {
    try {
      await office.post(path, { [field]: exceptions });
      return;
    } catch (error) {
      if (!(error instanceof Problem) || error.body.code !== 'decision:tie-at-the-cut') throw error;
      for (const entry of String(error.body.facts?.['entries']).split(', ')) exceptions.push({ ...taken(entry, String(error.body.facts?.['cut'])), reason: '并列，评审委员会合议同意' });
    }
  }
}
