import { aggregateKind, command, districtKind } from '#platform';
import { backupAsked, backupMachine, backupUnderWay } from '../domain/backup.js';

const backupKind = aggregateKind('backup', 'Backup', (tx, where) => tx.backup.findUnique({ where, include: { aggregate: true } }));

export const askBackup = command({
  name: 'ask-backup',
  summary: 'Has a backup written now: database, files and keys as of one moment.',
  on: districtKind,
  may: 'operate',
  target: (_: { scheduled: boolean }, district) => district,
  async decide(c, { scheduled }) {
    if ((await c.tx.backup.count({ where: { districtId: c.district, aggregate: { state: 'asked' } } })) > 0) c.refuse(backupUnderWay);
    const id = c.create(backupKind.kind, backupMachine.begin(backupAsked({ scheduled })));
    await c.tx.backup.create({ data: { districtId: c.district, id, askedAt: c.now } });
  },
});
