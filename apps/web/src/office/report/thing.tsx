import { Link } from '@tanstack/react-router';
import { calls as api } from '../../api/client.js';
import { Ask } from '../../ui/ask.js';
import { MailsAbout } from '../../ui/mails-about.js';
import { Page } from '../../ui/page.js';
import { useParam } from '../../ui/param.js';
import { State } from '../../ui/state.js';
import { When } from '../../ui/when.js';
import { useReportWords } from './words.js';

/** What was done to what a record is of, and how figures knew it over time. */
export default function Thing() {
  const [t, thing] = [useReportWords(), useParam('thing')];
  const history = api.useQuery('get', '/api/figures/history/{thing}', { params: { path: { thing } } });
  return (
    <Ask of={history}>
      {({ kind, project, steps, records }) => (
        <Page title={records.at(-1)?.title || kind} crumbs={[{ to: '/office/report', name: t('report') }]} note={project && <Link to={`/projects/${project}`}>{t('project')} →</Link>} actions={<MailsAbout thing={thing} />}>
          <div className="stack wide">
            <section className="card scroll" tabIndex={0} aria-label={t('steps')}>
              <h2>{t('steps')}</h2>
              <table className="plain">
                <tbody>
                  {steps.map(({ version, command, at, to, events }) => (
                    <tr key={version}>
                      <td style={{ whiteSpace: 'nowrap' }}>
                        <When at={at} />
                      </td>
                      <td>
                        {command} <span className="soft small">{events.map(({ name }) => name).join(' ')}</span>
                      </td>
                      <td>
                        <State of={to} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
            <section className="card scroll" tabIndex={0} aria-label={t('versions')}>
              <h2>{t('versions')}</h2>
              <table className="plain">
                <thead>
                  <tr>
                    {(['record', 'sort', 'on', 'until', 'knownFrom', 'knownTo'] as const).map((key) => (
                      <th scope="col" key={key}>{t(key)}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {records.map(({ id, title, source, sort, on, until, knownFrom, knownTo }) => (
                    <tr key={id}>
                      <td>{title}</td>
                      <td>{`${source} ${sort}`}</td>
                      <td>{on}</td>
                      <td>{until}</td>
                      <td>
                        <When at={knownFrom} />
                      </td>
                      <td>{knownTo && <When at={knownTo} />}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </div>
        </Page>
      )}
    </Ask>
  );
}
