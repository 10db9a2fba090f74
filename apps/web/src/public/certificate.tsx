import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useNamed } from '../ui/named.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { Checked } from './checked.js';
import { usePublicWords } from './words.js';

/** What the code on a certificate leads to, for whoever reads it with a phone. */
export default function Certificate() {
  const [t, named, code] = [usePublicWords(), useNamed(), useParam('code')];
  const checked = api.useQuery('get', '/api/certificates/{code}', { params: { path: { code } } });
  return (
    <Page title={t('certificate')} note={code}>
      <Ask of={checked}>
        {(said) =>
          'title' in said ? (
            <Checked
              code={code}
              valid={said.valid}
              facts={[
                [t('contest'), `${named(said.contest)} · ${t('edition', { n: said.edition })}`],
                [t('call'), named(said.call)],
                [t('entry'), said.title],
                [t('organisation'), said.organisation],
                [t('outcome'), named(said.prize)],
                [t('place'), said.place],
              ]}
            />
          ) : (
            <Checked code={code} />
          )
        }
      </Ask>
    </Page>
  );
}
