import type { Prisma } from '#platform';
import type { Content } from '../facts/content.js';
import type { Form } from '../domain/form/field.js';
import { judgesSee } from '../facts/telling-names.js';

type File = Prisma.EntryFileModel;
type Finding = Prisma.NameFindingModel;

export interface ShownToJudge {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly organisation?: string | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly files: readonly { readonly id: string; readonly field: string; readonly name: string; readonly mediaType: string; readonly size: number }[];
  /** Files that a name was found in and that have no copy without it yet. */
  readonly withheld: number;
}

interface Shown {
  readonly entry: { readonly id: string; readonly redactions: unknown; readonly files: readonly File[]; readonly findings: readonly Finding[] };
  readonly content: Content;
  readonly form: Form;
  readonly blind: boolean;
}

/** An entry as a judge sees it: what is for the office alone is never there; in a blind review neither is what tells who is behind it. */
export function shownToJudge({ entry, content, form, blind }: Shown): ShownToJudge {
  const redactions = entry.redactions as Record<string, string>;
  const text = (field: string, original: string) => (blind ? (redactions[field] ?? original) : original);
  const open = (key: string) => (blind ? judgesSee(form, key) : form.fields.some((field) => field.key === key && !field.private));
  const files = content.files.filter(({ field }) => open(field)).map(({ id }) => fileShown(entry, id, blind));
  return {
    ...{ id: entry.id, title: text('title', content.title), abstract: text('abstract', content.abstract) },
    ...(!blind && { organisation: content.organisation }),
    answers: Object.fromEntries(Object.entries(content.answers).filter(([key]) => open(key)).map(([key, answer]) => [key, typeof answer === 'string' ? text(key, answer) : answer])),
    files: files.flatMap((file) => (file ? [{ id: file.id, field: file.field, name: file.name, mediaType: file.mediaType, size: Number(file.size) }] : [])),
    withheld: files.filter((file) => file === null).length,
  };
}

/** The copy without names where there is one; the file itself where no name was found in it, or the office has cleared what was. */
function fileShown({ files, findings }: Shown['entry'], id: string, blind: boolean): File | null {
  const original = files.find((file) => file.id === id) ?? null;
  if (!blind) return original;
  const copy = files.find(({ redacts, removedAt }) => redacts === id && removedAt === null);
  const shown = copy ?? original;
  return shown && findings.some(({ place, of, clearedAt }) => place !== 'answer' && of === shown.id && clearedAt === null) ? null : shown;
}
