import type { Visitor } from '../../apps/cli/demo/visitor.js';
import type { TestService } from './service.js';

export const RUBRIC = [
  { key: 'innovation', name: '创新', weight: 6, min: 0, max: 10, step: 0.5 },
  { key: 'market', name: '市场', weight: 4, min: 0, max: 10, step: 0.5 },
];

export const ELIGIBLE = { 'registration-year': 2024, listed: false, 'has-ip': true, 'clean-record': true, 'revenue-last-year': 100_000_000, 'former-national-top-three': false };

export const ROUND = { name: '网评', rubric: RUBRIC, quorum: 2 };

export const CALL = {
  ...{ name: '测试创投大赛', group: 'start-up', eligibilityRule: 'national-start-up', closesAt: '2025-04-11T18:00:00+08:00' },
  ...{ rounds: [ROUND], shortlist: 2, awards: 1, announceDays: 5 },
};

const editions = new WeakMap<Visitor, number>();

/** A contest with one published call. */
export async function openCall(office: Visitor, changes: object = {}): Promise<string> {
  const edition = (editions.get(office) ?? 0) + 1;
  editions.set(office, edition);
  const contest = (await office.post('/contests', { name: '测试大赛', edition })).id;
  const call = (await office.post(`/contests/${contest}/calls`, { ...CALL, ...changes })).id;
  await office.post(`/calls/${call}/publish`);
  return call;
}

/** A team that has handed in an entry. */
export async function enter(service: TestService, call: string, account: string): Promise<{ team: Visitor; entry: string; project: string }> {
  const team = await service.visitor(account).signUp();
  const { id: entry, project } = await team.post<{ id: string; project: string }>(`/calls/${call}/entries`, { title: `项目 ${account}`, abstract: '摘要', organisation: `单位 ${account}`, facts: ELIGIBLE });
  await team.post(`/entries/${entry}/submit`);
  return { team, entry, project };
}

/** Judges who have accepted to judge a call. */
export async function inviteJudges(service: TestService, office: Visitor, call: string, count: number): Promise<Visitor[]> {
  const judges: Visitor[] = [];
  for (let n = 1; n <= count; n++) {
    const judge = await service.visitor(`judge${n}`).signUp();
    const invitation = (await office.post(`/calls/${call}/judges`, { judge: judge.id })).id;
    await judge.post(`/judge-invitations/${invitation}/answer`, { accept: true });
    judges.push(judge);
  }
  return judges;
}

export interface SheetItem {
  readonly id: string;
  readonly state: string;
  readonly entry: { readonly id: string; readonly title: string };
}

/** Every judge marks every sheet; `mark` says how. */
export async function scoreAll(judges: readonly Visitor[], mark: (entry: string, judge: number) => number): Promise<void> {
  for (const [j, judge] of judges.entries())
    for (const { id, entry, state } of await judge.all<SheetItem>('/score-sheets'))
      if (state === 'assigned') await judge.post(`/score-sheets/${id}/submit`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: mark(entry.id, j) })) });
}
