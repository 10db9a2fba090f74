import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { calls as api } from '../../api/client.js';
import { Ask } from '../../ui/ask.js';
import { useNamed } from '../../ui/named.js';
import { useParam } from '../../ui/param.js';
import { Page } from '../../ui/page.js';
import { State } from '../../ui/state.js';
import { Until, When } from '../../ui/when.js';
import { useStartWords } from '../words.js';

export default function Judge() {
  const [t, named, token] = [useStartWords(), useNamed(), useParam('token')];
  const [most, setMost] = useState<number | null>(null);
  const invitation = api.useQuery('get', '/api/judge-invitations/by-link/{token}', { params: { path: { token } } });
  const answer = api.useMutation('post', '/api/judge-invitations/by-link/{token}');
  const say = (accept: boolean) => answer.mutate({ params: { path: { token } }, body: { accept, ...(most !== null && { maxEntries: most }) } });
  return (
    <Page title={t('inviteTitle')}>
      <Ask of={invitation}>
        {({ call, contest, edition, state, respondBy }) => (
          <div className="card stack" style={{ maxWidth: 560 }}>
            <p>{t('inviteText', { contest: named(contest), edition, call: named(call) })}</p>
            {state === 'invited' || state === 'lapsed' ? (
              <>
                {respondBy !== null && (
                  <p className="row">
                    {t('by')} <When at={respondBy} /> <Until at={respondBy} />
                  </p>
                )}
                <label className="stack tight">
                  {t('most')}
                  <InputNumber min={1} max={1000} value={most} onChange={setMost} />
                </label>
                <div className="row">
                  <Button type="primary" loading={answer.isPending} onClick={() => say(true)}>
                    {t('accept')}
                  </Button>
                  <Button onClick={() => say(false)}>{t('decline')}</Button>
                </div>
              </>
            ) : (
              <p role="status">
                {t('answered')} <State of={state} />
              </p>
            )}
          </div>
        )}
      </Ask>
    </Page>
  );
}
