import { command } from '#platform';
import { firmImportDropped, firmImportMachine } from '../domain/firm-import.js';
import { firmImportKind } from './kinds.js';

export const dropFirmImport = command({
  name: 'drop-firm-import',
  summary: 'Puts a spreadsheet that was looked at away; nothing of it is kept.',
  on: firmImportKind,
  may: 'run',
  target: (input: { import: string }) => input.import,
  async decide(c, _, { id, aggregate, register }) {
    c.move(aggregate, firmImportMachine.take('drop', aggregate.state, {}, [firmImportDropped({ register })]));
    await c.tx.firmImport.update({ where: c.key(id), data: { rows: [], faults: [] } });
  },
});
