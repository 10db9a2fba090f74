import { command, AnswersField, FactsField, Text, Texts } from '#platform';
import { openProject } from '#project';
import type { Facts } from '#kernel';
import { entryDrafted, entryMachine, tooManyOfPerson } from '../domain/entry.js';
import { mayBegin } from '../facts/may-write.js';
import { enterOrganisationOf } from '../facts/organisation-of.js';
import { callKind, entryKind } from './kinds.js';

export class DraftEntry {
  @Text({ max: 120 }) title!: string;
  @Text({ max: 5000 }) abstract!: string;
  @Text({ max: 120, optional: true, description: 'The firm or institute behind it; withheld from judges' }) organisation?: string;
  @Text({ max: 60, optional: true, description: 'The field of technology, for finding judges' }) field?: string;
  @FactsField({ description: 'What the call’s eligibility rule asks about' }) facts!: Record<string, number | boolean | string>;
  @AnswersField({ optional: true, description: 'Answers to the call’s form; a draft may hold any' }) answers?: Record<string, unknown>;
  @Texts({ optional: true, max: 20, length: 120, description: 'People and organisations that must not judge it' }) opposed?: string[];
}

export const draftEntry = command({
  name: 'draft-entry',
  summary: 'Begins an entry, and with it a project that keeps its identity all the way.',
  on: callKind,
  may: 'enter',
  exclusive: false,
  target: (input: DraftEntry & { call: string }) => input.call,
  async decide(c, { title, abstract, organisation = null, field = null, facts, answers = {}, opposed = [] }, call) {
    mayBegin(c, call);
    if (call.entriesPerPerson !== null && c.actor.kind === 'person') {
      // Counted under the person's own lock, so that two drafts begun at once are counted one after the other.
      await c.lock(c.actor.id);
      const own = await c.tx.roleGrant.findMany({ where: { districtId: c.district, personId: c.actor.id, role: 'owner' } });
      const begun = await c.tx.entry.count({ where: { districtId: c.district, callId: call.id, projectId: { in: own.map(({ scopeId }) => scopeId) }, aggregate: { state: { in: ['draft', 'submitted', 'returned'] } } } });
      if (begun >= call.entriesPerPerson) c.refuse(tooManyOfPerson, { most: call.entriesPerPerson });
    }
    const project = await openProject(c, title, organisation);
    const id = c.create(entryKind.kind, entryMachine.begin(entryDrafted({ call: call.id, title })), { project });
    await c.tx.entry.create({
      data: { districtId: c.district, id, callId: call.id, projectId: project, title, abstract, organisation, field, facts: facts satisfies Facts, answers: answers as object, opposed, formVersion: call.formVersion },
    });
    await enterOrganisationOf(c, project, { organisation, form: { call: call.id, version: call.formVersion }, answers });
    return { id, project };
  },
});
