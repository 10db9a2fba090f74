import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, pause } from '#platform';
import { mailServer, messageId } from '../support/mail-server.js';
import { makeMails } from '../support/made-mails.js';
import { freePort, freshDatabase } from '../support/service.js';
import { ChildService } from './child.js';

const MAILS = 5000;

it('kill -9 in the middle of 5,000 mails: each receiver sees his once or twice with one id, and none misses it', async () => {
  const [smtp, home, url] = [await mailServer(), mkdtempSync(join(tmpdir(), 'trellis-mails-')), await freshDatabase()];
  const environment = { DATABASE_URL: url, TRELLIS_HOME: home, PORT: String(await freePort()), SMTP_URL: smtp.url };
  const database = new Database(url, 2);
  // The district is made by a first start.
  await (await ChildService.start(environment)).stopped();
  const { id } = await database.prisma.district.findFirstOrThrow();
  await makeMails(database, id, MAILS);
  for (const until of [700, 2500]) {
    const doomed = await ChildService.start(environment);
    for (let tries = 0; smtp.received.length < until && tries < 3000; tries++) await pause(10);
    await doomed.kill('SIGKILL');
    expect(smtp.received.length).toBeLessThan(MAILS);
    // What was on its way is tried again when its time has passed.
    await database.pool.query("UPDATE delivery SET try_at = to_timestamp(0) WHERE state = 'waiting'");
  }
  const last = await ChildService.start(environment);
  const waiting = () => database.prisma.delivery.count({ where: { state: 'waiting' } });
  for (let tries = 0; (await waiting()) > 0 && tries < 600; tries++) await pause(100);
  expect(await waiting()).toBe(0);
  await last.stopped();
  await database.close();
  await smtp.close();
  rmSync(home, { recursive: true, force: true });
  const seen = Map.groupBy(smtp.received, ({ to }) => to);
  expect(seen.size).toBe(MAILS);
  expect([...seen.values()].filter((mails) => mails.length > 2 || new Set(mails.map(messageId)).size !== 1)).toEqual([]);
});
