import { Link } from '@tanstack/react-router';
import { calls as api } from '../api/client.js';
import { useMe } from '../api/session.js';
import { isOffice } from '../shell/pages.js';
import { Ask } from '../ui/ask.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { When } from '../ui/when.js';
import { usePublicWords } from './words.js';

/** The round that a step of a score sheet belongs to: its marks stand there. */
function roundOf(events: readonly { readonly name: string; readonly payload: unknown }[]): string | undefined {
  const sheet = events.find(({ name }) => name.startsWith('sheet:'));
  return (sheet?.payload as { round?: string } | undefined)?.round;
}

/** Everything that happened to a project: each step with who, when and what it announced. */
export default function History() {
  const [t, project] = [usePublicWords(), useParam('project')];
  const office = isOffice(useMe());
  const history = api.useQuery('get', '/api/projects/{project}/history', { params: { path: { project } } });
  return (
    <Ask of={history}>
      {({ title, firm, steps, documents }) => (
        <Page title={title} note={firm} crumbs={[{ to: '/projects', name: t('projects') }]}>
          {/* It scrolls on a phone, so it can be reached by keyboard. */}
          <section className="card scroll" tabIndex={0} aria-label={t('history')}>
            <h2>{t('history')}</h2>
            <table className="plain">
              <tbody>
                {steps.map(({ at, kind, thing, version, command, by, to, events, hash }) => (
                  <tr key={`${thing} ${version}`}>
                    <td style={{ whiteSpace: 'nowrap' }}>
                      <When at={at} />
                    </td>
                    <td>
                      {office && kind === 'entry' ? <Link to={`/office/entries/${thing}`}>{command}</Link> : office && roundOf(events) !== undefined ? <Link to={`/office/rounds/${roundOf(events)!}`} search={{ tab: 'ranking' } as never}>{command}</Link> : command}
                      {events.map(({ name }) => (
                        <span key={name} className="soft small">
                          {' '}
                          {name}
                        </span>
                      ))}
                    </td>
                    <td>{by}</td>
                    <td>
                      <State of={to} />
                    </td>
                    <td>
                      <code className="small soft" title={hash}>
                        {hash.slice(0, 8)}
                      </code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {documents.length > 0 && (
            <section className="card" style={{ marginTop: 16 }}>
              <h2>{t('documents')}</h2>
              {documents.map(({ id, name, addedAt }) => (
                <p key={id}>
                  <a href={`/api/documents/${id}`} download={name}>
                    {name}
                  </a>{' '}
                  <span className="soft small">
                    <When at={addedAt} />
                  </span>
                </p>
              ))}
            </section>
          )}
        </Page>
      )}
    </Ask>
  );
}
