import { calls as api, type Answer, type Shown as Bodies } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useChoices } from '../ui/codes.js';
import { Explanation } from '../ui/explanation.js';
import { useQuantity, useRuleValue } from '../ui/rule-value.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { useLanguage } from '../words.js';
import { Registered } from './registered.js';
import { useFirmWords } from './words.js';

type Judged = Answer<'/api/firms/{firm}/qualifications'>;
type Rule = Judged['rules'][number];

/** What a firm holds, and of everything else what it is missing. */
export default function Qualifications({ project }: { project: string }) {
  return <Registered project={project}>{(firm) => <OfFirm firm={firm} />}</Registered>;
}

function OfFirm({ firm }: { firm: string }) {
  const [t, language] = [useFirmWords(), useLanguage()];
  const judged = api.useQuery('get', '/api/firms/{firm}/qualifications', { params: { path: { firm } } });
  return (
    <Ask of={judged} rows={10}>
      {({ rules, claims }) => (
        <div className="stack wide">
          <Table
            title={t('claims')}
            rows={claims}
            keyOf={({ id }) => id}
            empty={t('nothing')}
            columns={[
              { title: t('qualifications'), show: ({ key }) => rules.find((rule) => rule.key === key)?.title[language] ?? key },
              { title: t('certificateNo'), show: ({ number }) => number ?? '—' },
              { title: t('issuedOn'), show: ({ issuedOn }) => issuedOn ?? '—' },
              { title: t('expiresOn'), show: ({ expiresOn }) => expiresOn ?? '—' },
              { title: t('state'), show: ({ state }) => <State of={state} kind="qualification" /> },
            ]}
          />
          <div className="halves">
            {[...rules].sort((a, b) => effort(a) - effort(b)).map((rule) => (
              <Missing key={rule.key} of={rule} firm={firm} />
            ))}
          </div>
        </div>
      )}
    </Ask>
  );
}

/** The nearest first. */
const effort = ({ verdict, gaps }: Rule): number => (verdict === 'pass' ? -1 : gaps.reduce((sum, gap) => sum + gap.effort, 0));

function Missing({ of: rule, firm }: { of: Rule; firm: string }) {
  const [t, language, quantity, valueOf, choices] = [useFirmWords(), useLanguage(), useQuantity(), useRuleValue(), useChoices()];
  const claim = api.useMutation('post', '/api/firms/{firm}/qualifications');
  const said = (value: unknown, unit: string | null) => (typeof value === 'number' ? quantity(value, unit ?? undefined) : typeof value === 'string' ? valueOf(value) : '');
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{rule.title[language]}</h2>
        <State of={rule.verdict} />
      </div>
      {rule.score !== null && <p className="soft">{t('marks', { low: rule.score.low, high: rule.score.high })}</p>}
      {rule.verdict === 'pass' ? (
        <p>{t('nothingMissing')}</p>
      ) : (
        <>
          <h3>{t('missingFor')}</h3>
          <ul className="stack tight" style={{ paddingLeft: 18 }}>
            {rule.gaps.map((gap) => (
              <li key={gap.metric}>
                {gap[language]}
                <span className="soft small">
                  {' '}
                  {gap.seen !== null && typeof gap.seen !== 'boolean' && t('seen', { n: said(gap.seen, gap.unit) })}
                  {gap.missing !== null && gap.missing !== 0 && ` · ${said(gap.missing, gap.unit)}`}
                </span>
              </li>
            ))}
            {rule.ways.slice(0, 5).map((way) => (
              <li key={way.metric}>
                {way[language]} <span className="soft small">+{way.missing} · {t('brings', { n: way.brings })}</span>
              </li>
            ))}
            {rule.gaps.length + rule.ways.length === 0 && rule.why.map((why, n) => <li key={n}>{why[language]}</li>)}
          </ul>
        </>
      )}
      <details>
        <summary>{t('allClauses')}</summary>
        <Explanation of={rule.explanation} />
      </details>
      <div className="row apart">
        <span className="soft small">{t('dependsOn', { rule: rule.rule, version: rule.version, source: rule.source })}</span>
        <Act<Bodies['ClaimQualification']> name={t('apply')} fields={[{ key: 'kind', label: t('kind'), as: { one: choices(['first', 're-review']) } }]} initial={{ kind: rule.kind }} send={(body) => claim.mutateAsync({ params: { path: { firm } }, body: { ...body, key: rule.key } })} />
      </div>
    </section>
  );
}
