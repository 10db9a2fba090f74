import { request } from 'node:http';
import { startTestService } from '../support/service.js';

it('takes no more sign-ins from one address than the settings say, whatever address the caller claims', async () => {
  const service = await startTestService({ environment: { SIGN_INS_A_MINUTE: '3' } });
  // From an address of its own, since attempts are counted by the process, which has served other files before.
  const attempt = (n: number) =>
    new Promise<number>((done, fail) => {
      const asked = request(`${service.config.baseUrl}/api/auth/sign-in/email`, { method: 'POST', localAddress: '127.0.0.9', headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${n}` } }, (answer) => done(answer.resume().statusCode ?? 0));
      asked.on('error', fail);
      asked.end(JSON.stringify({ email: 'a@test.example', password: 'guess guess' }));
    });
  const statuses = [];
  for (let n = 0; n < 5; n++) statuses.push(await attempt(n));
  expect(statuses).toEqual([401, 401, 401, 429, 429]);
  await service.stop();
});

it('believes a proxy that the settings name, and so counts each address behind it for itself', async () => {
  const service = await startTestService({ environment: { SIGN_INS_A_MINUTE: '1', TRUST_PROXY: '127.0.0.1' } });
  const attempt = (n: number) => fetch(`${service.config.baseUrl}/api/auth/sign-in/email`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${n}` }, body: JSON.stringify({ email: 'a@test.example', password: 'guess guess' }) });
  const statuses = [];
  for (const n of [1, 2, 1]) statuses.push((await attempt(n)).status);
  expect(statuses).toEqual([401, 401, 429]);
  await service.stop();
});
