import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { ELIGIBLE, RUBRIC, type SheetItem } from '../support/chain.js';
import { FORM } from '../support/form.js';
import { LONG_FAULTS } from '../faults/child.js';
import { mailsSent } from '../support/service.js';
import { timedApart } from '../support/timed-apart.js';
import { toldApart, twins, type Twin } from '../support/twins.js';

/** What a fact’s story leaves: who asks, and the ids that paths name. */
interface Told {
  readonly askers: Readonly<Record<string, Visitor>>;
  readonly things: Readonly<Record<string, string>>;
}

/**
 * Hidden facts. Two installations are filled alike but for one of them, and those it is hidden from ask both everything
 * that can be asked: what they are told must be the same, to the byte, and in the long form nor may the time it takes tell.
 */
describe('nothing hidden shows sideways', { timeout: LONG_FAULTS ? 3_600_000 : 120_000 }, () => {
  let pair: readonly [Twin, Twin];
  beforeAll(async () => {
    pair = await twins();
  });
  afterAll(() => Promise.all(pair.map(({ service }) => service.stop())));

  const compared = async (tell: (twin: Twin) => Promise<Told>, words: readonly string[] = []) => {
    const [one, too] = [await tell(pair[0]), await tell(pair[1])];
    for (const { service } of pair) await mailsSent(service);
    const found: string[] = [];
    let asked = 0;
    for (const [name, asker] of Object.entries(one.askers)) {
      const { questions, differences } = await toldApart(pair, [asker, too.askers[name]!], [one.things, too.things], words);
      asked += questions;
      found.push(...differences.map((difference) => `${name} asks ${difference}`));
      if (!LONG_FAULTS) continue;
      const { calls, worst, telling } = await timedApart(pair, [asker, too.askers[name]!], [one.things, too.things]);
      process.stdout.write(`${name}: ${calls} calls timed; where most unlike, the second is the slower ${(worst * 100).toFixed(1)} times of 100\n`);
      found.push(...telling.map((one) => `${name} can measure ${one}`));
    }
    expect(found).toEqual([]);
    expect(asked).toBeGreaterThan(400);
  };

  /** A closed call with entries, two judges with all their sheets, and a stranger. */
  const judged = async ({ service, office, contests }: Twin, more: object = {}, answers: readonly [object, object] = [{}, {}]) => {
    const { call, entries } = await contests.closedCall(0, more, async (at) => [await contests.enterIn(at, answers[0]), await contests.enterIn(at, answers[1])]);
    const judges = [await contests.judgeOf(call), await contests.judgeOf(call), await contests.judgeOf(call)];
    const stranger = await contests.someone();
    const { contest } = await office.get<{ contest: { id: string } }>(`/calls/${call}`);
    return { call, contest: contest.id, entries, judges, stranger, settle: () => service.settle() };
  };

  it('who judges an entry: to its team, to others, to the public', async () => {
    await compared(async (twin) => {
      const { call, contest, entries, judges, stranger } = await judged(twin);
      const round = await twin.contests.propose(call, { reviewsPerEntry: 1, maxPerJudge: 2 });
      // The first entry goes to the first judge here, to the second there.
      await twin.office.put(`/rounds/${round}/wishes`, { wishes: entries.map(({ entry }, n) => ({ entry, judge: judges[twin.other ? 1 - n : n]!.id, wish: 'pin' })) });
      await twin.office.post(`/rounds/${round}/solve`, {});
      await twin.service.settle();
      await twin.office.post(`/rounds/${round}/open`);
      await twin.service.settle();
      const { team, entry, project } = entries[0]!;
      return { askers: { team, 'another team': entries[1]!.team, stranger }, things: { call, contest, round, entry, project, judge: judges[0]!.id, person: judges[0]!.id } };
    });
  });

  it('what others marked: to a judge whose own sheet is open, to the team, to the public', async () => {
    await compared(async (twin) => {
      const { call, contest, entries, judges, stranger } = await judged(twin);
      const round = await twin.contests.propose(call, { reviewsPerEntry: 3 });
      await twin.office.post(`/rounds/${round}/open`);
      await twin.service.settle();
      const sheets = await judges[0]!.all<SheetItem>('/score-sheets');
      for (const { id } of sheets) await judges[0]!.post(`/score-sheets/${id}/submit`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: twin.other ? 2 : 9 })), comment: twin.other ? '很差很差' : '很好很好' });
      await twin.service.settle();
      const { team, entry, project } = entries[0]!;
      const own = (await judges[1]!.all<SheetItem>('/score-sheets')).find((sheet) => sheet.entry.id === entry);
      return { askers: { 'another judge': judges[1]!, team, stranger }, things: { call, contest, round, entry, project, sheet: own!.id, judge: judges[0]!.id, person: judges[0]!.id } };
    });
  });

  it('who stands behind an entry of a blind review: to its judges', async () => {
    await compared(
      async (twin) => {
        const answers = { plan: '方案', stage: 'idea', nickname: twin.other ? '甲甲甲' : '乙乙乙', phone: twin.other ? '13900001111' : '13900002222', members: [{ name: twin.other ? '成员甲' : '成员乙', email: twin.other ? 'a@team.example' : 'b@team.example' }] };
        const { call, contest, entries, judges, stranger } = await judged(twin, { form: FORM }, [{ answers }, { answers: { plan: '方案', stage: 'idea' } }]);
        const round = await twin.contests.propose(call, { reviewsPerEntry: 3 });
        await twin.office.post(`/rounds/${round}/open`);
        await twin.service.settle();
        const sheets = await judges[0]!.all<SheetItem>('/score-sheets');
        const { entry, project } = entries[0]!;
        return { askers: { judge: judges[0]!, 'another team': entries[1]!.team, stranger }, things: { call, contest, round, entry, project, sheet: sheets.find((sheet) => sheet.entry.id === entry)!.id } };
      },
      ['甲甲甲', '成员甲', '139', 'a@team.example'],
    );
  });

  it('that a draft is there, and what it says: to others, to judges, to the public', async () => {
    await compared(
      async (twin) => {
        const { call, contest, entries, judges, stranger } = await judged(twin);
        // A call that is open, with one draft here and two there.
        const { call: open } = await openToo(twin);
        const drafting = await twin.contests.someone();
        const { id: entry, project } = await drafting.post<{ id: string; project: string }>(`/calls/${open}/entries`, { title: twin.other ? '草稿甲甲' : '草稿乙乙', abstract: twin.other ? '很长很长的摘要' : '短', facts: ELIGIBLE });
        if (twin.other) await drafting.post(`/calls/${open}/entries`, { title: '又一稿', abstract: '摘要', facts: ELIGIBLE });
        await twin.service.settle();
        return { askers: { 'another team': entries[0]!.team, judge: judges[0]!, stranger }, things: { call: open, contest, entry, project, round: call, person: drafting.id } };
      },
      ['草稿', '甲甲'],
    );
  });

  it('who objected to the results: to the team it is about, to others, to the public', async () => {
    await compared(async (twin) => {
      const { call, contest, entries, judges, stranger } = await judged(twin);
      const round = await twin.contests.propose(call, { reviewsPerEntry: 3 });
      await twin.office.post(`/rounds/${round}/open`);
      await twin.service.settle();
      for (const judge of judges) for (const { id, entry } of await judge.all<SheetItem>('/score-sheets')) await judge.post(`/score-sheets/${id}/submit`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: entry.id === entries[0]!.entry ? 9 : 5 })) });
      await twin.service.settle();
      await twin.office.post(`/calls/${call}/decide`, { overrides: [] });
      await twin.office.post(`/calls/${call}/announce`);
      await twin.service.settle();
      const [one, too] = [await twin.contests.someone(), await twin.contests.someone()];
      for (const who of [one, too]) await who.post(`/addresses/by-link/${twin.service.link('address', who.id)}`);
      const { id: objection } = await (twin.other ? too : one).post(`/calls/${call}/objections`, { name: twin.other ? '异议人甲' : '异议人乙', contact: twin.other ? '13900001111' : '13900002222', text: '名次有误，请复核该项目的各项评分。', entry: entries[0]!.entry });
      await twin.service.settle();
      const { team, entry, project } = entries[0]!;
      return { askers: { team, 'another team': entries[1]!.team, stranger }, things: { call, contest, round, entry, project, objection, person: one.id } };
    });
  });
});

async function openToo({ office }: Twin): Promise<{ call: string }> {
  const contest = (await office.post('/contests', { name: '另一大赛', edition: 1 })).id;
  const call = (await office.post(`/contests/${contest}/calls`, { name: '另一征集', group: 'start-up', eligibilityRule: 'national-start-up', closesAt: '2027-04-11T18:00:00+08:00', rounds: [{ name: '网评', rubric: RUBRIC, quorum: 1 }], shortlist: 1, awards: 1, announceDays: 5 })).id;
  await office.post(`/calls/${call}/publish`);
  return { call };
}
