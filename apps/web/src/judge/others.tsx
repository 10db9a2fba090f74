import { Button, Input } from 'antd';
import { useState } from 'react';
import { calls as api } from '../api/client.js';
import { useNamed } from '../ui/named.js';
import { When } from '../ui/when.js';
import type { Sheet } from './use-sheet.js';
import { useJudgeWords } from './words.js';

/** What other judges marked and said, without names; never before one's own sheet is in. */
export function Others({ sheet }: { sheet: Sheet }) {
  const [t, named] = [useJudgeWords(), useNamed()];
  const [text, setText] = useState('');
  const others = api.useQuery('get', '/api/score-sheets/{sheet}/others', { params: { path: { sheet: sheet.id } } });
  const say = api.useMutation('post', '/api/score-sheets/{sheet}/remarks');
  const nameOf = new Map(sheet.rubric.map(({ key, name }) => [key, named(name)]));
  if (!sheet.discussion) return null;
  return (
    <section className="card stack">
      <h2>{t('others')}</h2>
      {!others.data?.open && <p className="soft">{t('othersHidden')}</p>}
      {others.data?.open && (
        <>
          {others.data.sheets
            .filter(({ judge }) => judge !== 'self')
            .map(({ judge, marks, comment }) => (
              <div key={judge}>
                <b>{judge}</b> <span className="soft">{marks.map(({ criterion, mark }) => `${nameOf.get(criterion) ?? criterion} ${mark}`).join(' · ')}</span>
                {comment !== null && <p className="prose">{comment}</p>}
              </div>
            ))}
          <h3>{t('remark')}</h3>
          {others.data.remarks.map(({ by, text: said, at }) => (
            <p key={at + by}>
              <b>{by}</b> {said}{' '}
              <span className="soft small">
                <When at={at} />
              </span>
            </p>
          ))}
          <Input.TextArea aria-label={t('remark')} value={text} autoSize maxLength={2000} onChange={(event) => setText(event.target.value)} />
          <div>
            <Button size="small" disabled={text.trim() === ''} loading={say.isPending} onClick={() => say.mutate({ params: { path: { sheet: sheet.id } }, body: { text: text.trim() } }, { onSuccess: () => setText('') })}>
              {t('say')}
            </Button>
          </div>
        </>
      )}
      {others.data?.rebuttal && (
        <>
          <h3>{t('rebuttal')}</h3>
          <p className="prose">{others.data.rebuttal}</p>
        </>
      )}
    </section>
  );
}
