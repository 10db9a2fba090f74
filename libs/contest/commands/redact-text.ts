import { command, Text } from '#platform';
import { entryRedacted, noFileField } from '../domain/entry.js';
import { formOf } from '../facts/content.js';
import { entryKind } from './kinds.js';

export class RedactText {
  @Text({ max: 40, description: '`title`, `abstract`, or a text of the form' }) field!: string;
  @Text({ max: 100_000, description: 'The text as judges see it' }) text!: string;
}

export const redactText = command({
  name: 'redact-text',
  summary: 'Gives a text a copy without names that judges see in its place; the original stays as it is.',
  on: entryKind,
  may: 'redact',
  target: (input: RedactText & { entry: string }) => input.entry,
  async decide(c, { field, text }, entry) {
    const form = await formOf(c.tx, c.district, entry.callId, entry.formVersion);
    if (field !== 'title' && field !== 'abstract' && !form.fields.some(({ key, type }) => key === field && type === 'text')) c.refuse(noFileField, { field });
    await c.tx.entry.update({ where: c.key(entry.id), data: { redactions: { ...(entry.redactions as object), [field]: text } } });
    c.announce(entry.aggregate, entryRedacted({ entry: entry.id, field }));
  },
});
