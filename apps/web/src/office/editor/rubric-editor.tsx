import { Button, Input, InputNumber } from 'antd';
import { changed, freeKey, type CriterionDraft } from './draft.js';
import { useEditorWords } from './words.js';

const NEW = { weight: 1, min: 0, max: 10, step: 0.5 } as const;

/** What is marked, in which range, what it counts, and what marks mean. */
export function RubricEditor({ rubric, onChange }: { rubric: readonly CriterionDraft[]; onChange: (rubric: CriterionDraft[]) => void }) {
  const t = useEditorWords();
  const put = (n: number, change: { readonly [K in keyof CriterionDraft]?: CriterionDraft[K] | undefined }) => onChange(rubric.map((one, at) => (at === n ? changed(one, change) : one)));
  const most = rubric.reduce((sum, { weight, max }) => sum + weight * max, 0);
  return (
    <div className="stack tight">
      <div className="row apart">
        <h3>{t('rubric')}</h3>
        <span className="soft number">{t('total', { n: most })}</span>
      </div>
      <div className="scroll">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              {(['weight', 'min', 'max', 'step', 'commentBelow'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
              <th scope="col">{t('levels')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rubric.map((criterion, n) => (
              <tr key={criterion.key}>
                <td>
                  <Input aria-label={`${t('name')} ${n + 1}`} value={criterion.name} maxLength={100} style={{ minWidth: 130 }} onChange={(event) => put(n, { name: event.target.value })} />
                </td>
                {(['weight', 'min', 'max', 'step'] as const).map((key) => (
                  <td key={key}>
                    <InputNumber aria-label={`${t(key)} ${n + 1}`} value={criterion[key]} style={{ width: 72 }} onChange={(value) => value !== null && put(n, { [key]: value })} />
                  </td>
                ))}
                <td>
                  <InputNumber aria-label={`${t('commentBelow')} ${n + 1}`} value={criterion.commentBelow ?? null} style={{ width: 72 }} onChange={(value) => put(n, { commentBelow: value ?? undefined })} />
                </td>
                <td style={{ minWidth: 220 }}>
                  {(criterion.levels ?? []).map((level, at) => (
                    <Input key={level.from} size="small" aria-label={t('levelFrom', { n: level.from })} prefix={<span className="soft small">{t('levelFrom', { n: level.from })}</span>} value={level.means} onChange={(event) => put(n, { levels: criterion.levels!.map((one, place) => (place === at ? { ...one, means: event.target.value } : one)) })} />
                  ))}
                </td>
                <td>
                  <Button type="text" size="small" aria-label={`${t('remove')} ${criterion.name}`} onClick={() => onChange(rubric.filter((_, at) => at !== n))}>
                    ✕
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div>
        <Button size="small" onClick={() => onChange([...rubric, { key: freeKey(rubric.map(({ key }) => key), 'criterion-'), name: '', ...NEW, levels: [{ from: NEW.min, means: '—' }, { from: 6, means: '—' }, { from: 8.5, means: '—' }] }])}>
          {t('add')}
        </Button>
      </div>
    </div>
  );
}
