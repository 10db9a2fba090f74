import { unzipSync } from 'fflate';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { RUBRIC } from '../support/chain.js';
import { Contests, type Entered } from '../support/contest.js';
import { marksOf, openRound, roundShown, sheetsOf } from '../support/rounds.js';
import { startTestService, type TestService } from '../support/service.js';

interface Row { entry: string; title: string; place: number; score: string; rank: number; tied: boolean; awarded: boolean; prize: string | null }

/** A number from 0 to 1, the same in every run. */
let seed = 11;
const chance = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;

/** By a second way, in whole numbers: marks are halves and weights whole, so twice a total is whole. */
function expected(scoring: string, marks: readonly (readonly number[])[]): { score: string; rank: number }[] {
  const totals = marks.map((own) => own.map((mark) => Math.round(2 * mark) * 10).sort((a, b) => a - b));
  const scores = totals.map((own) => {
    const kept = scoring === 'trimmed-mean' && own.length >= 5 ? own.slice(1, -1) : scoring === 'median' ? own.slice(Math.floor((own.length - 1) / 2), Math.floor(own.length / 2) + 1) : own;
    const twiceSum = kept.reduce((sum, total) => sum + total, 0);
    // Hundredths, rounded half up: 100 * sum / (2 * n).
    return Math.floor((100 * twiceSum + kept.length) / (2 * kept.length));
  });
  return scores.map((score) => ({ score: (score / 100).toFixed(2), rank: 1 + scores.filter((other) => other > score).length }));
}

describe('one ranking', () => {
  let service: TestService;
  let office: Visitor;
  let contests: Contests;

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    contests = new Contests(service, office);
  });
  afterAll(() => service.stop());

  it.each(['mean', 'trimmed-mean', 'median', 'mean', 'trimmed-mean', 'median'])('is what every view, export, certificate and bundle shows, and what a second way computes (%s)', async (scoring) => {
    const judges: Visitor[] = [];
    const { call, entries } = await contests.closedCall(5, { rounds: [{ name: '评审', seating: 'all', rubric: RUBRIC, quorum: 1, scoring }], shortlist: 5, awards: 5 });
    for (let n = 0; n < 5; n++) judges.push(await contests.judgeOf(call));
    const round = await openRound(service, office, call);
    // Few values, so that ties are common.
    const marks = entries.map(() => judges.map(() => 5 + Math.floor(4 * chance()) / 2));
    const at = (entry: string) => entries.findIndex((one) => one.entry === entry);
    for (const [j, judge] of judges.entries()) for (const { id, entry } of await sheetsOf(judge, round)) await judge.post(`/score-sheets/${id}/submit`, { marks: marksOf(RUBRIC, marks[at(entry.id)]![j]!) });
    await service.settle();
    await office.post(`/rounds/${round}/board`, { board: 'live' });
    const what = await office.get<{ rules: { inForce: boolean; ranking: { entry: string; score: string; rank: number }[] }[] }>(`/rounds/${round}/what-if`);
    await office.post(`/calls/${call}/decide`, {});
    const { until } = await office.post<{ until: string }>(`/calls/${call}/announce`);
    await service.moveTo(`${until}T16:00:00Z`);

    const wanted = expected(scoring, marks);
    const truth = (entry: string) => `${wanted[at(entry)]!.score} ${wanted[at(entry)]!.rank}`;
    const views: Record<string, { entry: string; shown: string }[]> = {};
    const anyone = service.visitor('anyone');
    const text = async (visitor: Visitor, path: string) => Buffer.from(await (await visitor.raw('GET', path)).arrayBuffer());
    const { results } = await anyone.get<{ results: Row[] }>(`/calls/${call}/results`);
    views['announcement'] = results.map(({ entry, score, rank }) => ({ entry, shown: `${score} ${rank}` }));
    views['places'] = results.map(({ entry, score, place }) => ({ entry, shown: `${score} ${place}` }));
    views['round'] = (await roundShown(office, round)).standings.map(({ entry, total, rank }) => ({ entry, shown: `${total} ${rank}` }));
    views['decision sheet'] = (await office.get<{ results: Row[] }>(`/calls/${call}/decision-sheet`)).results.map(({ entry, score, rank }) => ({ entry, shown: `${score} ${rank}` }));
    views['table'] = (await office.get<{ rows: Row[] }>(`/rounds/${round}/table`)).rows.map(({ entry, score, rank }) => ({ entry, shown: `${score} ${rank}` }));
    views['what if'] = what.rules.find(({ inForce }) => inForce)!.ranking.map(({ entry, score, rank }) => ({ entry, shown: `${score} ${rank}` }));
    views['board'] = (await anyone.get<{ lines: { entry: string; score: string; rank: number }[] }>(`/rounds/${round}/board`)).lines.map(({ entry, score, rank }) => ({ entry, shown: `${score} ${rank}` }));
    views['export'] = (await text(office, `/calls/${call}/export/results?format=csv`)).toString('utf8').trim().split('\n').slice(1).map((line) => line.split(',')).map((cells) => ({ entry: cells[1]!, shown: `${cells[4]} ${cells[5]}` }));
    views['bundle'] = (await anyone.get<{ bundle: { rounds: { ranking: Row[] }[] } }>(`/calls/${call}/bundle`)).bundle.rounds[0]!.ranking.map(({ entry, score, rank }) => ({ entry, shown: `${score} ${rank}` }));
    const { contest } = await anyone.get<{ contest: { id: string } }>(`/calls/${call}`);
    const kept = JSON.parse(Buffer.from(unzipSync(new Uint8Array(await text(anyone, `/contests/${contest.id}/static`)))[`${call}.json`]!).toString('utf8')) as { results: Row[] };
    views['static copy'] = kept.results.map(({ entry, score, rank }) => ({ entry, shown: `${score} ${rank}` }));
    views['feedback'] = await Promise.all(entries.map(async ({ entry, team }: Entered) => {
      const told = await team.get<{ place: number; rounds: { score: string; rank: number }[] }>(`/entries/${entry}/feedback`);
      expect(told.place).toBe(told.rounds[0]!.rank);
      return { entry, shown: `${told.rounds[0]!.score} ${told.rounds[0]!.rank}` };
    }));
    for (const [view, rows] of Object.entries(views)) {
      expect([view, rows.map(({ entry, shown }) => `${at(entry)} ${shown}`).sort()]).toEqual([view, entries.map(({ entry }) => `${at(entry)} ${truth(entry)}`).sort()]);
      // All in one order, equals too; feedback and bundle have an order of their own.
      if (!['feedback', 'bundle'].includes(view)) expect([view, rows.map(({ entry }) => at(entry))]).toEqual([view, results.map(({ entry }) => at(entry))]);
    }
    const awards = (await office.all<{ id: string; entry: string; place: number; code: string }>('/awards')).filter(({ entry }) => at(entry) >= 0);
    for (const { entry, place, code } of awards) {
      expect(place).toBe(wanted[at(entry)]!.rank);
      expect(await anyone.get<object>(`/certificates/${code}`)).toMatchObject({ valid: true, place });
    }
  });
});
