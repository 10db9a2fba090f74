import { Button, Input } from 'antd';
import { useState } from 'react';
import { calls as api, type Answer } from '../../api/client.js';
import { useOwnWords } from '../../words.js';
import { FormField, isAsked } from '../../entry/form-field.js';
import { Ask } from '../../ui/ask.js';
import { freeKey, type Call } from './draft.js';
import { FieldEditor, newField, type Field } from './field-editor.js';
import { useEditorWords } from './words.js';

type Form = Answer<'/api/calls/{call}/form'>;
type Section = Form['sections'][number];

/** The call's form, edited on one side and shown on the other as contestants see it. */
export default function FormBuilder({ call }: { call: Call }) {
  const form = api.useQuery('get', '/api/calls/{call}/form', { params: { path: { call: call.id } } });
  return <Ask of={form}>{(shown) => <Builder key={shown.formVersion} call={call} form={shown} />}</Ask>;
}

function Builder({ call, form }: { call: Call; form: Form }) {
  const t = useEditorWords();
  const [sections, setSections] = useState<readonly Section[]>(form.sections);
  const [fields, setFields] = useState<readonly Field[]>(form.fields);
  const [open, setOpen] = useState<string | null>(null);
  const save = api.useMutation('put', '/api/calls/{call}/form');
  const putSection = (key: string, title: Partial<Section['title']>) => setSections(sections.map((one) => (one.key === key ? { ...one, title: { ...one.title, ...title } } : one)));
  const move = (key: string, by: number) => {
    const at = fields.findIndex((field) => field.key === key);
    const to = at + by;
    if (to < 0 || to >= fields.length) return;
    const next = [...fields];
    [next[at], next[to]] = [next[to]!, next[at]!];
    setFields(next);
  };
  return (
    <div className="stack">
      <p className="note">{t('formNote')}</p>
      <div className="halves">
        <div className="stack">
          {sections.map((section) => (
            <section key={section.key} className="card stack">
              <div className="row">
                <Input aria-label={`${t('section')} ${t('labelZh')}`} value={section.title.zh} onChange={(event) => putSection(section.key, { zh: event.target.value })} style={{ flex: 1, fontWeight: 600 }} />
                <Input aria-label={`${t('section')} ${t('labelEn')}`} value={section.title.en} onChange={(event) => putSection(section.key, { en: event.target.value })} style={{ flex: 1 }} />
                <Button type="text" aria-label={`${t('remove')} ${section.title.zh}`} onClick={() => (setSections(sections.filter(({ key }) => key !== section.key)), setFields(fields.filter((field) => field.section !== section.key)))}>
                  ✕
                </Button>
              </div>
              {fields
                .filter((field) => field.section === section.key)
                .map((field) => (
                  <FieldEditor key={field.key} field={field} fields={fields} open={open === field.key} toggle={() => setOpen(open === field.key ? null : field.key)} onChange={(next) => setFields(fields.map((one) => (one.key === field.key ? next : one)))} remove={() => setFields(fields.filter(({ key }) => key !== field.key))} move={(by) => move(field.key, by)} />
                ))}
              <div>
                <Button
                  size="small"
                  onClick={() => {
                    const key = freeKey(fields.map((field) => field.key), 'question-');
                    setFields([...fields, newField(key, section.key)]);
                    setOpen(key);
                  }}
                >
                  {t('addField')}
                </Button>
              </div>
            </section>
          ))}
          <div className="row apart">
            <Button onClick={() => setSections([...sections, { key: freeKey(sections.map(({ key }) => key), 'section-'), title: { zh: '新的部分', en: 'New section' } }])}>{t('addSection')}</Button>
            <span className="row">
              {save.isSuccess && <span role="status">{t('saved')}</span>}
              <span className="soft small">{t('version', { n: form.formVersion })}</span>
              <Button type="primary" disabled={fields.length === 0} loading={save.isPending} onClick={() => save.mutate({ params: { path: { call: call.id } }, body: { form: { sections, fields } } })}>
                {t('save')}
              </Button>
            </span>
          </div>
        </div>
        <FormPreview sections={sections} fields={fields} />
      </div>
    </div>
  );
}

/** What contestants see; what is typed here is thrown away. */
function FormPreview({ sections, fields }: { sections: readonly Section[]; fields: readonly Field[] }) {
  const [t, own] = [useEditorWords(), useOwnWords()];
  const [answers, setAnswers] = useState<Readonly<Record<string, unknown>>>({});
  return (
    <section className="card stack" aria-label={t('preview')} style={{ position: 'sticky', top: 68 }}>
      <h2>{t('preview')}</h2>
      {fields.length === 0 && <p className="soft">{t('noFields')}</p>}
      {sections.map((section) => (
        <div key={section.key} className="stack">
          <h3>{own(section.title)}</h3>
          {fields
            .filter((field) => field.section === section.key && isAsked(field, fields, answers))
            .map((field) => (
              <FormField key={field.key} field={field} value={answers[field.key]} onChange={(value) => setAnswers({ ...answers, [field.key]: value })} files={<Button disabled>{field.type === 'file' ? field.accept.join(', ') : ''}</Button>} />
            ))}
        </div>
      ))}
    </section>
  );
}
