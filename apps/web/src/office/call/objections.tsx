import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { calls as api } from '../../api/client.js';
import { Ask, Empty } from '../../ui/ask.js';
import { useReason } from '../../ui/reason.js';
import { State } from '../../ui/state.js';
import { Until, When } from '../../ui/when.js';
import { useOfficeWords } from '../words.js';
import type { Call } from './prolong.js';

/** Objections to the results, each to be answered in writing. */
export default function Objections({ call }: { call: Call }) {
  const [t, reason] = [useOfficeWords(), useReason()];
  const objections = api.useQuery('get', '/api/calls/{call}/objections', { params: { path: { call: call.id } } });
  const answer = api.useMutation('post', '/api/objections/{objection}/answer');
  const say = (objection: string, upheld: boolean) => reason(t(upheld ? 'upheld' : 'dismissObjection'), (text) => answer.mutateAsync({ params: { path: { objection } }, body: { upheld, answer: text } }));
  return (
    <Ask of={objections}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty text={t('noObjections')} />
        ) : (
          <div className="stack" style={{ maxWidth: 860 }}>
            {items.map((objection) => (
              <article key={objection.id} className="card stack">
                <div className="row apart">
                  <h2>{objection.entry === null ? t('results') : <Link to={`/office/entries/${objection.entry}`}>{objection.title}</Link>}</h2>
                  <State of={objection.state} />
                </div>
                <p className="prose">{objection.text}</p>
                {'name' in objection && (
                  <p className="soft small">
                    {t('filedBy')}: {String(objection.name)} · {String((objection as { contact?: string }).contact ?? '')} · <When at={objection.filedAt} />
                  </p>
                )}
                {objection.answer !== null ? (
                  <p className="note prose">{objection.answer}</p>
                ) : (
                  <div className="row">
                    <Button type="primary" onClick={() => say(objection.id, true)}>
                      {t('upheld')}
                    </Button>
                    <Button onClick={() => say(objection.id, false)}>{t('dismissObjection')}</Button>
                    <span className="soft small row">
                      <When at={objection.answerBy} /> <Until at={objection.answerBy} />
                    </span>
                  </div>
                )}
              </article>
            ))}
          </div>
        )
      }
    </Ask>
  );
}
