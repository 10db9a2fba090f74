import { Clockwork, pause } from '#platform';
import { Mail } from '#notify';
import { enter, openCall } from '../support/chain.js';
import { openedRound } from '../support/judged-round.js';
import { mailServer } from '../support/mail-server.js';
import { startTestService, type TestService } from '../support/service.js';

const states = async (service: TestService) => (await service.database.pool.query<{ state: string; n: number }>(`SELECT d.state, count(*)::int AS n ${OF_ENTRY} GROUP BY d.state`)).rows;

/** The mails that tell of an entry; those that ask new people to verify their addresses go out beside them. */
const OF_ENTRY = "FROM delivery d JOIN notification n ON n.district_id = d.district_id AND n.id = d.notification_id WHERE n.kind = 'entry-received'";

describe('mail', () => {
  it('goes out once with a Message-ID of its own, and again after the server refused it', async () => {
    const smtp = await mailServer();
    smtp.state.refusing = 451;
    const service = await startTestService({ environment: { SMTP_URL: smtp.url } });
    const call = await openCall(await service.office());
    const { team } = await enter(service, call, 'alpha');
    await service.settle();
    await service.app.get(Mail).sendDue();
    expect(smtp.received).toEqual([]);
    // The clockwork's own task may be sending it at this moment.
    const failed = async () => (await service.database.pool.query<{ last_error: string; later: boolean }>(`SELECT d.last_error, d.try_at > $1 AS later ${OF_ENTRY} AND d.last_error IS NOT NULL`, [service.clock.now()])).rows;
    for (let tries = 0; (await failed()).length === 0 && tries < 500; tries++) await pause(20);
    const rows = await failed();
    expect(rows).toMatchObject([{ last_error: expect.stringContaining('451'), later: true }]);
    smtp.state.refusing = null;
    await service.database.pool.query('UPDATE delivery SET try_at = to_timestamp(0)');
    await Promise.all([service.app.get(Mail).sendDue(), service.app.get(Mail).sendDue(), service.app.get(Clockwork).run('mail')]);
    const [told] = (await team.all<{ id: string; kind: string; mail: string }>('/notifications')).filter(({ kind }) => kind === 'entry-received');
    const mails = smtp.received.filter(({ text }) => text.includes(`Message-ID: <${told!.id}@127.0.0.1>`));
    expect([told!.mail, mails.map(({ to }) => to)]).toEqual(['sent', ['alpha@test.example']]);
    await service.stop();
    await smtp.close();
  });

  it('is given up after eight attempts, and shown as failed', async () => {
    const smtp = await mailServer();
    smtp.state.refusing = 451;
    const service = await startTestService({ environment: { SMTP_URL: smtp.url } });
    const call = await openCall(await service.office());
    await enter(service, call, 'beta');
    await service.settle();
    for (let attempt = 0; attempt < 9; attempt++) {
      await service.app.get(Mail).sendDue();
      await service.database.pool.query('UPDATE delivery SET try_at = to_timestamp(0)');
    }
    expect(await states(service)).toEqual([{ state: 'failed', n: 1 }]);
    await service.stop();
    await smtp.close();
  });

  it('is kept and shown where there is no mail server, in the reader’s language', async () => {
    const service = await startTestService();
    const call = await openCall(await service.office());
    const { team } = await enter(service, call, 'gamma');
    await service.settle();
    await service.app.get(Mail).sendDue();
    expect(await states(service)).toEqual([{ state: 'kept', n: 1 }]);
    const told = async () => (await team.all<{ id: string; kind: string; subject: string; readAt: string | null }>('/notifications')).find(({ kind }) => kind === 'entry-received')!;
    expect(await told()).toMatchObject({ subject: '已收到《项目 gamma》', readAt: null });
    await team.post(`/notifications/${(await told()).id}/read`);
    expect((await told()).readAt).not.toBeNull();
    await service.stop();
  });

  it('of the office to judges carries the judging desk’s address to answer to, and each reader’s own words', async () => {
    const smtp = await mailServer();
    const service = await startTestService({ environment: { SMTP_URL: smtp.url } });
    const { office, judges, call, round } = await openedRound(service, 1, 2);
    const { contest } = await office.get<{ contest: { id: string } }>(`/calls/${call}`);
    await office.put(`/contests/${contest.id}/description`, { sponsors: [], uppers: [], desks: { judging: 'judging@district.example' } });
    await office.post(`/rounds/${round}/messages`, { to: 'judges-not-started', subject: 'desk', text: 'Dear {name}, {open} to go' });
    await service.settle();
    const own = () => smtp.received.filter(({ text }) => text.includes('Reply-To: judging@district.example'));
    for (let tries = 0; own().length < 2 && tries < 20; tries++) await service.app.get(Mail).sendDue();
    expect(own().map(({ to, text }) => [to, /Dear \w+, 1 to go/.exec(text)?.[0]]).sort()).toEqual(judges.map(({ email, name }) => [email, `Dear ${name}, 1 to go`]).sort());
    await service.stop();
    await smtp.close();
  });
});
