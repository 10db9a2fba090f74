import { Link, useNavigate } from '@tanstack/react-router';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { calls as api } from '../../api/client.js';
import { Stages } from '../../public/stages.js';
import { Ask } from '../../ui/ask.js';
import { Page } from '../../ui/page.js';
import { useFigure } from '../../ui/quantity.js';
import { useLanguage } from '../../words.js';
import { useAsked } from './asked.js';
import { Change, Years, type Line, type Report } from './figure-shown.js';
import { useReportWords } from './words.js';

/** The district's figures of a day; each leads to its records. */
export default function InnovationReport() {
  const [t, language, navigate] = [useReportWords(), useLanguage(), useNavigate()];
  const query = useAsked();
  const report = api.useQuery('get', '/api/report', { params: { query } });
  const suffix = new URLSearchParams(query).toString();
  return (
    <Page
      title={t('report')}
      note={report.data?.knownAt && t('known', { at: new Date(report.data.knownAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB') })}
      actions={
        <>
          <label className="row">
            {t('day')}
            <DatePicker value={dayjs(query['day'] ?? report.data?.day)} allowClear={false} onChange={(chosen: dayjs.Dayjs | null) => chosen && void navigate({ to: '/office/report', search: { ...query, day: chosen.format('YYYY-MM-DD') } as never })} />
          </label>
          <a href={`/api/report/table?${suffix}`} download>
            {t('workbook')}
          </a>
          <a href={`/api/report/pdf?${suffix}`} download>
            {t('paper')}
          </a>
        </>
      }
    >
      <Ask of={report} rows={12}>
        {({ sections, chain }) => (
          <div className="stack wide">
            {sections.map((section) => (
              <Section key={section.key} name={section[language]} lines={section.lines} query={query} />
            ))}
            {chain && <Chain of={chain} />}
          </div>
        )}
      </Ask>
    </Page>
  );
}

const hasSome = ({ value, before, target }: Line): boolean => value !== 0 || (before ?? 0) !== 0 || target !== null;

function Section({ name, lines, query }: { name: string; lines: readonly Line[]; query: Record<string, string> }) {
  const [t, language, figure] = [useReportWords(), useLanguage(), useFigure()];
  const rest = lines.filter((line) => !hasSome(line));
  return (
    // It scrolls on a phone, so it can be reached by keyboard.
    <section className="card scroll" tabIndex={0} aria-label={name}>
      <h2>{name}</h2>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('figure')}</th>
            <th scope="col" className="number">{t('value')}</th>
            <th scope="col" className="number">{t('fresh')}</th>
            <th scope="col">{t('change')}</th>
            <th scope="col" className="number">{t('target')}</th>
            <th scope="col">{t('years')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.filter(hasSome).map((line) => (
            <tr key={line.key}>
              <td style={{ minWidth: 180 }}>
                {line[language]}
                <div className="soft small">{line.definition[language]}</div>
              </td>
              <td className="number" style={{ whiteSpace: 'nowrap' }}>
                <Link to={`/office/report/${line.key}`} search={query as never}>
                  {figure(line.value, line.unit)}
                </Link>
                {line.density !== null && <div className="soft small">{t('density', { n: line.density })}</div>}
                {line.intensity !== null && <div className="soft small">{t('intensity', { n: line.intensity })}</div>}
              </td>
              <td className="number">
                {line.of === 'stock' && line.fresh !== 0 && (
                  <Link to={`/office/report/${line.key}`} search={{ ...query, which: 'new' } as never}>
                    +{figure(line.fresh, line.unit)}
                  </Link>
                )}
              </td>
              <td>
                <Change of={line.change} />
              </td>
              <td className="number">{line.target?.percent != null && `${line.target.percent} %`}</td>
              <td>
                <Years of={line.series} label={line[language]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest.length > 0 && <p className="soft small">{`${t('empty')}: ${rest.map((line) => line[language]).join(language === 'zh' ? '、' : ', ')}`}</p>}
    </section>
  );
}

function Chain({ of: { funnel, costs } }: { of: NonNullable<Report['chain']> }) {
  const [t, figure] = [useReportWords(), useFigure()];
  const told: readonly (readonly [string, string])[] = [
    [t('money'), figure(costs.money, 'fen')],
    [t('jobs'), figure(costs.jobs, 'people')],
    [t('tax'), figure(costs.tax, 'fen')],
    [t('perJob'), costs.perJob === null ? '—' : figure(costs.perJob, 'fen')],
    [t('perTax'), costs.perTax === null ? '—' : `¥ ${costs.perTax}`],
  ];
  return (
    <section className="card scroll" tabIndex={0} aria-label={t('chain')}>
      <h2>{t('chain')}</h2>
      <table className="plain">
        <tbody>
          <Stages of={funnel} />
          {told.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td colSpan={2} className="number">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
