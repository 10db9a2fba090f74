import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';
import type { Visitor } from '../../apps/cli/demo/visitor.js';

describe('someone invited to the installation', () => {
  let service: TestService;
  let office: Visitor;
  const roles = async (who: Visitor) => (await who.get<{ grants: { role: string }[] }>('/me')).grants.map(({ role }) => role);
  const invite = (email: string, more: object = { role: 'leader' }) => office.post<{ id: string }>('/people', { name: '受邀人', email, ...more });
  const tokenOf = ({ id }: { id: string }) => service.link('invitation', id);

  beforeAll(async () => {
    service = await startTestService();
    office = await service.office();
  });
  afterAll(() => service.stop());

  it('gets a mail, signs up with any address, and has what waited for him; nobody else has', async () => {
    const invited = await invite('newcomer@test.example');
    await service.settle();
    const mails = await office.get<{ items: { kind: string; address: string }[] }>('/deliveries');
    expect(mails.items.filter(({ kind }) => kind === 'person-invited')).toMatchObject([{ address: 'newcomer@test.example' }]);
    const token = tokenOf(invited);
    expect(await service.visitor('stranger').get(`/invitations/by-link/${token}`)).toEqual({ name: '受邀人', roles: ['leader'], taken: false, yours: false });
    expect((await refused(service.visitor('stranger').post(`/invitations/by-link/${token}`))).status).toBe(401);
    expect((await refused(service.visitor('stranger').get(`/invitations/by-link/${token.slice(0, -2)}xx`))).status).toBe(404);
    // He signs up with an address of his own: the link shows that the other is his too.
    const someone = await service.visitor('private').signUp();
    await someone.post(`/invitations/by-link/${token}`);
    await someone.post(`/invitations/by-link/${token}`);
    expect(await roles(someone)).toEqual(['leader']);
    expect(await someone.get(`/invitations/by-link/${token}`)).toMatchObject({ taken: true, yours: true });
    const other = await service.visitor('latecomer').signUp();
    expect(await refused(other.post(`/invitations/by-link/${token}`))).toMatchObject({ status: 409, body: { code: 'person:invited-other' } });
    expect(await roles(other)).toEqual([]);
  });

  it('who has an account has the role at once; invited again, he is written to again', async () => {
    const known = await service.visitor('known').signUp();
    await known.post(`/addresses/by-link/${service.link('address', known.id)}`);
    const { id } = await invite('known@test.example', { role: 'auditor' });
    expect([id, await roles(known)]).toEqual([known.id, ['auditor']]);
    await invite('KNOWN@test.example', { role: 'auditor' });
    await service.settle();
    expect(await service.database.prisma.notification.count({ where: { personId: known.id, kind: 'person-invited' } })).toBe(2);
    expect(await service.database.prisma.event.count({ where: { aggregateId: known.id, name: 'role:granted' } })).toBe(1);
  });

  it('has nothing by an address that he signed up with and can’t read', async () => {
    const squatter = await service.visitor('mayor').signUp();
    const { id } = await invite('mayor@test.example', { role: 'administrator' });
    expect([id === squatter.id, await roles(squatter)]).toEqual([false, []]);
    await squatter.post(`/addresses/by-link/${service.link('address', squatter.id)}`);
    expect(await roles(squatter)).toEqual(['administrator']);
  });

  it('is refused where the role wants a thing, or who invites may not', async () => {
    expect(await refused(invite('x@test.example', { role: 'park-manager' }))).toMatchObject({ status: 422, body: { code: 'role:scope' } });
    expect((await refused(invite('no address'))).status).toBe(422);
    const nobody = await service.visitor('nobody-much').signUp();
    expect((await refused(nobody.post('/people', { name: '某', email: 'y@test.example', role: 'administrator' }))).status).toBe(404);
  });
});
