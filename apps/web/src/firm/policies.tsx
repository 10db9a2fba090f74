import { calls as api, type Answer, type Shown as Bodies } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask, Empty } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Explanation } from '../ui/explanation.js';
import { Facts } from '../ui/facts.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { Registered } from './registered.js';
import { useFirmWords } from './words.js';

type Offer = Answer<'/api/firms/{firm}/policies'>['items'][number];

/** The policies that a firm may claim, those it qualifies for first. */
export default function Policies({ project }: { project: string }) {
  return <Registered project={project}>{(firm) => <OfFirm firm={firm} />}</Registered>;
}

const rank = ({ verdict, inWindow }: Offer): number => ({ pass: 0, unknown: 1, fail: 2 })[verdict] + (inWindow ? 0 : 3);

function OfFirm({ firm }: { firm: string }) {
  const t = useFirmWords();
  const policies = api.useQuery('get', '/api/firms/{firm}/policies', { params: { path: { firm } } });
  return (
    <Ask of={policies}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty text={t('noPolicies')} />
        ) : (
          <div className="halves">
            {[...items].sort((a, b) => rank(a) - rank(b)).map((offer) => (
              <Policy key={offer.id} of={offer} firm={firm} />
            ))}
          </div>
        )
      }
    </Ask>
  );
}

function Policy({ of, firm }: { of: Offer; firm: string }) {
  const [t, code, money] = [useFirmWords(), useCodeName(), useMoney()];
  const claim = api.useMutation('post', '/api/firms/{firm}/policies');
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{of.title}</h2>
        {of.claim !== null ? <State of={of.claim.state} kind="policy-claim" /> : of.inWindow ? <State of={of.verdict} /> : <span className="tag">{t('notInWindow')}</span>}
      </div>
      {of.worth !== null && <p>{t('worth', { amount: money(of.worth) })}</p>}
      <Facts
        of={[
          [t('issuer'), `${of.issuer} · ${code(of.level)} · ${of.paper}`],
          [t('window'), `${of.opensOn} – ${of.closesOn ?? ''}`],
          [t('automatic'), of.automatic ? '✓' : null],
        ]}
      />
      <Explanation of={of.explanation} />
      {of.claim === null && of.inWindow && !of.automatic && (
        <Act<Bodies['ClaimPolicy']> name={t('apply')} type={of.verdict === 'pass' ? 'primary' : 'default'} fields={of.papers.length > 0 ? [{ key: 'papers', label: t('papersNeeded'), as: { some: of.papers.map((paper) => ({ value: paper, label: paper })) } }] : []} send={(body) => claim.mutateAsync({ params: { path: { firm } }, body: { ...body, policy: of.id } })} />
      )}
    </section>
  );
}
