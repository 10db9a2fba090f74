import { localDay } from '#kernel';
import { reaction, timeZoneOf } from '#platform';
import { qualificationEnding } from '../domain/qualification.js';
import { setNextDate } from '../facts/certificate-dates.js';

export const followCertificate = reaction({
  name: 'follow-certificate',
  summary: 'When a certificate’s firm was reminded: sets the next of its dates.',
  on: [qualificationEnding],
  async react(c, { aggregate, payload, at }) {
    const row = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(aggregate) });
    if (row.state !== 'recognised') return;
    const { firm, key, title, expiresOn } = payload;
    await setNextDate(c, row, { firm, key, title, expiresOn }, localDay(at, await timeZoneOf(c)));
  },
});
