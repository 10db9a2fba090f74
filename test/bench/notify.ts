import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DistrictId } from '#kernel';
import { Mail } from '#notify';
import { DISTRICT, readConfig } from '#platform';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { startService } from '../../apps/service/service.js';
import { makeMails } from '../support/made-mails.js';
import { keep } from './keep.js';

const MAILS = 5000;
const PORT = 2526;
const AT_ONCE = 5;

/** Mails a second: the service's, with what each takes to be written, signed off and marked, beside bare nodemailer's to the same server. */
export async function benchNotify(): Promise<void> {
  let taken = 0;
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData: (stream, _, done) => stream.resume().on('end', () => (taken++, done())) });
  await new Promise<void>((done) => server.listen(PORT, '127.0.0.1', done));
  const home = mkdtempSync(join(tmpdir(), 'trellis-bench-'));
  const service = await startService(readConfig({ TRELLIS_HOME: home, LOG_LEVEL: 'error', SMTP_URL: `smtp://127.0.0.1:${PORT}` }), { works: false });
  await makeMails(service.database, service.app.get<DistrictId>(DISTRICT), MAILS);

  const rate = async (send: () => Promise<unknown>): Promise<number> => {
    const [begun, before] = [performance.now(), taken];
    await send();
    if (taken - before !== MAILS) throw new Error(`${taken - before} of ${MAILS} mails came`);
    return (MAILS / (performance.now() - begun)) * 1000;
  };
  const bare = createTransport({ host: '127.0.0.1', port: PORT, pool: true, maxConnections: AT_ONCE, maxMessages: 1000 });
  const mail = (n: number) => bare.sendMail({ from: 'trellis@test.example', to: `judge${n}@test.example`, subject: '邀请您评审“测试赛”', text: '主办单位邀请您担任“测试赛”的评委。\n'.repeat(5), html: '<p>主办单位邀请您担任“测试赛”的评委。</p>'.repeat(10) });
  const floor = await rate(async () => {
    for (let n = 0; n < MAILS; n += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, (_, k) => mail(n + k)));
  });
  const ours = await rate(() => service.app.get(Mail).sendDue());
  bare.close();
  await service.stop();
  server.close();
  rmSync(home, { recursive: true, force: true });
  keep(
    'notify',
    `${MAILS.toLocaleString('en')} mails to an SMTP server on this machine that throws them away, ${AT_ONCE} connections each, one after the other in one run. *Bare nodemailer* sends made texts of the same size and keeps no account of them; *Trellis* reads what each says, leases it, and marks it as sent once the server took it.`,
    ['sent by', 'mails a second', 'of bare nodemailer'],
    [['bare nodemailer', floor.toFixed(0), '1.00'], ['Trellis', ours.toFixed(0), (ours / floor).toFixed(2)]],
  );
}
