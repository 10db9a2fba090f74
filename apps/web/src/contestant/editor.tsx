import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { answered, api, calls as hooks } from '../api/client.js';
import { useLanguage, useOwnWords } from '../words.js';
import { Ask } from '../ui/ask.js';
import type { Save } from '../ui/draft/draft.js';
import { Saving } from '../ui/draft/saving.js';
import { useDraft } from '../ui/draft/use-draft.js';
import { Conflicts } from '../entry/conflicts.js';
import { FactFields, useClauses, type Facts } from '../entry/fact-fields.js';
import { Files } from './files.js';
import type { Call, Entry } from './types.js';
import { FormField, isAsked, type Field } from '../entry/form-field.js';
import { Revisions } from './revisions.js';
import { useEntryWords } from './words.js';
import '../entry/entry.css';

const OWN = ['title', 'abstract', 'organisation', 'field', 'facts'];

/** The entry's form: what is typed is saved by itself, field by field. */
export function Editor({ entry, call, writes }: { entry: Entry; call: Call; writes: boolean }) {
  const [t, own, language] = [useEntryWords(), useOwnWords(), useLanguage()];
  const form = hooks.useQuery('get', '/api/calls/{call}/form', { params: { path: { call: call.id }, query: { version: entry.formVersion } } });
  const goOver = hooks.useMutation('patch', '/api/entries/{entry}');
  const clauses = useClauses(call.eligibilityRule);
  const save: Save = async (changes, seen) => {
    const answers = Object.fromEntries(Object.entries(changes).filter(([key]) => !OWN.includes(key)));
    const columns = Object.fromEntries(Object.entries(changes).filter(([key]) => OWN.includes(key)));
    return answered(await api.PATCH('/api/entries/{entry}', { params: { path: { entry: entry.id } }, body: { ...columns, ...(Object.keys(answers).length > 0 && { answers }), seen: { ...seen } } }));
  };
  const values = useMemo(() => ({ ...entry.answers, title: entry.title, abstract: entry.abstract, organisation: entry.organisation ?? '', field: entry.field ?? '', facts: entry.facts }), [entry]);
  const drafting = useDraft(`entry.${entry.id}`, values, entry.fieldVersions, save);
  const { draft } = drafting;
  const typed = drafting.values as Record<string, unknown> & { facts?: Facts };
  const [history, setHistory] = useState<string | null>(null);
  const mistakes = new Map(entry.mistakes.map(({ field, words }) => [field.split('.')[0]!, words[language]]));
  const set = (field: string) => (value: unknown) => draft.set(field, value);
  const text = (key: string) => (typeof typed[key] === 'string' ? (typed[key] as string) : '');

  const plain = (key: 'title' | 'abstract' | 'organisation' | 'field', maxLength: number) => (
    <div className="stack tight">
      <label htmlFor={key}>{t(key)}</label>
      {key === 'abstract' ? (
        <Input.TextArea id={key} autoSize={{ minRows: 5, maxRows: 20 }} value={text(key)} disabled={!writes} maxLength={maxLength} showCount onChange={(event) => draft.set(key, event.target.value)} />
      ) : (
        <Input id={key} value={text(key)} disabled={!writes} maxLength={maxLength} showCount onChange={(event) => draft.set(key, event.target.value)} />
      )}
    </div>
  );
  return (
    <div className="editor">
      <div className="editor-bar row apart">
        <Saving of={drafting} />
        <Button size="small" type="text" onClick={() => setHistory('')}>
          {t('restore')}
        </Button>
      </div>
      {entry.formVersion < entry.newestForm && writes && (
        <p className="note row">
          {t('newForm')}{' '}
          <Button size="small" onClick={() => goOver.mutate({ params: { path: { entry: entry.id } }, body: { formVersion: entry.newestForm } })}>
            {t('goOver')}
          </Button>
        </p>
      )}
      <Conflicts of={drafting} nameOf={(field) => nameOf(field, form.data?.fields, own, t)} />
      <section className="card stack">
        <h2>{t('basics')}</h2>
        {plain('title', 120)}
        {plain('abstract', 5000)}
        {plain('organisation', 120)}
        {plain('field', 60)}
        <Opposed entry={entry} disabled={!writes} />
      </section>
      {clauses.length > 0 && (
        <section className="card stack">
          <h2>{t('facts')}</h2>
          <FactFields clauses={clauses} facts={typed.facts ?? {}} onChange={set('facts')} disabled={!writes} />
        </section>
      )}
      <Ask of={form}>
        {({ sections, fields }) =>
          sections.map((section) => (
            <section key={section.key} className="card stack">
              <h2>{own(section.title)}</h2>
              {section.help && <p className="soft">{own(section.help)}</p>}
              {fields
                .filter((field) => field.section === section.key && isAsked(field, fields, typed))
                .map((field) => (
                  <FormField key={field.key} field={field} value={typed[field.key]} disabled={!writes} mistake={mistakes.get(field.key)} onChange={set(field.key)} files={field.type === 'file' ? <Files entry={entry} field={field} disabled={!writes} /> : null} />
                ))}
            </section>
          ))
        }
      </Ask>
      {history !== null && <Revisions entry={entry.id} nameOf={(field) => nameOf(field, form.data?.fields, own, t)} use={(field, value) => draft.set(field, value)} close={() => setHistory(null)} writes={writes} />}
    </div>
  );
}

/** Judges a team asks to be kept from its entry, by name. */
function Opposed({ entry, disabled }: { entry: Entry; disabled: boolean }) {
  const t = useEntryWords();
  const [text, setText] = useState(entry.opposed.join('\n'));
  const change = hooks.useMutation('patch', '/api/entries/{entry}');
  const names = text.split('\n').map((name) => name.trim()).filter(Boolean);
  const save = () => names.join('\n') !== entry.opposed.join('\n') && change.mutate({ params: { path: { entry: entry.id } }, body: { opposed: names } });
  return (
    <div className="stack tight">
      <label htmlFor="opposed">{t('opposed')}</label>
      <Input.TextArea id="opposed" autoSize disabled={disabled} value={text} onChange={(event) => setText(event.target.value)} onBlur={save} />
      <span className="soft small">{t('opposedHelp')}</span>
    </div>
  );
}

function nameOf(field: string, fields: readonly Field[] | undefined, own: ReturnType<typeof useOwnWords>, t: ReturnType<typeof useEntryWords>): string {
  const asked = fields?.find(({ key }) => key === field);
  return asked ? own(asked.label) : OWN.includes(field) ? t(field as 'title') : field;
}
