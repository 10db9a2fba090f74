import { verifyAudit } from '#platform';
import { Contests } from '../support/contest.js';
import { openCall } from '../support/chain.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';
import type { Visitor } from '../../apps/cli/demo/visitor.js';

describe('a person who wants to be forgotten', () => {
  let service: TestService;
  let office: Visitor;
  /** The tables in which a text stands anywhere. */
  const tablesWith = async (text: string): Promise<string[]> => {
    const { rows } = await service.database.pool.query<{ name: string }>("SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1");
    const found = await Promise.all(rows.map(async ({ name }) => ((await service.database.pool.query(`SELECT 1 FROM ${name} t WHERE to_jsonb(t)::text ILIKE $1 LIMIT 1`, [`%${text}%`])).rowCount ? [name] : [])));
    return found.flat();
  };

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
  });
  afterAll(() => service.stop());

  it('leaves a pseudonym, no name, address or account anywhere, and a record that verifies', async () => {
    const someone = service.visitor('forgetme-in-trellis');
    await someone.signUp();
    await office.post(`/people/${someone.id}/roles`, { role: 'leader' });
    const { id: key } = await someone.post<{ id: string; key: string }>('/keys', { name: '报表', scopes: ['*:read'], expiresAt: '2025-06-01T00:00:00+08:00' });
    const call = await openCall(office);
    const { id: entry } = await someone.post(`/calls/${call}/entries`, { title: '项目甲', abstract: '摘要', facts: {} });
    await service.settle();
    expect(await tablesWith('forgetme-in-trellis')).toEqual(expect.arrayContaining(['auth_user', 'person', 'delivery']));

    const other = await service.visitor('other').signUp();
    expect((await refused(other.post(`/people/${someone.id}/forget`))).status).toBe(404);
    await someone.post(`/people/${someone.id}/forget`);
    await service.settle();
    expect(await tablesWith('forgetme-in-trellis')).toEqual([]);
    expect((await refused(someone.get('/me'))).status).toBe(401);
    expect((await refused(someone.signIn())).status).toBe(401);
    expect(await service.database.prisma.apiKey.findFirst({ where: { id: key }, include: { aggregate: true } })).toMatchObject({ aggregate: { state: 'revoked' } });
    const { items } = await office.get<{ items: { id: string; name: string; email: string | null; state: string; grants: unknown[] }[] }>('/people');
    expect(items.find(({ id }) => id === someone.id)).toMatchObject({ name: `已注销用户 ${someone.id.slice(-6).toUpperCase()}`, email: null, state: 'forgotten' });
    // What was done stays, and by whom is a pseudonym; the chain holds.
    expect(await office.get(`/entries/${entry}`)).toMatchObject({ title: '项目甲' });
    expect((await verifyAudit(service.database)).findings).toEqual([]);
    // The address is free again, for somebody new.
    const again = await service.visitor('forgetme-in-trellis').signUp();
    expect(again.id).not.toBe(someone.id);
  });

  it('hands over his teams first, and is not the last administrator', async () => {
    const contests = new Contests(service, office);
    const call = await openCall(office);
    const owner = await contests.someone();
    const { id } = await owner.post(`/calls/${call}/entries`, { title: '项目乙', abstract: '摘要', facts: {} });
    const { project } = await owner.get<{ project: string }>(`/entries/${id}`);
    const { token } = await owner.post<{ token: string }>(`/projects/${project}/team/invitations`, { name: '队友丙' });
    const mate = await contests.someone();
    await mate.post(`/team-invitations/by-link/${token}`);
    expect(await refused(owner.post(`/people/${owner.id}/forget`))).toMatchObject({ status: 409, body: { code: 'person:owns-teams', detail: expect.stringContaining('项目乙') as string } });
    expect(await tablesWith('队友丙')).toEqual(['team_invitation']);
    await mate.post(`/people/${mate.id}/forget`);
    await service.settle();
    expect(await tablesWith('队友丙')).toEqual([]);
    await owner.post(`/people/${owner.id}/forget`);
    expect(await refused(office.post(`/people/${office.id}/forget`))).toMatchObject({ status: 409, body: { code: 'role:last-administrator' } });
  });

  it('may be forgotten by the office at his wish, suspended or not, and only once', async () => {
    const someone = await service.visitor('paper-wish').signUp();
    await office.post(`/people/${someone.id}/suspend`);
    await office.post(`/people/${someone.id}/forget`);
    expect((await refused(office.post(`/people/${someone.id}/forget`))).status).toBe(409);
    expect((await refused(office.post(`/people/${someone.id}/reinstate`))).status).toBe(409);
  });
});
