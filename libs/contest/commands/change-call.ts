import { command, Prisma } from '#platform';
import { callChanged, callMachine } from '../domain/call.js';
import { callColumns, type DraftCall, writeForm } from './draft-call.js';
import { callKind } from './kinds.js';

export const changeCall = command({
  name: 'change-call',
  summary: 'Writes a draft call anew; once it is published, its form and its closing time have commands of their own.',
  on: callKind,
  may: 'run',
  target: (input: DraftCall & { call: string }) => input.call,
  async decide(c, input, call) {
    const columns = await callColumns(c, input);
    c.move(call.aggregate, callMachine.take('change', call.aggregate.state, {}, [callChanged({ name: input.name })]));
    const formVersion = call.formVersion + (input.form === undefined ? 0 : 1);
    if (input.form !== undefined) await writeForm(c, call.id, formVersion, input.form);
    await c.tx.call.update({ where: c.key(call.id), data: { declaration: Prisma.DbNull, ...columns, formVersion } });
  },
});
