import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { Checked } from './checked.js';
import { usePublicWords } from './words.js';

/** What the code on a graduation certificate leads to. */
export default function Graduate() {
  const [t, code] = [usePublicWords(), useParam('code')];
  const checked = api.useQuery('get', '/api/graduates/{code}', { params: { path: { code } } });
  return (
    <Page title={t('certificate')} note={code}>
      <Ask of={checked}>{(said) => ('firm' in said ? <Checked code={code} valid facts={[[t('graduate'), said.firm], [t('graduateOf'), said.platform], [t('graduatedOn'), said.on]]} /> : <Checked code={code} />)}</Ask>
    </Page>
  );
}
