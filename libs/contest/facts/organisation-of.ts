import { isCreditCode } from '#kernel';
import { organisationFor } from '#identity';
import type { Context } from '#platform';
import type { Answers, OrganisationAnswer } from '../domain/form/field.js';
import { formOf } from './content.js';

interface Stated {
  readonly organisation: string | null;
  readonly form: { readonly call: string; readonly version: number };
  readonly answers: Answers;
}

/** Enters the organisation that an entry names in the register, and on its project: by credit code where the form asks for one, else by name. */
export async function enterOrganisationOf(c: Context, project: string, { organisation, form, answers }: Stated): Promise<void> {
  const { fields } = await formOf(c.tx, c.district, form.call, form.version);
  const asked = fields.find(({ type }) => type === 'organisation');
  const answer = asked && (answers[asked.key] as Partial<OrganisationAnswer> | undefined);
  const name = typeof answer?.name === 'string' && answer.name.trim() !== '' ? answer.name : organisation;
  if (name === null) return;
  const creditCode = typeof answer?.creditCode === 'string' && isCreditCode(answer.creditCode) ? answer.creditCode : undefined;
  const organisationId = await organisationFor(c, { name, creditCode });
  await c.tx.project.update({ where: c.key(project), data: { organisationId } });
}
