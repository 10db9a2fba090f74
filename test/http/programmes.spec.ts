import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { enter, inviteJudges, openCall, RUBRIC, scoreAll } from '../support/chain.js';
import { CHECKED, firmIn, openPlatform, type Host } from '../support/incubation.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';
import { notAsRecounted } from '../support/recounted.js';

describe('applications and programmes', () => {
  let service: TestService;
  let office: Visitor;
  let host: Host;
  let reviewers: Visitor[];
  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    host = await openPlatform(service, office, '孵化器', 'incubator');
    reviewers = await Promise.all([1, 2, 3].map((n) => service.visitor(`reviewer${n}`).signUp()));
  });
  afterAll(() => service.stop());

  const mark = (who: Visitor, application: string, value: number) => who.put(`/applications/${application}/sheet`, { marks: RUBRIC.map(({ key }) => ({ criterion: key, mark: value })) });
  const openIntake = (more: object = {}) => host.manager.post(`/platforms/${host.id}/intakes`, { name: '三月入孵评审', rubric: RUBRIC, reviewers: reviewers.map(({ id }) => id), quorum: 2, threshold: 60, ...more });

  it('reviews applications by a panel on score sheets, and takes who reaches the total', async () => {
    const { id: intake } = await openIntake({ closesOn: '2025-03-20' });
    const teams = await Promise.all([1, 2, 3].map((n) => service.visitor(`applicant${n}`).signUp()));
    const applied = await Promise.all(teams.map((team, n) => team.post<{ id: string; project: string }>(`/intakes/${intake}/applications`, { firm: `申请企业${n}`, summary: '做高导热薄膜', needs: '实验室' })));
    const [good, weak, near] = applied.map(({ id }) => id) as [string, string, string];
    expect((await refused(teams[0]!.post(`/intakes/${intake}/applications`, { project: applied[0]!.project, firm: 'x', summary: 'x', needs: 'x' }))).body.code).toBe('application:already');
    await office.post(`/people/${reviewers[2]!.id}/roles`, { role: 'team', scope: applied[2]!.project });
    expect((await refused(mark(reviewers[2]!, near, 9))).body.code).toBe('application:conflict');
    expect((await refused(mark(reviewers[0]!, good, 10.3))).body.code).toBe('sheet:wrong-marks');
    expect((await refused(mark(office, good, 9))).body.code).toBe('application:not-reviewer');
    await mark(reviewers[0]!, good, 8);
    // Nobody sees another's sheet before his own is in; the team sees none.
    const sheets = async (who: Visitor) => (await who.get<{ sheets: object[] }>(`/applications/${good}`)).sheets.length;
    expect([await sheets(reviewers[1]!), await sheets(teams[0]!), await sheets(host.manager)]).toEqual([0, 0, 1]);
    const decide = (application: string, decision = 'accept') => host.manager.post(`/applications/${application}/decide`, { decision, reason: '符合定位' });
    expect((await refused(decide(good))).body.code).toBe('application:panel-incomplete');
    await mark(reviewers[1]!, good, 7);
    expect(await sheets(reviewers[1]!)).toBe(2);
    for (const reviewer of reviewers.slice(0, 2)) await mark(reviewer, weak, 4);
    const { items } = await host.manager.get<{ items: { application: string; total: string; rank: number; enough: boolean; above: boolean }[] }>(`/intakes/${intake}/applications`);
    expect(items.map(({ application, total, rank, enough, above }) => [application, total, rank, enough, above])).toEqual([[good, '75.00', 1, true, true], [weak, '40.00', 2, true, false], [near, null, null, false, false]]);
    expect((await refused(decide(weak))).body.code).toBe('application:below-threshold');
    // A manager who is in the team of a project has no say in it.
    await office.post(`/people/${host.manager.id}/roles`, { role: 'team', scope: applied[0]!.project });
    expect((await refused(decide(good))).body.code).toBe('action:forbidden');
    await office.post(`/applications/${good}/decide`, { decision: 'accept', reason: '符合定位' });
    await decide(weak, 'refuse');
    await teams[2]!.post(`/applications/${near}/withdraw`);
    await service.settle();
    const [offer] = await teams[0]!.all<{ id: string; state: string }>('/incubatees');
    expect(offer!.state).toBe('offered');
    await teams[0]!.post(`/incubatees/${offer!.id}/answer`, { accept: true });
    await host.manager.post(`/platforms/${host.id}/admissions`, { incubatee: offer!.id, firm: '申请企业', registeredOn: '2024-12-01', from: '2025-03-10', to: '2028-03-09', facts: CHECKED });
    expect(await teams[1]!.get<object>(`/applications/${weak}`)).toMatchObject({ state: 'refused', total: '40.00', sheets: [] });
    await service.moveTo('2025-03-21T00:00:00+08:00');
    expect((await refused(teams[1]!.post(`/intakes/${intake}/applications`, { firm: '迟到', summary: 'x', needs: 'x' }))).status).toBe(404);
    await host.manager.post(`/intakes/${intake}/reopen`);
    await teams[1]!.post(`/intakes/${intake}/applications`, { firm: '再来', summary: 'x', needs: 'x' });
    // One history from application on.
    const { incubation } = await teams[0]!.get<{ incubation: { state: string; applications: { state: string; total: string }[] }[] }>(`/projects/${applied[0]!.project}/history`);
    expect(incubation).toMatchObject([{ state: 'admitted', applications: [{ state: 'accepted', total: '75.00' }] }]);
  });

  it('runs a term from its intake to its demo day, under each project’s one identity', async () => {
    const { id: programme } = await host.manager.post(`/platforms/${host.id}/programmes`, { name: '加速营', kind: 'acceleration', summary: '三个月' });
    expect((await refused(host.manager.post(`/programmes/${programme}/cohorts`, { name: '坏', from: '2025-05-01', to: '2025-04-01', places: 3 }))).body.code).toBe('contract:term');
    const { id: cohort } = await host.manager.post(`/programmes/${programme}/cohorts`, { name: '春季营', from: '2025-04-01', to: '2025-06-30', places: 2 });
    const { id: intake } = await openIntake({ name: '春季营招募', cohort, quorum: 1 });
    const firm = await firmIn(service, office, host, '在孵企业', { from: '2025-03-21' });
    const { id: application } = await firm.team.post(`/intakes/${intake}/applications`, { project: firm.project, firm: '在孵企业', summary: 'x', needs: 'x' });
    await mark(reviewers[0]!, application, 9);
    await host.manager.post(`/applications/${application}/decide`, { decision: 'accept', reason: '符合条件' });
    const second = await firmIn(service, office, host, '直接入营', { from: '2025-03-21' });
    const third = await firmIn(service, office, host, '没有名额', { from: '2025-03-21' });
    await host.manager.post(`/cohorts/${cohort}/participants`, { incubatee: second.id });
    expect((await refused(host.manager.post(`/cohorts/${cohort}/participants`, { incubatee: third.id }))).body.code).toBe('cohort:full');
    const [own] = await firm.team.all<{ id: string }>('/participations');
    const [others] = await second.team.all<{ id: string }>('/participations');
    const plan = (kind: string, day: string) => host.manager.post<{ session: string; running: string[] }>(`/cohorts/${cohort}/sessions`, { kind, title: kind, startsAt: `${day}T14:00:00+08:00`, endsAt: `${day}T16:00:00+08:00` });
    const { session } = await plan('session', '2025-04-08');
    const demo = await plan('demo-day', '2025-06-20');
    expect([...demo.running].sort()).toEqual([own!.id, others!.id].sort());
    const { task } = await host.manager.post<{ task: string }>(`/cohorts/${cohort}/tasks`, { title: '路演稿', text: '十页以内', dueOn: '2025-05-01' });
    await host.manager.post(`/cohorts/${cohort}/materials`, { title: '讲义', text: '商业模式' });
    await firm.team.put(`/participations/${own!.id}/tasks/${task}`, { text: '初稿' });
    await host.manager.post(`/participations/${own!.id}/tasks/${task}/answer`, { verdict: 'returned', comment: '太长' });
    await firm.team.put(`/participations/${own!.id}/tasks/${task}`, { text: '改稿' });
    await host.manager.post(`/participations/${own!.id}/tasks/${task}/answer`, { verdict: 'accepted' });
    expect((await refused(firm.team.put(`/participations/${own!.id}/tasks/${task}`, { text: '又改' }))).body.code).toBe('task:accepted-already');
    expect((await refused(second.team.put(`/participations/${own!.id}/tasks/${task}`, { text: '替人交' }))).status).toBe(404);
    await host.manager.put(`/cohorts/${cohort}/sessions/${session}/attendance`, { participations: [own!.id] });
    expect((await refused(host.manager.put(`/cohorts/${cohort}/sessions/${session}/attendance`, { participations: [cohort] }))).body.code).toBe('cohort:not-participants');
    const interest = { participation: own!.id, who: '示例创投', wants: '想看数据' };
    await host.manager.put(`/cohorts/${cohort}/sessions/${demo.session}/interest`, interest);
    await host.manager.put(`/cohorts/${cohort}/sessions/${demo.session}/interest`, { ...interest, outcome: '投资 200 万元' });
    type Shown = { taken: number; participants: { id: string; attended: number; tasks: { verdict: string }[] }[]; sessions: { interests: { outcome: string }[] }[]; materials: object[]; tasks: object[] };
    const seen = (who: Visitor) => who.get<Shown>(`/cohorts/${cohort}`);
    expect(await seen(firm.team)).toMatchObject({ taken: 2, participants: [{ id: own!.id, attended: 1, tasks: [{ verdict: 'accepted' }] }], materials: [{}] });
    expect((await seen(firm.team)).sessions[1]!.interests).toMatchObject([{ outcome: '投资 200 万元' }]);
    expect((await seen(second.team)).sessions[1]!.interests).toEqual([]);
    expect(await seen(third.team)).toMatchObject({ participants: [], sessions: [], tasks: [], materials: [] });
    await host.manager.post(`/participations/${others!.id}/withdraw`, { reason: '产线投产' });
    expect(await host.manager.post(`/cohorts/${cohort}/close`)).toMatchObject({ completed: 1 });
    const { incubation } = await firm.team.get<{ incubation: { programmes: { term: string; state: string }[] }[] }>(`/projects/${firm.project}/history`);
    expect(incubation[0]!.programmes).toEqual([{ programme: '加速营', term: '春季营', from: '2025-04-01', to: '2025-06-30', state: 'completed' }]);
    expect((await refused(host.manager.post(`/cohorts/${cohort}/participants`, { incubatee: third.id }))).body.code).toBe('cohort:closed');
  });

  it('takes the winners of a contest that is a term’s intake', async () => {
    const call = await openCall(office, { closesAt: '2025-07-11T18:00:00+08:00' });
    const { id: programme } = await host.manager.post(`/platforms/${host.id}/programmes`, { name: '大赛训练营', kind: 'camp', summary: '获奖项目' });
    const { id: cohort } = await host.manager.post(`/programmes/${programme}/cohorts`, { name: '首期', from: '2025-09-01', to: '2025-09-30', places: 5, call });
    const winner = await enter(service, call, 'winner');
    const loser = await enter(service, call, 'loser');
    await service.moveTo('2025-07-11T18:00:00+08:00');
    const judges = await inviteJudges(service, office, call, 2);
    const { id: round } = await office.post(`/calls/${call}/rounds`, { name: '网评', reviewsPerEntry: 2, maxPerJudge: 5 });
    await service.settle();
    await office.post(`/rounds/${round}/open`);
    await scoreAll(judges, (entry) => (entry === winner.entry ? 9 : 5));
    await service.settle();
    await office.post(`/calls/${call}/decide`, {});
    await office.post(`/calls/${call}/announce`);
    await service.moveTo('2025-07-25T09:00:00+08:00');
    expect((await winner.team.all<{ id: string; cohort: { id: string } }>('/participations')).map((one) => one.cohort.id)).toEqual([cohort]);
    expect([await winner.team.all('/incubatees'), await loser.team.all('/participations')]).toEqual([[], []]);
  });

  it('counted what happened as reading all anew counts it', async () => {
    expect(await notAsRecounted(service, office)).toEqual([]);
  });
});
