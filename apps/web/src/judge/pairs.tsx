import { Button } from 'antd';
import { calls as api } from '../api/client.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { Ask } from '../ui/ask.js';
import { EntryShown } from '../entry/entry-shown.js';
import { useJudgeWords } from './words.js';

/** Two entries side by side: which is better. The next pair is the one that tells most. */
export function Pairs({ round, titles }: { round: string; titles: ReadonlyMap<string, string> }) {
  const t = useJudgeWords();
  const next = api.useQuery('get', '/api/rounds/{round}/pair', { params: { path: { round } } });
  const compare = api.useMutation('post', '/api/rounds/{round}/comparisons');
  const [one, other] = next.data?.pair ?? [];
  const choose = (better: string | undefined, worse: string | undefined) => better !== undefined && worse !== undefined && compare.mutate({ params: { path: { round } }, body: { better, worse } });
  useShortcuts([
    { keys: 'ArrowLeft', does: `${t('better')} ←`, run: () => choose(one?.entry, other?.entry) },
    { keys: 'ArrowRight', does: `${t('better')} →`, run: () => choose(other?.entry, one?.entry) },
  ]);
  return (
    <section className="stack">
      <h2>{t('pair')}</h2>
      <Ask of={next}>
        {({ pair, done, of }) =>
          pair === null ? (
            <p className="note">{t('pairDone')}</p>
          ) : (
            <>
              <p className="soft">{t('done', { done, of })}</p>
              <div className="halves">
                {pair.map(({ entry, sheet }) => (
                  <div key={entry} className="card stack">
                    <Side sheet={sheet} title={titles.get(entry) ?? ''} />
                    <Button type="primary" size="large" loading={compare.isPending} onClick={() => choose(entry, pair.find((other) => other.entry !== entry)?.entry)}>
                      {t('better')}
                    </Button>
                  </div>
                ))}
              </div>
            </>
          )
        }
      </Ask>
    </section>
  );
}

function Side({ sheet, title }: { sheet: string; title: string }) {
  const shown = api.useQuery('get', '/api/score-sheets/{sheet}', { params: { path: { sheet } } });
  return shown.data ? <EntryShown of={shown.data.entry} call={shown.data.callId} formVersion={shown.data.form} linkOf={(file) => ({ sheet, file })} /> : <h3>{title}</h3>;
}
