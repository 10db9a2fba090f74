import type { Answer } from '../api/client.js';
import { Explanation } from '../ui/explanation.js';
import { useLanguage } from '../words.js';
import { usePlatformWords } from './words.js';

/** What a firm is missing for graduation, and the rule clause by clause. */
export function GapList({ of: { missing, graduation } }: { of: Pick<Answer<'/api/incubatees/{incubatee}'>, 'missing' | 'graduation'> }) {
  const [t, language] = [usePlatformWords(), useLanguage()];
  return (
    <>
      {missing.length === 0 ? (
        <p className="good">{t('allMet')}</p>
      ) : (
        <ul className="stack tight" style={{ paddingLeft: 18 }}>
          {missing.map((gap) => (
            <li key={gap.metric}>
              {gap[language]}
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
