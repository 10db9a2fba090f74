import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { When } from '../ui/when.js';
import { usePublicWords } from './words.js';

export default function Receipt() {
  const [t, hash] = [usePublicWords(), useParam('hash')];
  const known = api.useQuery('get', '/api/receipts/{hash}', { params: { path: { hash } } });
  return (
    <Page title={t('receipt')} note={<code className="small">{hash}</code>}>
      <Ask of={known}>
        {(said) => (
          <div className="card" role="status">
            {'at' in said ? (
              <p className="good">
                {t('receiptTrue', { n: said.number })} <When at={said.at} />
              </p>
            ) : (
              <p className="bad">{t('receiptFalse')}</p>
            )}
          </div>
        )}
      </Ask>
    </Page>
  );
}
