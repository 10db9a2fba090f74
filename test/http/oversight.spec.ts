import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { Mail } from '#notify';
import { enter, inviteJudges, openCall, scoreAll } from '../support/chain.js';
import { FIGURES, firmIn, openPlatform } from '../support/incubation.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';

interface Entries {
  readonly items: readonly { readonly thing: string; readonly version: number; readonly command: string; readonly by: string; readonly at: string }[];
  readonly next: number | null;
}

describe('those who look over the district', () => {
  let service: TestService;
  let office: Visitor;
  let leader: Visitor;
  let team: Visitor;
  let entry: string;
  let round: string;
  let host: Awaited<ReturnType<typeof openPlatform>>;
  let firms: Awaited<ReturnType<typeof firmIn>>[];

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
    leader = await service.visitor('leader').signUp();
    await office.post(`/people/${leader.id}/roles`, { role: 'leader' });
    host = await openPlatform(service, office, '测试孵化器', 'incubator');
    firms = [await firmIn(service, office, host, '企业甲'), await firmIn(service, office, host, '企业乙')];
    const call = await openCall(office);
    ({ team, entry } = await enter(service, call, 'alpha'));
    await service.moveTo('2025-04-11T18:00:00+08:00');
    const judges = await inviteJudges(service, office, call, 2);
    round = (await office.post(`/calls/${call}/rounds`, { name: '网评', reviewsPerEntry: 2, maxPerJudge: 2 })).id;
    await service.settle();
    await office.post(`/rounds/${round}/open`);
    await scoreAll(judges, () => 8);
    await service.settle();
  });
  afterAll(() => service.stop());

  it('a leader sees figures and what stands behind them, and tries a rule, but no marks and no addresses', async () => {
    expect(await leader.get<object>('/report')).toMatchObject({ sections: expect.any(Array) as object });
    expect((await leader.get<{ items: { firm: string }[] }>('/incubatees')).items.map(({ firm }) => firm).sort()).toEqual(['企业乙', '企业甲']);
    expect((await leader.get<{ items: { id: string }[] }>('/people')).items.map(({ id }) => id)).toEqual([leader.id]);
    expect((await leader.get<{ items: object[] }>('/score-sheets')).items).toEqual([]);
    expect((await leader.get<{ items: object[] }>('/entries')).items).toEqual([]);
    const { levers } = await leader.get<{ levers: { key: string; value: number }[] }>('/simulations/levers?rule=graduation');
    const { id } = await leader.post('/simulations', { name: '试算', rule: 'graduation', changes: [{ lever: levers[0]!.key, to: levers[0]!.value + 1 }] });
    expect(await leader.get<object>(`/simulations/${id}`)).toMatchObject({ state: 'kept', result: { cases: 2 } });
    await leader.post(`/simulations/${id}/share`);
    expect(await office.get<object>(`/simulations/${id}`)).toMatchObject({ state: 'shared' });
    for (const [path, body] of [['/targets', { figure: 'entries', year: '2025', value: 100 }], ['/platforms', { name: '另一个', kind: 'incubator', level: 'district' }], [`/incubatees/${firms[0]!.id}/let-go`, { reason: '这一步不应被允许' }]] as const) expect([403, 404]).toContain((await refused(leader.post(path, body))).status);
  });

  it('anyone sees the open figures, and they are those of the report', async () => {
    const { items } = await service.visitor('nobody').get<{ items: { key: string; value: number }[] }>('/figures/open');
    const { items: all } = await leader.get<{ items: { key: string; value: number }[] }>('/figures');
    expect(items.length).toBeGreaterThan(10);
    for (const { key, value } of items) expect([key, value]).toEqual([key, all.find((one) => one.key === key)?.value]);
    expect(items.find(({ key }) => key === 'incubatees')?.value).toBe(2);
    expect((await refused(service.visitor('nobody').get('/figures'))).status).toBe(401);
  });

  it('the reports of a period say who has not reported and which figures jump', async () => {
    const [first, second] = firms as [(typeof firms)[number], (typeof firms)[number]];
    await first.team.post(`/incubatees/${first.id}/reports`, { period: '2025-Q1', figures: FIGURES });
    const asked = `/platforms/${host.id}/reports`;
    expect(await host.manager.get<object>(asked)).toMatchObject({ period: '2025-Q1', dueOn: '2025-04-15', items: [{ incubatee: second.id, report: null }, { incubatee: first.id, report: { version: 1, late: false }, doubts: [] }] });
    await service.moveTo('2025-07-02T09:00:00+08:00');
    await first.team.post(`/incubatees/${first.id}/reports`, { period: '2025-Q2', figures: { ...FIGURES, revenue: FIGURES.revenue * 100 }, confirmed: ['revenue'] });
    const { items } = await host.manager.get<{ items: { doubts: { field: string }[] }[] }>(`${asked}?period=2025-Q2`);
    expect(items.map(({ doubts }) => doubts.map(({ field }) => field))).toEqual([[], ['figures.revenue']]);
    // One who is not of the platform sees that it is there, and none of its firms.
    expect(await team.get<object>(asked)).toMatchObject({ items: [] });
    expect((await refused(host.manager.get(`${asked}?period=summer`))).status).toBe(422);
  });

  it('the record is searched by thing, person, command and time, page by page', async () => {
    const of = (query: string) => office.get<Entries>(`/operations/audit/entries?${query}`);
    const { items } = await of(`thing=${entry}`);
    expect(items.map(({ command }) => command)).toEqual(expect.arrayContaining(['submit-entry', 'draft-entry']));
    expect([...items].sort((a, b) => (a.at < b.at ? 1 : -1)).map(({ at }) => at)).toEqual(items.map(({ at }) => at));
    expect((await of(`person=${team.id}&command=submit-entry`)).items).toMatchObject([{ thing: entry, by: 'alpha' }]);
    expect((await of(`thing=${entry}&to=2025-01-01T00:00:00Z`)).items).toEqual([]);
    // What the clock brings about meanwhile comes on top: nothing that was there is left out.
    const { rows: before } = await service.database.pool.query<{ key: string }>("SELECT aggregate_id || ' ' || version AS key FROM audit_entry");
    const all = new Set<string>();
    let next: number | null = 0;
    while (next !== null) {
      const page: Entries = await of(`limit=7&skip=${next}`);
      for (const { thing, version } of page.items) all.add(`${thing} ${version}`);
      next = page.next;
    }
    expect(before.map(({ key }) => key).filter((key) => !all.has(key))).toEqual([]);
    for (const bad of ['thing=x', 'from=yesterday', 'limit=0', 'skip=-1']) expect((await refused(of(bad))).status).toBe(422);
    for (const stranger of [team, host.manager]) expect((await refused(stranger.get('/operations/audit/entries'))).status).toBe(403);
  });

  it('a mail that failed at every attempt is seen and sent again, by the office alone', async () => {
    await service.app.get(Mail).sendDue();
    const of = (who: Visitor, query = '') => who.get<{ items: { notification: string; state: string; address: string; about: { id: string } }[] }>(`/deliveries${query}`);
    const { items } = await of(office, '?state=kept');
    const mail = items.find(({ about }) => about.id === entry)!;
    expect(mail.address).toBe(team.email);
    expect((await refused(office.post(`/deliveries/${mail.notification}/resend`))).status).toBe(404);
    await service.database.pool.query("UPDATE delivery SET state = 'failed', attempts = 8, last_error = 'refused' WHERE notification_id = $1", [mail.notification]);
    expect((await of(office, '?state=failed')).items).toMatchObject([{ notification: mail.notification }]);
    for (const stranger of [team, leader]) expect((await refused(stranger.post(`/deliveries/${mail.notification}/resend`))).status).toBe(403);
    await office.post(`/deliveries/${mail.notification}/resend`);
    await service.app.get(Mail).sendDue();
    expect((await of(office, '?state=failed')).items).toEqual([]);
    expect((await refused(of(team))).status).toBe(403);
    expect(await office.get<object>('/operations/owed')).toEqual([]);
  });
});
