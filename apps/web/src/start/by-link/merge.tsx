import { Button } from 'antd';
import { calls as api } from '../../api/client.js';
import { Ask } from '../../ui/ask.js';
import { useParam } from '../../ui/param.js';
import { Page } from '../../ui/page.js';
import { useStartWords } from '../words.js';

export default function Merge() {
  const [t, token] = [useStartWords(), useParam('token')];
  const asked = api.useQuery('get', '/api/merge-requests/by-link/{token}', { params: { path: { token } } });
  const answer = api.useMutation('post', '/api/merge-requests/by-link/{token}');
  const say = (same: boolean) => answer.mutate({ params: { path: { token } }, body: { same } });
  return (
    <Page title={t('mergeTitle')}>
      <Ask of={asked}>
        {({ keeper, state }) =>
          answer.isSuccess || state !== 'asked' ? (
            <p role="status">{t('answered')}</p>
          ) : (
            <div className="card stack" style={{ maxWidth: 520 }}>
              <p>{t('mergeText', { name: keeper })}</p>
              <div className="row">
                <Button type="primary" loading={answer.isPending} onClick={() => say(true)}>
                  {t('same')}
                </Button>
                <Button onClick={() => say(false)}>{t('notSame')}</Button>
              </div>
            </div>
          )
        }
      </Ask>
    </Page>
  );
}
