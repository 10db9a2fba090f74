import { Button, Input } from 'antd';
import { useState } from 'react';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { When } from '../ui/when.js';
import { usePublicWords } from './words.js';

/** What was asked and answered for all, and a place to ask. */
export function Questions({ call, canAsk }: { call: string; canAsk: boolean }) {
  const t = usePublicWords();
  const [text, setText] = useState('');
  const questions = api.useQuery('get', '/api/calls/{call}/questions', { params: { path: { call }, query: { limit: 200 } } });
  const ask = api.useMutation('post', '/api/calls/{call}/questions');
  const send = () => ask.mutate({ params: { path: { call } }, body: { text } }, { onSuccess: () => setText('') });
  return (
    <section className="card">
      <h2>{t('questions')}</h2>
      <Ask of={questions}>
        {({ items }) => (
          <div className="stack">
            {items.length === 0 && <p className="soft">{t('noQuestions')}</p>}
            {items.map(({ id, text: asked, answer, askedAt }) => (
              <div key={id}>
                <h3>{asked}</h3>
                <p className="prose">{answer ?? <span className="tag">{t('waiting')}</span>}</p>
                <span className="soft small">
                  <When at={askedAt} dateOnly />
                </span>
              </div>
            ))}
          </div>
        )}
      </Ask>
      {canAsk && (
        <div className="stack tight" style={{ marginTop: 14, alignItems: 'flex-start' }}>
          <Input.TextArea aria-label={t('question')} placeholder={t('question')} value={text} maxLength={2000} autoSize={{ minRows: 2 }} onChange={(event) => setText(event.target.value)} />
          <span className="soft small">{ask.isSuccess && text === '' ? t('asked') : t('askHelp')}</span>
          <Button disabled={text.trim() === ''} loading={ask.isPending} onClick={send}>
            {t('ask')}
          </Button>
        </div>
      )}
    </section>
  );
}
