import { Button } from 'antd';
import { calls as api } from '../api/client.js';
import { useMe } from '../api/session.js';
import { Ask } from '../ui/ask.js';
import { LinkButton } from '../ui/link-button.js';
import { useNamed } from '../ui/named.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { Until, When } from '../ui/when.js';
import { usePublicWords } from './words.js';

/** The public's vote: one a person whose address is verified. */
export default function Vote() {
  const [t, named, round, me] = [usePublicWords(), useNamed(), useParam('round'), useMe()];
  const ballot = api.useQuery('get', '/api/rounds/{round}/ballot', { params: { path: { round } } });
  const vote = api.useMutation('post', '/api/rounds/{round}/votes');
  return (
    <Ask of={ballot}>
      {({ name, until, own, entries }) => (
        <Page title={named(name)} note={until !== null && (<span className="row"><When at={until} /> <Until at={until} /></span>)}>
          <p className="note" style={{ marginBottom: 12 }}>
            {me ? t('voteNote') : t('voteSignIn')}{' '}
            {!me && (
              <LinkButton to="/sign-in" search={{ next: `/rounds/${round}/vote` } as never} size="small">
                {t('voteSignInButton')}
              </LinkButton>
            )}
          </p>
          <ul className="stack tight" style={{ listStyle: 'none', padding: 0, maxWidth: 720 }}>
            {entries.map(({ entry, title }) => (
              <li key={entry} className="card row apart" style={{ padding: '10px 16px' }}>
                <span>{title}</span>
                {own === entry ? (
                  <span className="tag good">{t('voted')}</span>
                ) : (
                  <Button disabled={!me || own !== null} aria-label={`${t('voteFor')}: ${title}`} loading={vote.isPending} onClick={() => vote.mutate({ params: { path: { round } }, body: { entry } })}>
                    {t('voteFor')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Page>
      )}
    </Ask>
  );
}
