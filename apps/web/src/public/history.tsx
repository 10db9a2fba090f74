import { Link } from '@tanstack/react-router';
import { calls as api } from '../api/client.js';
import { useMe } from '../api/session.js';
import { isOffice } from '../shell/pages.js';
import { Ask } from '../ui/ask.js';
import { useParam } from '../ui/param.js';
import { MailsAbout } from '../ui/mails-about.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { When } from '../ui/when.js';
import { usePublicWords } from './words.js';

/** Where the office sees more of a step: the entry, or the round in which a score sheet's marks stand. */
function placeOf(kind: string, thing: string, events: readonly { readonly name: string; readonly payload: unknown }[]): string | undefined {
  const round = (events.find(({ name }) => name.startsWith('sheet:'))?.payload as { round?: string } | undefined)?.round;
  return kind === 'entry' ? `/office/entries/${thing}` : round && `/office/rounds/${round}?tab=ranking`;
}

/** Everything that happened to a project: each step with who, when and what it announced. */
export default function History() {
  const [t, project] = [usePublicWords(), useParam('project')];
  const office = isOffice(useMe());
  const history = api.useQuery('get', '/api/projects/{project}/history', { params: { path: { project } } });
  return (
    <Ask of={history}>
      {({ title, firm, steps, documents }) => (
        <Page title={title} note={firm} actions={<MailsAbout thing={project} />} crumbs={[{ to: '/projects', name: t('projects') }]}>
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
                      <Step name={command} to={office ? placeOf(kind, thing, events) : undefined} />
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

const Step = ({ name, to }: { name: string; to: string | undefined }) => (to === undefined ? name : <Link to={to}>{name}</Link>);
