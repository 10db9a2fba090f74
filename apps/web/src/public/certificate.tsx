import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { usePublicWords } from './words.js';

/** What the code on a certificate leads to, for whoever reads it with a phone. */
export default function Certificate() {
  const [t, code] = [usePublicWords(), useParam('code')];
  const checked = api.useQuery('get', '/api/certificates/{code}', { params: { path: { code } } });
  return (
    <Page title={t('certificate')} note={code}>
      <Ask of={checked}>
        {(said) =>
          'title' in said ? (
            <div className="card stack" role="status">
              <p className={said.valid ? 'good' : 'bad'}>{t(said.valid ? 'certificateTrue' : 'certificateOff')}</p>
              <dl className="facts">
                <dt>{t('contest')}</dt>
                <dd>
                  {said.contest} · {t('edition', { n: said.edition })}
                </dd>
                <dt>{t('call')}</dt>
                <dd>{said.call}</dd>
                <dt>{t('entry')}</dt>
                <dd>{said.title}</dd>
                <dt>{t('organisation')}</dt>
                <dd>{said.organisation ?? '—'}</dd>
                <dt>{t('outcome')}</dt>
                <dd>{said.prize}</dd>
                <dt>{t('place')}</dt>
                <dd>{said.place}</dd>
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
