import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { calls as api } from '../api/client.js';
import { useMe } from '../api/session.js';
import { usePlanWords } from '../public/round-plans.js';
import { Ask, Empty } from '../ui/ask.js';
import { useNamed } from '../ui/named.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { Until, When } from '../ui/when.js';
import { useJudgeWords } from './words.js';

/** A judge's invitations and rounds. */
export default function Judging() {
  const t = useJudgeWords();
  return (
    <Page title={t('judging')}>
      <div className="stack wide">
        <Rounds />
        <Invitations />
      </div>
    </Page>
  );
}

function Rounds() {
  const [t, plan, named] = [useJudgeWords(), usePlanWords(), useNamed()];
  const rounds = api.useQuery('get', '/api/judging');
  return (
    <section>
      <h2>{t('rounds')}</h2>
      <Ask of={rounds}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('noRounds')} />
          ) : (
            <div className="cards">
              {items.map(({ id, name, callName, contest, edition, state, way, kind, pitchDay, done, of, judgeBy, timeZone }) => (
                <article key={id} className="card stack tight">
                  <div className="row apart">
                    <span className="soft small">
                      {named(contest)} {edition} · {named(callName)}
                    </span>
                    <State of={state} />
                  </div>
                  <h3 style={{ fontSize: 16 }}>
                    <Link to={`/judging/rounds/${id}`}>{named(name)}</Link> {kind === 'calibration' && <span className="tag">{t('calibration')}</span>} {pitchDay && <span className="tag on">{t('pitchDay')}</span>}
                  </h3>
                  <span className="soft small">{plan(way)}</span>
                  <div className="bar" aria-hidden="true">
                    <i style={{ width: `${(100 * done) / Math.max(1, of)}%` }} />
                  </div>
                  <div className="row apart">
                    <span>{t('done', { done, of })}</span>
                    {judgeBy !== null && state === 'judging' && (
                      <span className="soft small">
                        <When at={judgeBy} zone={timeZone} /> <Until at={judgeBy} />
                      </span>
                    )}
                  </div>
                  <Link to={pitchDay && state === 'judging' ? `/judging/rounds/${id}/pitch` : `/judging/rounds/${id}`}>{t(state !== 'judging' ? 'look' : done === 0 ? 'go' : 'goOn')} →</Link>
                </article>
              ))}
            </div>
          )
        }
      </Ask>
    </section>
  );
}

function Invitations() {
  const [t, named, me] = [useJudgeWords(), useNamed(), useMe()];
  const invitations = api.useQuery('get', '/api/judge-invitations', { params: { query: { limit: 200 } } });
  const calls = api.useQuery('get', '/api/calls', { params: { query: { limit: 1000 } } });
  const answer = api.useMutation('post', '/api/judge-invitations/{invitation}/answer');
  const say = (invitation: string, accept: boolean) => answer.mutate({ params: { path: { invitation } }, body: { accept } });
  return (
    <section>
      <h2>{t('invitations')}</h2>
      <Ask of={invitations}>
        {({ items }) => {
          const own = items.filter(({ judge }) => judge === me?.id);
          if (own.length === 0) return <Empty text={t('noInvitations')} />;
          return (
            <div className="card scroll">
              <table className="plain">
                <tbody>
                  {own.map(({ id, call, callName, state, respondBy }) => (
                    <tr key={id}>
                      <td>
                        <Link to={`/calls/${call}`}>{named(callName)}</Link>
                      </td>
                      <td>
                        <State of={state} />
                      </td>
                      <td>
                        {state === 'invited' && respondBy !== null && (
                          <span className="soft small">
                            {t('respondBy')} <When at={respondBy} /> <Until at={respondBy} />
                          </span>
                        )}
                      </td>
                      <td style={{ textAlign: 'right' }}>
                        {(state === 'invited' || state === 'lapsed') && (
                          <span className="row" style={{ justifyContent: 'flex-end' }}>
                            <Button size="small" type="primary" onClick={() => say(id, true)}>
                              {t('accept')}
                            </Button>
                            <Button size="small" onClick={() => say(id, false)}>
                              {t('decline')}
                            </Button>
                          </span>
                        )}
                        {state === 'accepted' && calls.data?.items.find((one) => one.id === call)?.state === 'closed' && <Link to={`/judging/invitations/${id}`}>{t('declare')}</Link>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          );
        }}
      </Ask>
    </section>
  );
}
