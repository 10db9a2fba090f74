import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { calls as api, type Shown } from '../api/client.js';
import { listed, useOwnWords } from '../words.js';
import type { FileOf } from './paper.js';
import { useAnswerWords } from './words.js';

const Paper = lazy(() => import('./paper.js'));

interface Props {
  readonly of: Shown['ShownToJudgeShown'];
  readonly call: string;
  readonly formVersion?: number;
  readonly linkOf: (file: string) => FileOf;
  /** Whether its first paper is open at once. */
  readonly reads?: boolean;
}

/** An entry as judges see it, its papers readable where they stand. */
export function EntryShown({ of: { title, abstract, organisation, answers, files, withheld }, call, formVersion, linkOf, reads = false }: Props) {
  const [t, own] = [useAnswerWords(), useOwnWords()];
  const [open, setOpen] = useState<string | null>(reads ? (files.find(({ mediaType }) => mediaType === 'application/pdf')?.id ?? null) : null);
  const form = api.useQuery('get', '/api/calls/{call}/form', { params: { path: { call }, query: formVersion === undefined ? {} : { version: formVersion } } }, { enabled: call !== '' });
  const fields = form.data?.fields ?? [];
  return (
    <article className="stack">
      <h2 style={{ fontSize: 18 }}>{title}</h2>
      {organisation !== undefined && organisation !== null && <p className="soft">{organisation}</p>}
      <p className="prose">{abstract}</p>
      {Object.entries(answers).map(([key, value]) => {
        const field = fields.find((one) => one.key === key);
        return value === '' || value === null || value === undefined ? null : (
          <section key={key}>
            <h3>{field ? own(field.label) : key}</h3>
            <AnswerShown field={field} value={value} />
          </section>
        );
      })}
      {files.map(({ id, name, mediaType, size }) => (
        <section key={id} className="card" style={{ padding: 10 }}>
          <div className="row apart">
            <span>
              {name} <span className="soft small number">{(size / 1024 / 1024).toFixed(2)} MB</span>
            </span>
            <Button size="small" onClick={() => setOpen(open === id ? null : id)} aria-expanded={open === id}>
              {t(open === id ? 'closePaper' : 'readPaper')}
            </Button>
          </div>
          {open === id && (
            <Suspense>
              <Paper of={linkOf(id)} name={name} mediaType={mediaType} />
            </Suspense>
          )}
        </section>
      ))}
      {withheld > 0 && <p className="note warn">{t('withheld', { count: withheld })}</p>}
    </article>
  );
}

function AnswerShown({ field, value }: { field: Shown['FormFieldShown'] | undefined; value: unknown }) {
  const [own, t] = [useOwnWords(), useAnswerWords()];
  if (typeof value === 'boolean') return <p>{t(value ? 'yes' : 'no')}</p>;
  if (field?.type === 'money' && typeof value === 'number') return <p className="number">¥ {(value / 100).toLocaleString()}</p>;
  if (field?.type === 'choice') return <p>{listed((Array.isArray(value) ? value : [value]).map((one) => own(field.options.find(({ key }) => key === one)?.label ?? { zh: String(one), en: String(one) })))}</p>;
  if (field?.type === 'table' && Array.isArray(value))
    return (
      <div className="scroll">
        <table className="plain">
          <thead>
            <tr>
              {field.columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  {own(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(value as Record<string, unknown>[]).map((row, n) => (
              <tr key={n}>
                {field.columns.map(({ key, type }) => (
                  <td key={key} className={type === 'number' || type === 'money' ? 'number' : ''}>
                    {type === 'money' ? (Number(row[key]) / 100).toLocaleString() : String(row[key] ?? '')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  if (Array.isArray(value)) return <p>{listed(value.map((one) => (typeof one === 'object' && one !== null ? Object.values(one as object).join(' ') : String(one))))}</p>;
  if (typeof value === 'object') return <p>{Object.values(value as object).join(' ')}</p>;
  return <p className="prose">{String(value)}{field?.type === 'number' && field.unit !== undefined ? ` ${field.unit}` : ''}</p>;
}
