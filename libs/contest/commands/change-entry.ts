import { AnswersField, command, FactsField, newId, Text, Texts, VersionsField, Whole, type Prisma } from '#platform';
import { mergeDraft } from '../domain/draft.js';
import { entryChanged, entryMachine } from '../domain/entry.js';
import { mayWrite } from '../facts/may-write.js';
import { enterOrganisationOf } from '../facts/organisation-of.js';
import { entryKind } from './kinds.js';

export class ChangeEntry {
  @Text({ max: 120, optional: true }) title?: string;
  @Text({ max: 5000, optional: true }) abstract?: string;
  @Text({ max: 120, optional: true }) organisation?: string;
  @Text({ max: 60, optional: true }) field?: string;
  @FactsField({ optional: true }) facts?: Record<string, number | boolean | string>;
  @AnswersField({ optional: true, description: 'Only the answers that changed' }) answers?: Record<string, unknown>;
  @Texts({ optional: true, max: 20, length: 120 }) opposed?: string[];
  @VersionsField({ optional: true, description: 'The version you last saw of each field you change; a field that another changed since is reported, not overwritten' }) seen?: Record<string, number>;
  @Whole({ optional: true, max: 1000, description: 'Goes over to this version of the form' }) formVersion?: number;
}

/** Fields of an entry's own; the others are answers to its form. */
const COLUMNS = ['title', 'abstract', 'organisation', 'field', 'facts'];

export const changeEntry = command({
  name: 'change-entry',
  summary: 'Saves changes of a draft field by field; fields that are left out stay, and of two who change one field the second is shown the first’s.',
  on: entryKind,
  may: 'change',
  target: (input: ChangeEntry & { entry: string }) => input.entry,
  async decide(c, { entry: _, answers = {}, seen = {}, opposed, formVersion, ...own }, entry) {
    const step = mayWrite(c, entry);
    const known = entry.answers as Record<string, unknown>;
    const { title, abstract, organisation, field, facts } = entry;
    const { saved, conflicts } = mergeDraft({ values: { ...known, title, abstract, organisation, field, facts }, versions: entry.fieldVersions as Record<string, number> }, { ...answers, ...own }, seen);
    const at = { districtId: c.district, entryId: entry.id, personId: c.person, at: c.now };
    await c.tx.entryRevision.createMany({
      data: [
        ...saved.map(({ field: name, value, version }) => ({ ...at, id: newId(), field: name, version, value: value as Prisma.InputJsonValue, saved: true })),
        ...conflicts.map(({ field: name, yours, version }) => ({ ...at, id: newId(), field: name, version, value: yours as Prisma.InputJsonValue, saved: false })),
      ],
    });
    const columns = Object.fromEntries(saved.filter(({ field: name }) => COLUMNS.includes(name)).map(({ field: name, value }) => [name, value]));
    const merged = { ...known, ...Object.fromEntries(saved.filter(({ field: name }) => !COLUMNS.includes(name)).map(({ field: name, value }) => [name, value])) };
    const versions = { ...(entry.fieldVersions as Record<string, number>), ...Object.fromEntries(saved.map(({ field: name, version }) => [name, version])) };
    const form = formVersion === undefined ? entry.formVersion : Math.min(formVersion, entry.call.formVersion);
    await c.tx.entry.update({ where: c.key(entry.id), data: { ...columns, answers: merged as object, fieldVersions: versions, formVersion: form, ...(opposed && { opposed }) } });
    const name = typeof columns['title'] === 'string' ? columns['title'] : title;
    if (saved.length > 0 || opposed || form !== entry.formVersion)
      c.move(entry.aggregate, entryMachine.take(step, entry.aggregate.state, {}, [entryChanged({ title: name })]));
    if ('organisation' in columns || saved.some(({ value }) => typeof value === 'object')) await enterOrganisationOf(c, entry.projectId, { organisation: (columns['organisation'] as string | undefined) ?? organisation, form: { call: entry.callId, version: form }, answers: merged });
    return { fields: Object.fromEntries(saved.map(({ field: key, version }) => [key, version])), conflicts };
  },
});
