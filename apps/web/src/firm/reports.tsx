import { Button } from 'antd';
import { useState } from 'react';
import { calls as api, type Answer } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useMoney } from '../ui/quantity.js';
import { Table } from '../ui/table.js';
import { Until, When } from '../ui/when.js';
import { ReportForm } from './report-form.js';
import { useFirmWords } from './words.js';
import { listed } from '../words.js';

type Filed = Answer<'/api/incubatees/{incubatee}/reports'>['items'][number];

/** The report that is due, beside what was said last time, and all that were handed in. */
export function Reports({ incubatee }: { incubatee: string }) {
  const [t, money] = [useFirmWords(), useMoney()];
  const [corrects, setCorrects] = useState<Filed | null>(null);
  const path = { params: { path: { incubatee } } };
  const next = api.useQuery('get', '/api/incubatees/{incubatee}/reports/next', path, { retry: false });
  const filed = api.useQuery('get', '/api/incubatees/{incubatee}/reports', path);
  const file = api.useMutation('post', '/api/incubatees/{incubatee}/reports', { meta: { ownProblems: true } });
  const correct = api.useMutation('put', '/api/incubatees/{incubatee}/reports/{period}', { meta: { ownProblems: true } });
  return (
    <div className="stack wide">
      <Ask of={next} rows={8}>
        {({ period, dueOn, late, fields, last, figures }) => (
          <>
            {corrects === null ? (
              <section className="card stack" key={period}>
                <div className="row apart">
                  <h2>{t('nextReport', { period })}</h2>
                  <span className="row soft">
                    {t('dueOn')} {dueOn} <Until at={`${dueOn}T23:59:59+08:00`} />
                  </span>
                </div>
                {late.length > 0 && <p className="note bad">{t('lateReports', { periods: listed(late) })}</p>}
                <ReportForm fields={fields} headings={[last === null ? '—' : t('lastTime', { period: last }), t('thisTime', { period })]} before={figures} initial={onlyStocks(fields, figures)} send={(body) => file.mutateAsync({ ...path, body: { ...body, period } as never })} name={t('file')} />
              </section>
            ) : (
              <section className="card stack" key={`correct ${corrects.period}`}>
                <h2>{t('correctionOf', { period: corrects.period })}</h2>
                <ReportForm
                  fields={fields}
                  headings={[t('before'), t('correctionOf', { period: corrects.period })]}
                  before={corrects.figures}
                  initial={corrects.figures}
                  asksReason
                  send={(body) => correct.mutateAsync({ params: { path: { incubatee, period: corrects.period } }, body: body as never }).then(() => setCorrects(null))}
                  name={t('correct')}
                  cancel={() => setCorrects(null)}
                />
              </section>
            )}
          </>
        )}
      </Ask>
      <Ask of={filed}>
        {({ items }) => (
          <Table
            title={t('filedReports')}
            rows={items.filter(({ current }) => current)}
            keyOf={({ period, version }) => `${period} ${version}`}
            empty={t('noReports')}
            columns={[
              { title: t('quarter'), show: ({ period }) => period },
              { title: t('revenue'), number: true, show: ({ figures }) => money(figures['revenue']) },
              { title: t('research'), number: true, show: ({ figures }) => money(figures['research']) },
              { title: t('staff'), number: true, show: ({ figures }) => figures['staff'] ?? '—' },
              { title: t('version'), show: ({ version, reason }) => (reason === null ? version : `${version} · ${reason}`) },
              { title: t('by'), show: ({ by }) => by ?? '—' },
              { title: t('reportedAt'), show: ({ reportedAt }) => <When at={reportedAt} dateOnly /> },
              {
                title: t('correct'),
                show: (one) => (
                  <Button size="small" onClick={() => setCorrects(one)}>
                    {t('correct')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Ask>
    </div>
  );
}

/** What stood at the end of the last period probably stands still; what belonged to it does not. */
function onlyStocks(fields: Answer<'/api/incubatees/{incubatee}/reports/next'>['fields'], figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(fields.flatMap(({ key, as }) => (as === 'stock' && figures[key] !== undefined ? [[key, figures[key]]] : [])));
}
