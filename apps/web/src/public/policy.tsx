import { calls as api, type Answer } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Facts } from '../ui/facts.js';
import { Page } from '../ui/page.js';
import { useParam } from '../ui/param.js';
import { useMoney } from '../ui/quantity.js';
import { listed, useLanguage } from '../words.js';
import { usePublicWords } from './words.js';

type Offered = Answer<'/api/policies'>['items'][number];

/** What a policy gives. */
export function Benefit({ of }: { of: Offered['benefit'] }) {
  const [t, money] = [usePublicWords(), useMoney()];
  switch (of.kind) {
    case 'fixed':
      return <p>{money(of.amount)}</p>;
    case 'share':
      return <p>{of.most === null ? t('shareOf', { percent: of.percent }) : t('shareUpTo', { percent: of.percent, most: money(of.most) })}</p>;
    case 'other':
      return <p>{of.words}</p>;
  }
}

/** A policy: what it gives, what it asks, which papers it takes. */
export default function Policy() {
  const [t, code, language, id] = [usePublicWords(), useCodeName(), useLanguage(), useParam('policy')];
  const policy = api.useQuery('get', '/api/policies/{policy}', { params: { path: { policy: id } } });
  return (
    <Ask of={policy}>
      {(of) => (
        <Page title={of.title} crumbs={[{ to: '/policies', name: t('policies') }]} note={`${of.issuer} · ${code(of.level)} · ${of.paper}`}>
          <div className="card stack" style={{ maxWidth: 760 }}>
            <Benefit of={of.benefit} />
            <p className="prose">{of.summary}</p>
            <Facts
              of={[
                [t('window'), `${of.opensOn} – ${of.closesOn ?? ''}`],
                [t('papers'), listed(of.papers)],
              ]}
            />
            <h2>{t('conditions')}</h2>
            <ul style={{ paddingLeft: 18 }}>
              {of.rule.all.map((clause) => (
                <li key={clause.metric}>{clause[language]}</li>
              ))}
              {of.rule.any.length > 0 && (
                <li>
                  {t('anyOf')}
                  <ul style={{ paddingLeft: 18 }}>
                    {of.rule.any.map((clause) => (
                      <li key={clause.metric}>{clause[language]}</li>
                    ))}
                  </ul>
                </li>
              )}
            </ul>
          </div>
        </Page>
      )}
    </Ask>
  );
}
