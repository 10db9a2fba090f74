import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import type { Shown } from '../../api/client.js';
import { useOwnWords } from '../../words.js';
import { changed } from './draft.js';
import { Labelled } from './labelled.js';
import { useEditorWords } from './words.js';

export type Field = Shown['FormFieldShown'];
type Type = Field['type'];

const TYPES = ['text', 'number', 'money', 'date', 'yes-no', 'choice', 'table', 'file', 'team', 'organisation'] as const;

/** What a question of each type has to say at least. */
const OF_TYPE: { readonly [T in Type]: Omit<Extract<Field, { type: T }>, 'key' | 'section' | 'label'> } = {
  text: { type: 'text', maxLength: 500 },
  number: { type: 'number' },
  money: { type: 'money' },
  date: { type: 'date' },
  'yes-no': { type: 'yes-no' },
  choice: { type: 'choice', options: [{ key: 'a', label: { zh: '选项一', en: 'One' } }, { key: 'b', label: { zh: '选项二', en: 'Two' } }] },
  table: { type: 'table', columns: [{ key: 'name', label: { zh: '名称', en: 'Name' }, type: 'text' }], mostRows: 10 },
  file: { type: 'file', accept: ['pdf'], maxMegabytes: 20, most: 1 },
  team: { type: 'team', most: 10 },
  organisation: { type: 'organisation' },
};

export const newField = (key: string, section: string): Field => ({ key, section, label: { zh: '新问题', en: 'New question' }, ...OF_TYPE.text }) as Field;

interface Props {
  readonly field: Field;
  readonly fields: readonly Field[];
  readonly open: boolean;
  readonly toggle: () => void;
  readonly onChange: (field: Field) => void;
  readonly remove: () => void;
  readonly move: (by: number) => void;
}

export function FieldEditor({ field, fields, open, toggle, onChange, remove, move }: Props) {
  const [t, own] = [useEditorWords(), useOwnWords()];
  const nameOf = (type: Type) => t(type === 'money' ? 'moneyType' : type === 'team' ? 'teamType' : type);
  const set = (change: object) => onChange(changed(field, change) as Field);
  if (!open)
    return (
      <div className="row apart">
        <Button type="text" onClick={toggle} aria-expanded={false} style={{ justifyContent: 'flex-start' }}>
          {own(field.label)} <span className="soft small">{nameOf(field.type)}</span>
        </Button>
        <span className="row">
          <Button size="small" type="text" aria-label={`${t('up')}: ${own(field.label)}`} onClick={() => move(-1)}>↑</Button>
          <Button size="small" type="text" aria-label={`${t('down')}: ${own(field.label)}`} onClick={() => move(1)}>↓</Button>
        </span>
      </div>
    );
  const others = fields.filter(({ key, type }) => key !== field.key && (type === 'yes-no' || type === 'choice'));
  return (
    <div className="note stack" style={{ background: 'var(--hover)' }}>
      <div className="row top">
        {(['zh', 'en'] as const).map((language) => (
          <Labelled key={language} name={t(language === 'zh' ? 'labelZh' : 'labelEn')}>
            {(id) => <Input id={id} value={field.label[language]} onChange={(event) => set({ label: { ...field.label, [language]: event.target.value } })} />}
          </Labelled>
        ))}
        <Labelled name={t('type')}>
          {(id) => <Select id={id} value={field.type} style={{ width: 130 }} onChange={(type: Type) => onChange({ key: field.key, section: field.section, label: field.label, ...(field.required === true && { required: true }), ...OF_TYPE[type] } as Field)} options={TYPES.map((value) => ({ value, label: nameOf(value) }))} />}
        </Labelled>
      </div>
      <div className="row top">
        {(['zh', 'en'] as const).map((language) => (
          <Labelled key={language} name={t(language === 'zh' ? 'helpZh' : 'helpEn')}>
            {(id) => <Input id={id} value={field.help?.[language] ?? ''} onChange={(event) => set({ help: event.target.value === '' && (field.help?.[language === 'zh' ? 'en' : 'zh'] ?? '') === '' ? undefined : { zh: '', en: '', ...field.help, [language]: event.target.value } })} />}
          </Labelled>
        ))}
      </div>
      <OfType field={field} set={set} />
      <div className="row">
        {(['required', 'identifying', 'private'] as const).map((mark) => (
          <Checkbox key={mark} checked={field[mark] === true} onChange={(event) => set({ [mark]: event.target.checked ? true : undefined })}>
            {t(mark)}
          </Checkbox>
        ))}
      </div>
      <div className="row top">
        <Labelled name={t('showIf')}>
          {(id) => <Select id={id} allowClear placeholder={t('always')} value={field.showIf?.field ?? null} style={{ minWidth: 180 }} onChange={(on: string | undefined) => set({ showIf: on === undefined ? undefined : { field: on, is: [valuesOf(others.find(({ key }) => key === on))[0]?.value ?? true] } })} options={others.map(({ key, label }) => ({ value: key, label: own(label) }))} />}
        </Labelled>
        {field.showIf && (
          <Labelled name={t('showValue')}>
            {(id) => <Select id={id} mode="multiple" value={field.showIf!.is.map(String)} style={{ minWidth: 160 }} onChange={(is: string[]) => set({ showIf: { field: field.showIf!.field, is: is.map((value) => (value === 'true' ? true : value === 'false' ? false : value)) } })} options={valuesOf(others.find(({ key }) => key === field.showIf!.field)).map(({ value, label }) => ({ value: String(value), label: typeof label === 'string' ? label : own(label) }))} />}
          </Labelled>
        )}
        <Labelled name={t('fact')}>{(id) => <Input id={id} value={field.fact ?? ''} onChange={(event) => set({ fact: event.target.value === '' ? undefined : event.target.value })} style={{ width: 180 }} />}</Labelled>
      </div>
      <div className="row">
        <Button size="small" onClick={toggle} aria-expanded>
          ✓
        </Button>
        <Button size="small" danger onClick={remove}>
          {t('remove')}
        </Button>
      </div>
    </div>
  );
}

const valuesOf = (field: Field | undefined): readonly { value: string | boolean; label: string | { zh: string; en: string } }[] =>
  field?.type === 'choice' ? field.options.map(({ key, label }) => ({ value: key, label })) : [{ value: true, label: { zh: '是', en: 'Yes' } }, { value: false, label: { zh: '否', en: 'No' } }];

/** What only questions of this type say. */
function OfType({ field, set }: { field: Field; set: (change: object) => void }) {
  const t = useEditorWords();
  const number = (key: string, name: Parameters<typeof t>[0], value: number | undefined, least = 0) => <Labelled name={t(name)}>{(id) => <InputNumber id={id} min={least} value={value ?? null} onChange={(next) => set({ [key]: next ?? undefined })} />}</Labelled>;
  switch (field.type) {
    case 'text':
      return <div className="row top">{number('minLength', 'minLength', field.minLength)}{number('maxLength', 'maxLength', field.maxLength, 1)}</div>;
    case 'number':
      return <div className="row top"><Labelled name={t('unitOf')}>{(id) => <Input id={id} value={field.unit ?? ''} onChange={(event) => set({ unit: event.target.value || undefined })} style={{ width: 100 }} />}</Labelled>{number('min', 'min', field.min, -1e9)}{number('max', 'max', field.max, -1e9)}</div>;
    case 'choice':
      return <div className="stack tight"><Lines name={t('options')} of={field.options} onChange={(options) => set({ options })} />{number('most', 'most', field.most, 1)}</div>;
    case 'table':
      return <div className="stack tight"><Lines name={t('columns')} of={field.columns} onChange={(columns) => set({ columns: columns.map((column) => ({ type: 'text', ...field.columns.find(({ key }) => key === column.key), ...column })) })} />{number('mostRows', 'most', field.mostRows, 1)}</div>;
    case 'file':
      return <div className="row top"><Labelled name={t('accept')}>{(id) => <Input id={id} defaultValue={field.accept.join(', ')} onBlur={(event) => set({ accept: event.target.value.split(/[,，\s]+/).filter(Boolean) })} />}</Labelled>{number('maxMegabytes', 'megabytes', field.maxMegabytes, 1)}{number('most', 'most', field.most, 1)}</div>;
    case 'team':
      return number('most', 'most', field.most, 1);
    case 'money':
    case 'date':
    case 'yes-no':
    case 'organisation':
      return null;
  }
}

interface Line {
  readonly key: string;
  readonly label: { readonly zh: string; readonly en: string };
}

/** Things with a key and a name in two languages, a line each. */
function Lines({ name, of, onChange }: { name: string; of: readonly Line[]; onChange: (lines: Line[]) => void }) {
  const read = (text: string): Line[] =>
    text.split('\n').flatMap((line) => {
      const [, key = '', zh = '', en = ''] = /^\s*([\w-]+)\s+([^|]*?)\s*(?:\|\s*(.*?))?\s*$/.exec(line) ?? [];
      return key === '' ? [] : [{ key, label: { zh, en: en || zh } }];
    });
  return <Labelled name={name}>{(id) => <Input.TextArea id={id} autoSize={{ minRows: 2 }} defaultValue={of.map(({ key, label }) => `${key} ${label.zh} | ${label.en}`).join('\n')} onBlur={(event) => onChange(read(event.target.value))} />}</Labelled>;
}
