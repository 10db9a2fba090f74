import { Button, Select } from 'antd';
import { useState } from 'react';
import { calls as api, type Shown } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useSure } from '../ui/sure.js';
import { Table } from '../ui/table.js';
import { useLanguage } from '../words.js';
import { useAdminWords } from './words.js';

/** Days off and days worked, by the State Council's notices and by the district. */
export default function Holidays({ runs }: { runs: boolean }) {
  const [t, language, sure] = [useAdminWords(), useLanguage(), useSure()];
  const now = new Date(Date.now()).getFullYear();
  const [year, setYear] = useState(String(now));
  const holidays = api.useQuery('get', '/api/holidays', { params: { query: { year } } });
  const set = api.useMutation('post', '/api/holidays');
  const withdraw = api.useMutation('post', '/api/holidays/{holiday}/withdraw');
  const kind = (worked: boolean) => t(worked ? 'workedDay' : 'dayOff');
  return (
    <div className="stack wide">
      <div className="row">
        <Select aria-label={t('year')} value={year} options={[now - 1, now, now + 1, now + 2].map((one) => ({ value: String(one), label: String(one) }))} onChange={setYear} />
        <span className="soft">{t('holidaysText')}</span>
      </div>
      <Ask of={holidays}>
        {({ published, calendar, own }) => (
          <>
            <Table
              title={t('ownDays')}
              rows={own}
              keyOf={({ id }) => id}
              empty={t('noOwnDays')}
              actions={
                runs && (
                  <Act<Shown['SetHoliday']>
                    name={t('setHoliday')}
                    type="primary"
                    fields={[
                      { key: 'name', label: t('dayName'), as: 'text', most: 60 },
                      { key: 'from', label: t('firstDay'), as: 'day' },
                      { key: 'to', label: t('lastDay'), as: 'day' },
                      { key: 'worked', label: t('workedDay'), help: t('workedHelp'), as: 'yes' },
                      { key: 'paper', label: t('paper'), as: 'text' },
                    ]}
                    send={(body) => set.mutateAsync({ body: { ...body, worked: body.worked ?? false } })}
                  />
                )
              }
              columns={[
                { title: t('dayName'), show: ({ name }) => name },
                { title: t('days'), show: ({ from, to }) => (from === to ? from : `${from} — ${to}`) },
                { title: t('kind'), show: ({ worked }) => kind(worked) },
                { title: t('paper'), show: ({ paper }) => paper },
                ...(runs ? [{ title: t('does'), show: ({ id }: (typeof own)[number]) => <Button size="small" onClick={() => sure(t('withdraw'), t('withdrawText'), () => withdraw.mutateAsync({ params: { path: { holiday: id } } }))}>{t('withdraw')}</Button> }] : []),
              ]}
            />
            <Table
              title={t('stateDays', { year })}
              rows={calendar}
              keyOf={({ day }) => day}
              empty={published ? t('nothing') : t('notPublished', { year })}
              columns={[
                { title: t('day'), show: ({ day }) => day },
                { title: t('dayName'), show: (day) => day[language] },
                { title: t('kind'), show: ({ worked }) => kind(worked) },
              ]}
            />
          </>
        )}
      </Ask>
    </div>
  );
}
