import { command, FactsField, Text } from '#platform';
import { callIsOver } from '../domain/call.js';
import { entryChanged, entryMachine } from '../domain/entry.js';
import { entryKind } from './kinds.js';

export class ChangeEntry {
  @Text({ max: 120, optional: true }) title?: string;
  @Text({ max: 5000, optional: true }) abstract?: string;
  @Text({ max: 120, optional: true }) organisation?: string;
  @FactsField({ optional: true }) facts?: Record<string, number | boolean | string>;
}

export const changeEntry = command({
  name: 'change-entry',
  summary: 'Changes a draft; fields that are left out stay.',
  on: entryKind,
  may: 'change',
  target: (input: ChangeEntry & { entry: string }) => input.entry,
  async decide(c, { title, abstract, organisation, facts }, entry) {
    if (c.now >= entry.call.closesAt) c.refuse(callIsOver, { call: entry.call.name, at: entry.call.closesAt.toISOString() });
    c.move(entry.aggregate, entryMachine.take('change', entry.aggregate.state, {}, [entryChanged({ title: title ?? entry.title })]));
    const changed = { ...(title !== undefined && { title }), ...(abstract !== undefined && { abstract }), ...(organisation !== undefined && { organisation }), ...(facts !== undefined && { facts }) };
    await c.tx.entry.update({ where: c.key(entry.id), data: changed });
  },
});
