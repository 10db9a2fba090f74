import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import type { DraftCall } from './draft.js';
import { useEditorWords } from './words.js';

type When = NonNullable<DraftCall['timeline']>[number];

/** Dates that people should know, beside opening and closing. */
export function TimelineEditor({ timeline, onChange }: { timeline: readonly When[]; onChange: (timeline: When[]) => void }) {
  const t = useEditorWords();
  const put = (n: number, change: Partial<When>) => onChange(timeline.map((one, at) => (at === n ? { ...one, ...change } : one)));
  return (
    <div className="stack tight">
      <h3>{t('dates')}</h3>
      {timeline.map((one, n) => (
        <div key={n} className="row">
          <Input aria-label={`${t('labelZh')} ${n + 1}`} placeholder={t('labelZh')} value={one.name.zh} maxLength={60} style={{ width: 170 }} onChange={(event) => put(n, { name: { ...one.name, zh: event.target.value } })} />
          <Input aria-label={`${t('labelEn')} ${n + 1}`} placeholder={t('labelEn')} value={one.name.en} maxLength={60} style={{ width: 170 }} onChange={(event) => put(n, { name: { ...one.name, en: event.target.value } })} />
          <DatePicker aria-label={`${t('dates')} ${n + 1}`} allowClear={false} showTime={{ format: 'HH:mm' }} value={dayjs(one.at)} onChange={(at) => at && put(n, { at: at.toISOString() })} />
          <Button type="text" aria-label={`${t('remove')} ${one.name.zh}`} onClick={() => onChange(timeline.filter((_, at) => at !== n))}>
            ✕
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...timeline, { name: { zh: '', en: '' }, at: dayjs().add(1, 'month').startOf('hour').toISOString() }])}>
          {t('add')}
        </Button>
      </div>
    </div>
  );
}
