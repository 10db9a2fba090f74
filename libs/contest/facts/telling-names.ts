import type { Files, Tx } from '#platform';
import type { Form, FormField } from '../domain/form/field.js';
import type { SearchedText } from '../domain/names.js';
import { fileTexts } from './file-texts.js';
import { formOf, submittedContent, type Content } from './content.js';
import { textsIn } from './texts.js';

/** The names of those behind an entry: its team, its organisation, and what its identifying fields are answered with. */
export async function tellingNames(tx: Tx, district: string, entry: string): Promise<string[]> {
  const row = await tx.entry.findUniqueOrThrow({ where: { districtId_id: { districtId: district, id: entry } } });
  const content = await submittedContent(tx, district, entry);
  const members = await tx.roleGrant.findMany({ where: { districtId: district, role: 'team', scopeId: row.projectId }, include: { person: true } });
  const form = content ? await formOf(tx, district, row.callId, content.form) : null;
  const answers = form && content ? form.fields.filter(isTelling).flatMap((field) => namesIn(field, content.answers[field.key])) : [];
  return [...members.map(({ person }) => person.name), ...(content?.organisation ? [content.organisation] : []), ...answers];
}

const isTelling = (field: FormField): boolean => field.identifying === true || field.type === 'organisation' || field.type === 'team';

/** Names, not numbers or dates: the short texts of an answer, and of a team or organisation its names alone. */
function namesIn(field: FormField, answer: unknown): string[] {
  if (field.type === 'team') return (Array.isArray(answer) ? answer : []).flatMap((member: { name?: string }) => member.name ?? []);
  if (field.type === 'organisation') return textsIn((answer as { name?: string } | undefined)?.name);
  return textsIn(answer).filter((text) => text.length <= 60);
}

/** What judges would be shown of an entry, with its redactions, and the names and properties of its files. */
export async function searchedTexts(tx: Tx, files: Files, district: string, entry: string): Promise<SearchedText[]> {
  const row = await tx.entry.findUniqueOrThrow({ where: { districtId_id: { districtId: district, id: entry } } });
  const content = await submittedContent(tx, district, entry);
  if (!content) return [];
  const form = await formOf(tx, district, row.callId, content.form);
  const redactions = row.redactions as Record<string, string>;
  const redacted = await tx.entryFile.findMany({ where: { districtId: district, entryId: entry, redacts: { not: null }, removedAt: null } });
  const shown = content.files.filter(({ field }) => judgesSee(form, field)).map(({ id }) => redacted.find(({ redacts }) => redacts === id)?.id ?? id);
  const attached = await fileTexts(tx, files, district, shown);
  return [
    ...answersShown(form, content).map(([field, text]): SearchedText => ({ place: 'answer', of: field, text: redactions[field] ?? text })),
    ...attached.flatMap(({ id, name, text, properties }): SearchedText[] => [
      { place: 'file-name', of: id, text: name },
      { place: 'file-text', of: id, text },
      { place: 'file-property', of: id, text: Object.entries(properties).map(([key, value]) => `${key}: ${value}`).join('\n') },
    ]),
  ];
}

export const judgesSee = ({ fields }: Form, key: string): boolean => fields.some((field) => field.key === key && !isTelling(field) && !field.private);

/** The texts that a blind view shows, by field. */
const answersShown = (form: Form, { title, abstract, answers }: Content): [string, string][] => [
  ['title', title],
  ['abstract', abstract],
  ...Object.entries(answers).filter(([key]) => judgesSee(form, key)).map(([key, answer]): [string, string] => [key, textsIn(answer).join('\n')]),
];
