import type { ReactNode } from 'react';
import { usePublicWords } from './words.js';

/** What the code on a paper came to: whether it holds still and what it says, or that there is no such paper. */
export function Checked({ code, valid, facts }: { code: string; valid?: boolean; facts?: readonly (readonly [label: string, value: ReactNode])[] }) {
  const t = usePublicWords();
  return facts ? (
    <div className="card stack" role="status">
      <p className={valid ? 'good' : 'bad'}>{t(valid ? 'certificateTrue' : 'certificateOff')}</p>
      <dl className="facts">
        {facts.map(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label} is`}>{value ?? '—'}</dd>])}
      </dl>
    </div>
  ) : (
    <p className="note bad" role="status">
      {t('certificateFalse', { code })}
    </p>
  );
}
