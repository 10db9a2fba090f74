import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { calls as api, type Answer } from '../../api/client.js';
import { Ask, Empty } from '../../ui/ask.js';
import { When } from '../../ui/when.js';
import { useOfficeWords } from '../words.js';
import type { Call } from './prolong.js';

type Question = Answer<'/api/calls/{call}/questions'>['items'][number];

export default function OfficeQuestions({ call }: { call: Call }) {
  const t = useOfficeWords();
  const questions = api.useQuery('get', '/api/calls/{call}/questions', { params: { path: { call: call.id }, query: { limit: 500 } } });
  return (
    <Ask of={questions}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty text={t('noQuestions')} />
        ) : (
          <div className="stack" style={{ maxWidth: 820 }}>
            {[...items].sort((a, b) => Number(a.answer !== null) - Number(b.answer !== null)).map((question) => (
              <QuestionCard key={question.id} question={question} />
            ))}
          </div>
        )
      }
    </Ask>
  );
}

function QuestionCard({ question: { id, text, askedAt, answer, forAll } }: { question: Question }) {
  const t = useOfficeWords();
  const [said, setSaid] = useState(answer ?? '');
  const [all, setAll] = useState(forAll);
  const send = api.useMutation('post', '/api/questions/{question}/answer');
  return (
    <article className="card stack">
      <div className="row apart">
        <h2>{text}</h2>
        <span className="soft small">
          <When at={askedAt} />
        </span>
      </div>
      {answer !== null ? (
        <p className="prose">{answer}</p>
      ) : (
        <>
          <Input.TextArea aria-label={t('answer')} value={said} autoSize={{ minRows: 2 }} maxLength={5000} onChange={(event) => setSaid(event.target.value)} />
          <div className="row">
            <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
              {t('answerAll')}
            </Checkbox>
            <Button type="primary" disabled={said.trim() === ''} loading={send.isPending} onClick={() => send.mutate({ params: { path: { question: id } }, body: { answer: said.trim(), forAll: all } })}>
              {t('answer')}
            </Button>
          </div>
        </>
      )}
    </article>
  );
}
