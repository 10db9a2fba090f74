import { command, FactsField, Text } from '#platform';
import { openProject } from '#project';
import type { Facts } from '#kernel';
import { callIsOver, callNotOpen } from '../domain/call.js';
import { entryDrafted, entryMachine } from '../domain/entry.js';
import { callKind, entryKind } from './kinds.js';

export class DraftEntry {
  @Text({ max: 120 }) title!: string;
  @Text({ max: 5000 }) abstract!: string;
  @Text({ max: 120, optional: true, description: 'The firm or institute behind it; withheld from judges' }) organisation?: string;
  @FactsField({ description: 'What the call’s eligibility rule asks about' }) facts!: Record<string, number | boolean | string>;
}

export const draftEntry = command({
  name: 'draft-entry',
  summary: 'Begins an entry, and with it a project that keeps its identity all the way.',
  on: callKind,
  may: 'enter',
  exclusive: false,
  target: (input: DraftEntry & { call: string }) => input.call,
  async decide(c, { title, abstract, organisation = null, facts }, call) {
    if (call.aggregate.state !== 'open') c.refuse(callNotOpen, { call: call.name, state: call.aggregate.state });
    if (c.now >= call.closesAt) c.refuse(callIsOver, { call: call.name, at: call.closesAt.toISOString() });
    const project = await openProject(c, title, organisation);
    const id = c.create(entryKind.kind, entryMachine.begin(entryDrafted({ call: call.id, title })), { project });
    await c.tx.entry.create({
      data: { districtId: c.district, id, callId: call.id, projectId: project, title, abstract, organisation, facts: facts satisfies Facts },
    });
    return { id, project };
  },
});
