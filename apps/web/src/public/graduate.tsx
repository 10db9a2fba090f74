import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { usePublicWords } from './words.js';

/** What the code on a graduation certificate leads to. */
export default function Graduate() {
  const [t, code] = [usePublicWords(), useParam('code')];
  const checked = api.useQuery('get', '/api/graduates/{code}', { params: { path: { code } } });
  return (
    <Page title={t('certificate')} note={code}>
      <Ask of={checked}>
        {(said) =>
          'firm' in said ? (
            <div className="card stack" role="status">
              <p className="good">{t('certificateTrue')}</p>
              <dl className="facts">
                <dt>{t('graduate')}</dt>
                <dd>{said.firm}</dd>
                <dt>{t('graduateOf')}</dt>
                <dd>{said.platform ?? '—'}</dd>
                <dt>{t('graduatedOn')}</dt>
                <dd>{said.on}</dd>
              </dl>
            </div>
          ) : (
            <p className="note bad" role="status">
              {t('certificateFalse', { code })}
            </p>
          )
        }
      </Ask>
    </Page>
  );
}
