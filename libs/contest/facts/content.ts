import type { Facts } from '#kernel';
import type { Tx } from '#platform';
import type { Answers, Form } from '../domain/form/field.js';

/** A file as a submission names it. */
export interface SubmittedFile {
  readonly id: string;
  readonly field: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
}

/** What is handed in, whole. */
export interface Content {
  readonly title: string;
  readonly abstract: string;
  readonly organisation: string | null;
  readonly field: string | null;
  readonly facts: Facts;
  readonly answers: Answers;
  readonly form: number;
  readonly files: readonly SubmittedFile[];
}

const NO_FORM: Form = { sections: [], fields: [] };

const forms = new Map<string, Form>();
const MOST_FORMS = 500;

/** The form of a call in one version; version 0 asks for nothing beyond title and abstract. A version never changes, so it is kept. */
export async function formOf(tx: Tx, district: string, call: string, version: number): Promise<Form> {
  if (version === 0) return NO_FORM;
  const key = `${call} ${version}`;
  const known = forms.get(key);
  if (known) return known;
  const { sections, fields } = await tx.form.findUniqueOrThrow({ where: { districtId_callId_version: { districtId: district, callId: call, version } } });
  const form = { sections, fields } as unknown as Form;
  if (forms.size >= MOST_FORMS) forms.clear();
  forms.set(key, form);
  return form;
}

/** The files that an entry has, without those removed and those that stand in for another. */
export async function filesOf(tx: Tx, district: string, entry: string): Promise<SubmittedFile[]> {
  const rows = await tx.entryFile.findMany({ where: { districtId: district, entryId: entry, removedAt: null, redacts: null }, orderBy: { id: 'asc' } });
  return rows.map(({ id, field, name, size, mediaType, sha256 }) => ({ id, field, name, size: Number(size), mediaType, sha256 }));
}

/** Answers with the files that belong to them, as the form's schema sees them; what someone wrote in a file's place counts for nothing. */
export function withFiles({ fields }: Form, answers: Answers, files: readonly SubmittedFile[]): Answers {
  const places = new Set(fields.filter(({ type }) => type === 'file').map(({ key }) => key));
  const written = Object.entries(answers).filter(([key]) => !places.has(key));
  return Object.fromEntries([...written, ...Map.groupBy(files, ({ field }) => field)]);
}

/** What was last handed in of an entry; null while nothing was. */
export async function submittedContent(tx: Tx, district: string, entry: string): Promise<Content | null> {
  const row = await tx.submission.findFirst({ where: { districtId: district, entryId: entry }, orderBy: { number: 'desc' } });
  return row && (row.content as unknown as Content);
}
