/** What a person reads, in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

interface Common {
  readonly key: string;
  readonly section: string;
  readonly label: Words;
  readonly help?: Words;
  readonly required?: boolean;
  /** Withheld from judges in a blind review. */
  readonly identifying?: boolean;
  /** For the office alone. */
  readonly private?: boolean;
  /** Asked only where another field has one of these values. */
  readonly showIf?: { readonly field: string; readonly is: readonly (string | number | boolean)[] };
  /** The name under which a rule set sees the answer. */
  readonly fact?: string;
}

interface Option {
  readonly key: string;
  readonly label: Words;
}

/** A column of a table: a short field without conditions of its own. */
export interface Column {
  readonly key: string;
  readonly label: Words;
  readonly type: 'text' | 'number' | 'money' | 'date';
}

/** A question of a call's form. Lengths are in characters, money in fen, files in whole megabytes. */
export type FormField = Common &
  (
    | { readonly type: 'text'; readonly maxLength: number; readonly minLength?: number }
    | { readonly type: 'number'; readonly unit?: string; readonly min?: number; readonly max?: number; readonly whole?: boolean }
    | { readonly type: 'money'; readonly min?: number; readonly max?: number }
    | { readonly type: 'date'; readonly earliest?: string; readonly latest?: string }
    | { readonly type: 'yes-no' }
    | { readonly type: 'choice'; readonly options: readonly Option[]; readonly most?: number }
    | { readonly type: 'table'; readonly columns: readonly Column[]; readonly mostRows: number }
    | { readonly type: 'file'; readonly accept: readonly string[]; readonly maxMegabytes: number; readonly most: number }
    | { readonly type: 'team'; readonly fewest?: number; readonly most: number }
    | { readonly type: 'organisation' }
  );

interface Section {
  readonly key: string;
  readonly title: Words;
  readonly help?: Words;
}

export interface Form {
  readonly sections: readonly Section[];
  readonly fields: readonly FormField[];
}

export type Answers = Readonly<Record<string, unknown>>;

/** What an organisation is answered with. */
export interface OrganisationAnswer {
  readonly name: string;
  readonly creditCode: string;
}

const asked = (field: FormField, answers: Answers): boolean => {
  if (!field.showIf) return true;
  const given = answers[field.showIf.field];
  return field.showIf.is.some((value) => (Array.isArray(given) ? given.includes(value) : given === value));
};

/** The fields that these answers lead to; a field hangs on others, which may be hidden themselves. */
function askedFields({ fields }: Form, answers: Answers): FormField[] {
  const shown = new Map<string, FormField>();
  for (const field of fields) {
    const parent = field.showIf?.field;
    if ((parent === undefined || shown.has(parent)) && asked(field, answers)) shown.set(field.key, field);
  }
  return [...shown.values()];
}

/** The answers without those to questions that are no longer asked. */
export const answered = (form: Form, answers: Answers): Answers =>
  Object.fromEntries(askedFields(form, answers).flatMap(({ key }) => (answers[key] === undefined || answers[key] === '' ? [] : [[key, answers[key]]])));
