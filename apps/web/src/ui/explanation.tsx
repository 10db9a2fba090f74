import type { Shown } from '../api/client.js';
import { useLanguage } from '../words.js';
import { useQuantity, useRuleValue } from './rule-value.js';
import { useUiWords } from './words.js';

type Clause = Shown['ClauseExplanationShown'];
type Group = Shown['GroupExplanationShown'];

const MARK = { pass: '✓', fail: '✗', unknown: '？' } as const;
const TONE = { pass: 'good', fail: 'bad', unknown: 'warn' } as const;

/** How a rule judges: each clause, what it asks, what it saw, and what is missing. */
export function Explanation({ of }: { of: Shown['ExplanationShown'] }) {
  const t = useUiWords();
  return (
    <div className="stack tight">
      <div>
        <span className={`tag ${TONE[of.verdict]}`}>{t(of.verdict)}</span>
      </div>
      <GroupLines of={of.root} />
      <p className="soft small">
        {t('source')}: {of.source} · {of.version}
      </p>
    </div>
  );
}

function GroupLines({ of }: { of: Group }) {
  const language = useLanguage();
  return (
    <ul style={{ listStyle: 'none', paddingLeft: 0 }}>
      {of.parts.map((part, n) =>
        'parts' in part ? (
          <li key={n}>
            <span>
              {part[language]} <span className="soft small">({part.passed}/{part.needed})</span>
            </span>
            <div style={{ paddingLeft: 18 }}>
              <GroupLines of={part} />
            </div>
          </li>
        ) : (
          <ClauseLine key={n} of={part} />
        ),
      )}
    </ul>
  );
}

function ClauseLine({ of: { clause, seen, verdict, gap } }: { of: Clause }) {
  const [language, t, valueOf] = [useLanguage(), useUiWords(), useRuleValue()];
  const quantity = useQuantity();
  return (
    <li className="row top" style={{ padding: '3px 0', flexWrap: 'nowrap' }}>
      <span className={TONE[verdict]} aria-label={t(verdict)} role="img" style={{ width: 18 }}>
        {MARK[verdict]}
      </span>
      <span>
        {clause[language]}
        <span className="soft small">
          {' '}
          {/* That a condition holds or not is its mark; only figures and choices are said again. */}
          {seen === null ? t('unknown') : typeof seen === 'boolean' ? '' : `${t('stated')}: ${typeof seen === 'number' ? quantity(seen, clause.unit) : valueOf(seen)}`}
          {gap !== undefined && gap !== 0 && ` · ${t('missing', { gap: quantity(gap, clause.unit) })}`}
          {clause.article !== undefined && ` · ${clause.article}`}
        </span>
      </span>
    </li>
  );
}
