import type { Answer } from '../api/client.js';
import { Explanation } from '../ui/explanation.js';
import { useQuantity } from '../ui/rule-value.js';
import { useLanguage } from '../words.js';
import { usePlatformWords } from './words.js';

/** What a firm is missing for graduation, and the rule clause by clause. */
export function GapList({ of: { missing, graduation } }: { of: Pick<Answer<'/api/incubatees/{incubatee}'>, 'missing' | 'graduation'> }) {
  const [t, language, quantity] = [usePlatformWords(), useLanguage(), useQuantity()];
  return (
    <>
      {missing.length === 0 ? (
        <p className="good">{t('allMet')}</p>
      ) : (
        <ul className="stack tight" style={{ paddingLeft: 18 }}>
          {missing.map((gap) => (
            <li key={gap.metric}>
              {gap[language]} {gap.missing !== null && <span className="tag warn">{`${t('missing')} ${quantity(gap.missing, undefined)}`}</span>}
            </li>
          ))}
        </ul>
      )}
      {graduation && (
        <details>
          <summary>{graduation.root[language]}</summary>
          <Explanation of={graduation} />
        </details>
      )}
    </>
  );
}
