import { Button } from 'antd';
import type { Drafting } from '../ui/draft/use-draft.js';
import { useAnswerWords } from './words.js';

const shown = (value: unknown): string => (typeof value === 'string' ? value : value === undefined || value === null ? '—' : JSON.stringify(value, null, 1));

/** Fields that someone else changed meanwhile: both versions, and which one is to stand. */
export function Conflicts({ of: { conflicts, draft }, nameOf }: { of: Drafting; nameOf: (field: string) => string }) {
  const t = useAnswerWords();
  return conflicts.map((conflict) => (
    <section key={conflict.field} className="note warn stack" role="alert">
      <p>{t('conflict', { field: nameOf(conflict.field) })}</p>
      <div className="compare">
        {([['theirs', 'keepTheirs'], ['yours', 'keepMine']] as const).map(([which, take]) => (
          <div key={which} className="card stack tight">
            <h3>{t(which === 'theirs' ? 'theirs' : 'mineVersion')}</h3>
            <p className="prose">{shown(conflict[which])}</p>
            <div>
              <Button size="small" onClick={() => draft.settle(conflict, conflict[which])}>
                {t(take)}
              </Button>
            </div>
          </div>
        ))}
      </div>
    </section>
  ));
}
