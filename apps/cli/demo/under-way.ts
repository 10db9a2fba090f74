import { bar } from '../output.js';
import { businessPlan } from './business-plan.js';
import { FIELDS, type Cast } from './cast.js';
import { invite, mark, number, openRound, openSheets, type Sheet } from './edition.js';
import { nameInEnglish } from './names.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

const words = (zh: string, en: string) => ({ zh, en });

/** What the growing edition asks of its entrants. */
const FORM = {
  sections: [
    { key: 'project', title: words('项目', 'The project') },
    { key: 'people', title: words('单位与团队', 'Who is behind it'), help: words('盲评时评委看不到这一部分。', 'Judges see none of this in a blind review.') },
  ],
  fields: [
    { key: 'problem', section: 'project', type: 'text', label: words('解决的问题', 'The problem it solves'), required: true, minLength: 10, maxLength: 300 },
    { key: 'stage', section: 'project', type: 'choice', label: words('目前阶段', 'How far it is'), required: true, options: [{ key: 'idea', label: words('概念', 'An idea') }, { key: 'prototype', label: words('样机', 'A prototype') }, { key: 'sales', label: words('已有销售', 'It sells') }] },
    { key: 'revenue', section: 'project', type: 'money', label: words('上年收入', 'Revenue of last year'), required: true, showIf: { field: 'stage', is: ['sales'] } },
    { key: 'plan', section: 'project', type: 'file', label: words('商业计划书', 'Business plan'), required: true, accept: ['pdf'], maxMegabytes: 20, most: 1, help: words('正文请勿写单位与姓名', 'Without names of people and organisations') },
    { key: 'members', section: 'people', type: 'team', label: words('团队成员', 'Members'), required: true, most: 8, identifying: true },
    { key: 'phone', section: 'people', type: 'text', label: words('联系电话', 'Telephone'), maxLength: 20, private: true },
  ],
};
const PROBLEMS = ['产线换型时间长，小批量订单难以盈利。', '现有材料耐温不足，依赖进口。', '基层诊断设备昂贵，结果等待久。', '大棚灌溉凭经验，水肥浪费严重。', '中小企业数据分散，无法用于决策。', '工业余热未被利用，能耗居高不下。'];
const FACTS = (year: number) => ({ 'registration-year': year - 1, listed: false, 'has-ip': true, 'clean-record': true, 'revenue-last-year': 8_000_000, 'former-national-top-three': false, 'applicant-age': 34, region: 'district' });

interface Template {
  readonly key: string;
  readonly call: { readonly group: string; readonly eligibilityRule: string; readonly rounds: readonly { readonly rubric?: readonly { readonly key: string }[] }[]; readonly shortlist: number };
}

const FIRST_TEAM = 61;

/** What is going on as someone opens the console: something to do for a contestant, a judge and the office. */
export async function playUnderWay(stage: Stage, { office, judges }: Cast): Promise<void> {
  const templates = await office.get<Template[]>('/call-templates');
  const { call: plan } = templates.find(({ key }) => key === 'district-two-rounds')!;
  const [begins, ended] = [stage.present(-45), stage.present(-6)];
  await stage.moveTo(begins);
  const contest = (await office.post('/contests', { name: '示例创投大赛', edition: 3 })).id;
  await office.put(`/contests/${contest}/description`, { sponsors: [{ name: '示例高新区管委会', kind: 'host' }, { name: '示例科技金融中心', kind: 'supporter' }], uppers: [{ name: '示例市创新创业大赛', level: 'city', places: 3 }] });
  const call = async (name: string, closesAt: string, more: object) => {
    const { id } = await office.post(`/contests/${contest}/calls`, { ...plan, name, closesAt, form: FORM, ...more });
    await office.post(`/calls/${id}/publish`);
    return id;
  };
  await nameInEnglish(office);
  const dates = [{ name: words('网评结束', 'Online review ends'), at: stage.present(8) }, { name: words('路演日', 'Pitch day'), at: stage.present(20) }];
  const judged = await call('示例创投大赛初创组', ended, { timeline: dates });
  const pitched = await call('示例创投大赛青年组', ended, { group: 'youth', rounds: [plan.rounds.at(-1)], shortlist: 6, awards: 3, prizes: [] });
  const open = await call('示例创投大赛成长组', stage.present(20), { group: 'growth', timeline: dates, declaration: words('所填内容真实，不侵犯他人权利。', 'What is stated is true and infringes no rights of others.') });
  await enter(stage, judged, FIRST_TEAM, 14);
  await enter(stage, pitched, FIRST_TEAM + 14, 6);
  await enter(stage, open, FIRST_TEAM + 20, 5);
  await stage.moveTo(stage.present(-5));
  await stage.moveToPresent();

  const rubric = plan.rounds[0]!.rubric!;
  await halfJudged(stage, office, judges, judged, rubric);
  await pitchDay(stage, office, judges.slice(0, 5), pitched, rubric);
  await draftOf(stage, open);
  await stage.settle();
}

/** This team hands in what the one before it did: the office is to find it. */
const COPIES = FIRST_TEAM + 5;

async function enter(stage: Stage, call: string, first: number, entries: number): Promise<void> {
  let plan: Buffer = Buffer.of();
  for (let n = first; n < first + entries; n++) {
    const field = FIELDS[n % FIELDS.length]!;
    const title = `${field}示例项目 ${number(n)}`;
    const team = await stage.visitor(`示例负责人 ${number(n)}`, `team${n}`).signUp();
    const problem = PROBLEMS[n % PROBLEMS.length]!;
    const { id } = await team.post(`/calls/${call}/entries`, { title, field, abstract: `${title}面向${field}领域。${problem}${['样机已完成', '已在两家用户处试用', '获得首批订单', '正在中试放大', '完成第三方检测'][n % 5]!}，计划${['一', '两', '三'][n % 3]!}年内投产。`, organisation: `示例企业 ${number(n)}`, facts: FACTS(new Date(stage.present(0)).getFullYear()), answers: { problem, stage: n % 3 === 0 ? 'sales' : 'prototype', ...(n % 3 === 0 && { revenue: 1_200_000_00 }), members: [{ name: `示例成员 ${number(n)}`, role: '技术' }] } });
    if (n !== COPIES) plan = await businessPlan(title, () => stage.chance());
    await team.attach(id, 'plan', '商业计划书.pdf', plan);
    await team.post(`/entries/${id}/submit`, { declaration: true });
    stage.note(`${bar(n - first + 1, entries)} entries`);
  }
}

/** An online review in its middle: most sheets are in, some are begun, one judge of the demo's has work left. */
async function halfJudged(stage: Stage, office: Visitor, judges: readonly Visitor[], call: string, rubric: readonly { readonly key: string }[]): Promise<void> {
  await invite(office, judges, call);
  const round = await openRound(stage, office, call, { reviewsPerEntry: 5, maxPerJudge: 8, judgeBy: stage.present(8) });
  for (const [n, judge] of judges.entries()) {
    const sheets = await openSheets(judge, round);
    const done = n === 0 ? Math.floor(sheets.length / 2) : n % 4 === 3 ? 1 : sheets.length - (n % 3);
    for (const sheet of sheets.slice(0, done)) await mark(stage, judge, sheet, rubric);
  }
}

/** A pitch day in its middle, its board shown as it grows. */
async function pitchDay(stage: Stage, office: Visitor, judges: readonly Visitor[], call: string, rubric: readonly { readonly key: string }[]): Promise<void> {
  await invite(office, judges, call);
  const round = await openRound(stage, office, call, {});
  const { order } = await office.post<{ order: string[] }>(`/rounds/${round}/draw-order`);
  await office.post(`/rounds/${round}/board`, { board: 'live' });
  const sheets = await Promise.all(judges.map((judge) => openSheets(judge, round)));
  const own = (list: readonly Sheet[], entry: string) => list.find((sheet) => sheet.entry.id === entry)!;
  for (const entry of order.slice(0, 3)) {
    for (let step = 0; step < 3; step++) await office.post(`/rounds/${round}/pitch`);
    for (const [j, judge] of judges.entries()) await mark(stage, judge, own(sheets[j]!, entry), rubric);
  }
  await office.post(`/rounds/${round}/pitch`);
}

/** The demo's contestant has begun an entry and not finished it. */
async function draftOf(stage: Stage, call: string): Promise<void> {
  const team = await stage.visitor('示例负责人 001', 'team').signIn();
  await team.post(`/calls/${call}/entries`, { title: '智能制造示例项目 090', field: '智能制造', abstract: '为小批量产线提供快速换型的夹具与调度软件。', organisation: '示例企业 001', facts: FACTS(new Date(stage.present(0)).getFullYear()), answers: { problem: PROBLEMS[0], stage: 'prototype' } });
}
