import { AnswersField, command, FactsField, newId, Text, Texts, VersionsField, Whole } from '#platform';
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

/** The draft and what was typed, in one statement: no command comes as often as this one. */
const SAVE = `
WITH revised AS (
  INSERT INTO entry_revision (district_id, id, entry_id, field, version, value, person_id, at, saved)
  SELECT $1::uuid, r.id, $2::uuid, r.field, r.version, r.value::jsonb, $3::uuid, $4::timestamptz, r.saved
  FROM jsonb_to_recordset($5::jsonb) AS r(id uuid, field text, version int, value text, saved boolean)
)
UPDATE entry e SET title = n.title, abstract = n.abstract, organisation = n.organisation, field = n.field, facts = n.facts,
  answers = n.answers, field_versions = n.field_versions, form_version = n.form_version, opposed = n.opposed
FROM jsonb_to_record($6::jsonb) AS n(title text, abstract text, organisation text, field text, facts jsonb, answers jsonb, field_versions jsonb, form_version int, opposed jsonb)
WHERE e.district_id = $1::uuid AND e.id = $2::uuid`;

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
    const columns = Object.fromEntries(saved.filter(({ field: name }) => COLUMNS.includes(name)).map(({ field: name, value }) => [name, value]));
    const merged = { ...known, ...Object.fromEntries(saved.filter(({ field: name }) => !COLUMNS.includes(name)).map(({ field: name, value }) => [name, value])) };
    const versions = { ...(entry.fieldVersions as Record<string, number>), ...Object.fromEntries(saved.map(({ field: name, version }) => [name, version])) };
    const form = formVersion === undefined ? entry.formVersion : Math.min(formVersion, entry.call.formVersion);
    const revisions = [
      ...saved.map(({ field: name, value, version }) => ({ id: newId(), field: name, version, value: JSON.stringify(value), saved: true })),
      ...conflicts.map(({ field: name, yours, version }) => ({ id: newId(), field: name, version, value: JSON.stringify(yours), saved: false })),
    ];
    const next = { title, abstract, organisation, field, facts, ...columns, answers: merged, field_versions: versions, form_version: form, opposed: opposed ?? entry.opposed };
    await c.tx.$executeRawUnsafe(SAVE, c.district, entry.id, c.person, c.now, JSON.stringify(revisions), JSON.stringify(next));
    const name = typeof columns['title'] === 'string' ? columns['title'] : title;
    if (saved.length > 0 || opposed || form !== entry.formVersion)
      c.move(entry.aggregate, entryMachine.take(step, entry.aggregate.state, {}, [entryChanged({ title: name })]));
    if ('organisation' in columns || saved.some(({ value }) => typeof value === 'object')) await enterOrganisationOf(c, entry.projectId, { organisation: (columns['organisation'] as string | undefined) ?? organisation, form: { call: entry.callId, version: form }, answers: merged });
    return { fields: Object.fromEntries(saved.map(({ field: key, version }) => [key, version])), conflicts };
  },
});
