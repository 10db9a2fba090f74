import { Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { isDayjs } from 'dayjs';
import type { ReactElement } from 'react';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a command asks for: money is typed in yuan and sent in fen, a day as YYYY-MM-DD, a moment as an instant. */
export interface FieldOf<K extends string = string> {
  readonly key: K;
  readonly label: string;
  readonly as: 'text' | 'long' | 'count' | 'decimal' | 'yuan' | 'day' | 'moment' | 'yes' | 'file' | { readonly one: readonly Choice[] } | { readonly some: readonly Choice[] };
  readonly optional?: true;
  readonly help?: string;
  readonly least?: number;
  readonly most?: number;
}

const isMoney = ({ as }: FieldOf): boolean => as === 'yuan';

/** A command's values as its fields show them. */
export const shownOf = (fields: readonly FieldOf[], body: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = body[field.key];
      if (value === undefined || value === null) return [];
      if (isMoney(field)) return [[field.key, Number(value) / 100]];
      return [[field.key, field.as === 'day' || field.as === 'moment' ? dayjs(String(value)) : value]];
    }),
  );

/** What was typed, as the command takes it; what was left empty is left out. */
export const bodyOf = (fields: readonly FieldOf[], values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.key];
      if (value === undefined || value === null || value === '') return [];
      if (isMoney(field)) return [[field.key, Math.round(Number(value) * 100)]];
      if (isDayjs(value)) return [[field.key, field.as === 'day' ? value.format('YYYY-MM-DD') : value.toISOString()]];
      return [[field.key, typeof value === 'string' ? value.trim() : value]];
    }),
  );

function inputOf({ as, least, most }: FieldOf): ReactElement {
  const bounds = { ...(least !== undefined && { min: least }), ...(most !== undefined && { max: most }) };
  switch (as) {
    case 'text':
      return <Input maxLength={most ?? 200} />;
    case 'long':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={most ?? 2000} />;
    case 'count':
      return <InputNumber precision={0} style={{ width: '100%' }} {...bounds} />;
    case 'decimal':
      return <InputNumber style={{ width: '100%' }} {...bounds} />;
    case 'yuan':
      return <InputNumber precision={2} style={{ width: '100%' }} suffix="元" {...bounds} />;
    case 'day':
      return <DatePicker style={{ width: '100%' }} />;
    case 'moment':
      return <DatePicker showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />;
    case 'yes':
      return <Checkbox />;
    case 'file':
      return <ChosenFile />;
    default:
      return 'one' in as ? <Select options={[...as.one]} showSearch={{ optionFilterProp: 'label' }} allowClear /> : <Select mode="multiple" options={[...as.some]} showSearch={{ optionFilterProp: 'label' }} />;
  }
}

/** A file that is handed in with the form. */
function ChosenFile({ id, onChange }: { id?: string; onChange?: (file: File | undefined) => void }) {
  return <input type="file" {...(id !== undefined && { id })} onChange={({ target }) => onChange?.(target.files?.[0])} />;
}

/** One field of a form. */
export function Asked({ of }: { of: FieldOf }) {
  return (
    <Form.Item name={of.key} label={of.label} {...(of.help !== undefined && { extra: of.help })} valuePropName={of.as === 'yes' ? 'checked' : 'value'} rules={[{ required: of.optional !== true && of.as !== 'yes' }]}>
      {inputOf(of)}
    </Form.Item>
  );
}
