import { Button, Checkbox, DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import type { Shown } from '../api/client.js';
import { useOwnWords } from '../words.js';
import { useAnswerWords } from './words.js';

export type Field = Shown['FormFieldShown'];

/** Whether the answers lead to a question; one may hang on another that is hidden itself. */
export function isAsked(field: Field, fields: readonly Field[], answers: Readonly<Record<string, unknown>>): boolean {
  if (!field.showIf) return true;
  const { field: on, is } = field.showIf;
  const parent = fields.find(({ key }) => key === on);
  const given = answers[on];
  return parent !== undefined && isAsked(parent, fields, answers) && is.some((one) => (Array.isArray(given) ? given.includes(one) : given === one));
}

interface Props {
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly disabled?: boolean;
  readonly mistake?: string | undefined;
  /** What stands in a place for files, which are not typed. */
  readonly files?: React.ReactNode;
}

/** Characters as the service counts them, not the units of UTF-16. */
const lengthOf = (text: string): number => Array.from(text).length;

/** A question of a call's form, with its help and what is wrong with its answer. */
export function FormField(props: Props) {
  const [own, t] = [useOwnWords(), useAnswerWords()];
  const { field, mistake, files } = props;
  const id = useId();
  const notes = [field.required === true && t('required'), field.identifying === true && t('identifying'), field.private === true && t('private')].filter(Boolean).join(' · ');
  return (
    <div className="stack tight" id={`field-${field.key}`} style={{ scrollMarginTop: 80 }}>
      <label htmlFor={id} id={`${id}-label`}>
        {own(field.label)} <span className="soft small">{notes}</span>
      </label>
      {/* An answer that is taken back is empty text, which counts as none. */}
      {field.type === 'file' ? files : <Answer {...props} id={id} onChange={(answer) => props.onChange(answer ?? '')} />}
      {field.help && <span className="soft small">{own(field.help)}</span>}
      {mistake !== undefined && (
        <span className="bad small" role="alert">
          {mistake}
        </span>
      )}
    </div>
  );
}

function Answer({ field, value, onChange, disabled = false, id }: Props & { id: string }) {
  const [own, t] = [useOwnWords(), useAnswerWords()];
  switch (field.type) {
    case 'text': {
      const text = typeof value === 'string' ? value : '';
      const Box = field.maxLength > 120 ? Input.TextArea : Input;
      return (
        <>
          <Box id={id} value={text} disabled={disabled} {...(field.maxLength > 120 && { autoSize: { minRows: 3, maxRows: 16 } })} onChange={(event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value)} />
          <span className={`small ${lengthOf(text) > field.maxLength ? 'bad' : 'soft'}`}>
            {t('characters', { n: lengthOf(text), most: field.maxLength })} {field.minLength !== undefined && `· ${t('atLeast', { n: field.minLength })}`}
          </span>
        </>
      );
    }
    case 'number':
      return <InputNumber id={id} value={typeof value === 'number' ? value : null} disabled={disabled} onChange={onChange} style={{ width: 220 }} {...(field.unit !== undefined && { suffix: field.unit })} {...(field.whole === true && { precision: 0 })} />;
    case 'money':
      // Money is kept in fen and typed in yuan.
      return <InputNumber id={id} value={typeof value === 'number' ? value / 100 : null} disabled={disabled} precision={2} prefix="¥" style={{ width: 220 }} onChange={(yuan) => onChange(yuan === null ? null : Math.round(yuan * 100))} />;
    case 'date':
      return <DatePicker id={id} value={typeof value === 'string' && value !== '' ? dayjs(value) : null} disabled={disabled} onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)} />;
    case 'yes-no':
      return <Radio.Group aria-labelledby={`${id}-label`} id={id} value={value ?? null} disabled={disabled} onChange={({ target }) => onChange(target.value)} options={[{ value: true, label: t('yes') }, { value: false, label: t('no') }]} />;
    case 'choice': {
      const options = field.options.map(({ key, label }) => ({ value: key, label: own(label) }));
      if ((field.most ?? 1) > 1) return <Checkbox.Group aria-labelledby={`${id}-label`} value={Array.isArray(value) ? (value as string[]) : []} disabled={disabled} options={options} onChange={onChange} />;
      return <Select id={id} allowClear showSearch={{ optionFilterProp: 'label' }} value={typeof value === 'string' ? value : null} disabled={disabled} options={options} onChange={(chosen: string | undefined) => onChange(chosen ?? null)} style={{ maxWidth: 420 }} />;
    }
    case 'organisation': {
      const { name = '', creditCode = '' } = (value ?? {}) as { name?: string; creditCode?: string };
      return (
        <div className="row">
          <Input id={id} value={name} disabled={disabled} placeholder={t('organisation')} onChange={(event) => onChange({ name: event.target.value, creditCode })} style={{ flex: 2, minWidth: 200 }} />
          <Input aria-label={t('creditCode')} value={creditCode} disabled={disabled} placeholder={t('creditCode')} maxLength={18} onChange={(event) => onChange({ name, creditCode: event.target.value.trim().toUpperCase() })} style={{ flex: 1, minWidth: 200 }} />
        </div>
      );
    }
    case 'table':
      return <Rows of={field.columns.map(({ key, label, type }) => ({ key, label: own(label), number: type === 'number' || type === 'money', fen: type === 'money', date: type === 'date' }))} most={field.mostRows} value={value} onChange={onChange} disabled={disabled} />;
    case 'team':
      return <Rows of={[{ key: 'name', label: t('memberName') }, { key: 'role', label: t('memberRole') }]} most={field.most} value={value} onChange={onChange} disabled={disabled} />;
    case 'file':
      return null;
  }
}

interface ColumnOf {
  readonly key: string;
  readonly label: string;
  readonly number?: boolean;
  readonly fen?: boolean;
  readonly date?: boolean;
}

function Rows({ of, most, value, onChange, disabled }: { of: readonly ColumnOf[]; most: number; value: unknown; onChange: (value: unknown) => void; disabled: boolean }) {
  const t = useAnswerWords();
  const rows = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  const put = (n: number, key: string, cell: unknown) => onChange(rows.map((row, at) => (at === n ? { ...row, [key]: cell } : row)));
  return (
    <div className="scroll">
      <table className="plain">
        <thead>
          <tr>
            {of.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={n}>
              {of.map(({ key, label, number, fen, date }) => {
                const cell = row[key];
                return (
                  <td key={key}>
                    {number === true ? (
                      <InputNumber aria-label={`${label} ${n + 1}`} disabled={disabled} value={typeof cell === 'number' ? (fen === true ? cell / 100 : cell) : null} onChange={(one) => put(n, key, one !== null && fen === true ? Math.round(one * 100) : one)} />
                    ) : date === true ? (
                      <DatePicker aria-label={`${label} ${n + 1}`} disabled={disabled} value={typeof cell === 'string' ? dayjs(cell) : null} onChange={(day) => put(n, key, day?.format('YYYY-MM-DD') ?? null)} />
                    ) : (
                      <Input aria-label={`${label} ${n + 1}`} disabled={disabled} value={typeof cell === 'string' ? cell : ''} onChange={(event) => put(n, key, event.target.value)} />
                    )}
                  </td>
                );
              })}
              <td>
                <Button type="text" size="small" disabled={disabled} aria-label={t('removeRow', { n: n + 1 })} onClick={() => onChange(rows.filter((_, at) => at !== n))}>
                  ✕
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < most && !disabled && (
        <Button size="small" onClick={() => onChange([...rows, {}])} style={{ marginTop: 6 }}>
          {t('addRow')}
        </Button>
      )}
    </div>
  );
}
