import { Button } from 'antd';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { useEntryWords } from './words.js';

/** The offer of incubation to a winner. */
export default function Offer() {
  const [t, incubatee] = [useEntryWords(), useParam('incubatee')];
  const offer = api.useQuery('get', '/api/incubatees/{incubatee}', { params: { path: { incubatee } } });
  const answer = api.useMutation('post', '/api/incubatees/{incubatee}/answer');
  const say = (accept: boolean) => answer.mutate({ params: { path: { incubatee } }, body: { accept } });
  return (
    <Page title={t('offer')}>
      <Ask of={offer}>
        {({ firm, state, platform }) => (
          <div className="card stack" style={{ maxWidth: 560 }}>
            <p>{t('offerText', { firm: firm ?? '' })}</p>
            {state === 'offered' ? (
              <div className="row">
                <Button type="primary" loading={answer.isPending} onClick={() => say(true)}>
                  {t('acceptOffer')}
                </Button>
                <Button onClick={() => say(false)}>{t('declineOffer')}</Button>
              </div>
            ) : (
              <p role="status">
                <State of={state} /> {platform?.name}
              </p>
            )}
          </div>
        )}
      </Ask>
    </Page>
  );
}
