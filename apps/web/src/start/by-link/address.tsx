import { Button } from 'antd';
import { calls as api } from '../../api/client.js';
import { useParam } from '../../ui/param.js';
import { Page } from '../../ui/page.js';
import { useStartWords } from '../words.js';

export default function Address() {
  const [t, token] = [useStartWords(), useParam('token')];
  const confirm = api.useMutation('post', '/api/addresses/by-link/{token}');
  return (
    <Page title={t('confirmAddress')}>
      {confirm.isSuccess ? (
        <p role="status">{t('addressDone')}</p>
      ) : (
        <div className="card stack" style={{ maxWidth: 480, alignItems: 'flex-start' }}>
          <p>{t('confirmAddressText')}</p>
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate({ params: { path: { token } } })}>
            {t('confirmAddress')}
          </Button>
        </div>
      )}
    </Page>
  );
}
