import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { InputNumber } from 'antd';
import { calls as api, type Answer, type Shown } from '../api/client.js';
import { holds, useMe } from '../api/session.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import type { FieldOf } from '../ui/field.js';
import { Page } from '../ui/page.js';
import { useFigure } from '../ui/quantity.js';
import { Table } from '../ui/table.js';
import { useLanguage } from '../words.js';
import { useDistrictWords } from './words.js';

type Target = Answer<'/api/targets'>['items'][number];

/** What figures are to be at the end of a year, how far they are, and where they will probably be. */
export default function Targets() {
  const [t, language, figure, me, navigate] = [useDistrictWords(), useLanguage(), useFigure(), useMe(), useNavigate()];
  const { year = String(new Date(Date.now()).getFullYear()) } = useSearch({ strict: false }) as { year?: string };
  const runs = holds(me, 'administrator');
  const targets = api.useQuery('get', '/api/targets', { params: { query: { year } } });
  const figures = api.useQuery('get', '/api/figures', { params: { query: {} } });
  const set = api.useMutation('post', '/api/targets');
  const choices = figures.data?.items.map((one) => ({ value: one.key, label: one[language] })) ?? [];
  const isMoney = (key: string | undefined) => figures.data?.items.find((one) => one.key === key)?.unit === 'fen';
  return (
    <Page
      title={t('targets')}
      actions={
        <>
          <label className="row">
            {t('year')}
            <InputNumber value={Number(year)} min={2000} max={2100} precision={0} onChange={(chosen) => chosen !== null && void navigate({ to: '.', search: { year: String(chosen) } as never, replace: true })} />
          </label>
          {runs && (
            <Act<Pick<Shown['SetTarget'], 'figure' | 'value' | 'place' | 'paper'>>
              name={t('setTarget')}
              type="primary"
              fields={[
                { key: 'figure', label: t('figure'), as: { one: choices } },
                { key: 'value', label: t('target'), as: 'decimal', least: 0 },
                { key: 'place', label: t('place'), as: 'text', optional: true },
                { key: 'paper', label: t('paper'), as: 'text', optional: true },
              ]}
              send={(body) => set.mutateAsync({ body: { ...body, year, value: isMoney(body.figure) ? Math.round(body.value * 100) : body.value } })}
            />
          )}
        </>
      }
    >
      <div className="stack wide">
        <Ask of={targets}>
          {({ items }) => (
            <Table
              title={t('targets')}
              rows={items}
              keyOf={({ id }) => id}
              empty={t('nothing')}
              columns={[
                { title: t('figure'), show: (one) => <Link to={`/office/report/${one.figure}`}>{one[language]}</Link> },
                { title: t('place'), show: ({ place }) => place ?? t('district') },
                { title: t('target'), number: true, show: ({ target, unit }) => figure(target, unit) },
                { title: t('value'), number: true, show: ({ value, unit }) => (value === null ? '—' : figure(value, unit)) },
                { title: t('reached'), show: ({ percent }) => <Reached percent={percent} /> },
                { title: t('projection'), number: true, show: ({ projection, unit }) => (projection === null ? '—' : <span title={t('between', { low: figure(projection.low, unit), high: figure(projection.high, unit) })}>{figure(projection.value, unit)}</span>) },
                { title: t('paper'), show: ({ paper }) => paper ?? '—' },
                ...(runs ? [{ title: t('change'), show: (one: Target) => <ChangeTarget of={one} /> }] : []),
              ]}
            />
          )}
        </Ask>
        <LateTasks />
      </div>
    </Page>
  );
}

function Reached({ percent }: { percent: number | null }) {
  if (percent === null) return <>—</>;
  return (
    <div style={{ minWidth: 110 }}>
      <div className="bar">
        <i style={{ width: `${Math.min(100, percent)}%` }} />
      </div>
      <span className="small">{percent} %</span>
    </div>
  );
}

function ChangeTarget({ of: { id, target, unit } }: { of: Target }) {
  const t = useDistrictWords();
  const change = api.useMutation('post', '/api/targets/{target}/change');
  const field: FieldOf<'value'> = { key: 'value', label: t('target'), as: unit === 'fen' ? 'yuan' : 'decimal', least: 0 };
  return <Act<Shown['ChangeTarget']> name={t('change')} size="small" initial={{ value: target }} fields={[field]} send={(body) => change.mutateAsync({ params: { path: { target: id } }, body })} />;
}

function LateTasks() {
  const t = useDistrictWords();
  const late = api.useQuery('get', '/api/plans/late');
  return (
    <Ask of={late}>
      {({ items }) => (
        <Table
          title={t('lateTasks')}
          rows={items}
          keyOf={({ id }) => id}
          empty={t('nothing')}
          columns={[
            { title: t('task'), show: ({ plan, title }) => `${plan.title} · ${title}` },
            { title: t('owner'), show: ({ owner }) => owner },
            { title: t('dueOn'), show: ({ dueOn }) => dueOn },
            { title: t('daysLate'), number: true, show: ({ daysLate }) => daysLate },
          ]}
        />
      )}
    </Ask>
  );
}
