import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { calls as api } from '../api/client.js';
import { useMe } from '../api/session.js';
import { useLanguage, useOwnWords } from '../words.js';
import { Explanation } from '../ui/explanation.js';
import { useSure } from '../ui/sure.js';
import { When } from '../ui/when.js';
import type { Call, Entry } from './types.js';
import { useEntryWords } from './words.js';

/** What is still missing, whether the rule lets it in, handing it in, and the receipt. */
export function HandIn({ entry, call, writes }: { entry: Entry; call: Call; writes: boolean }) {
  const [t, own, language, me] = [useEntryWords(), useOwnWords(), useLanguage(), useMe()];
  const sure = useSure();
  const [accepted, setAccepted] = useState(false);
  const submit = api.useMutation('post', '/api/entries/{entry}/submit');
  const withdraw = api.useMutation('post', '/api/entries/{entry}/withdraw');
  const form = api.useQuery('get', '/api/calls/{call}/form', { params: { path: { call: call.id }, query: { version: entry.formVersion } } });
  const owns = me?.grants.some(({ role, scope }) => role === 'owner' && scope === entry.project) ?? false;
  const path = { params: { path: { entry: entry.id } } };
  const nameOf = (field: string) => {
    const asked = form.data?.fields.find(({ key }) => key === field.split('.')[0]);
    return asked ? own(asked.label) : field;
  };
  return (
    <div className="stack wide" style={{ maxWidth: 760 }}>
      {writes && (
        <section className="card stack">
          <div>
            <span className={`tag ${entry.mistakes.length === 0 ? 'good' : 'warn'}`}>{entry.mistakes.length === 0 ? t('complete') : t('missing', { count: entry.mistakes.length })}</span>
          </div>
          {entry.mistakes.length > 0 && (
            <ul style={{ paddingLeft: 20 }}>
              {entry.mistakes.map(({ field, words }) => (
                <li key={`${field} ${words.en}`}>
                  {nameOf(field)}: {words[language]}
                </li>
              ))}
            </ul>
          )}
          {entry.eligibility && (
            <>
              <h2>{t('eligible')}</h2>
              <Explanation of={entry.eligibility} />
            </>
          )}
          {call.declaration && (
            <>
              <p className="prose note">{own(call.declaration)}</p>
              <Checkbox checked={accepted} onChange={(event) => setAccepted(event.target.checked)}>
                {t('accept')}
              </Checkbox>
            </>
          )}
          <p className="soft">{owns ? t('submitNote') : t('ownerOnly')}</p>
          {entry.unsentChanges && <p className="note warn">{t('unsent')}</p>}
          {owns && (
            <div className="row">
              <Button type="primary" loading={submit.isPending} disabled={call.declaration !== null && !accepted} onClick={() => submit.mutate({ ...path, body: { declaration: accepted } })}>
                {t(entry.submittedAt === null ? 'submit' : 'submitAgain')}
              </Button>
              <Button danger onClick={() => sure(t('withdraw'), t('withdrawSure'), () => withdraw.mutateAsync(path))}>
                {t('withdraw')}
              </Button>
            </div>
          )}
        </section>
      )}
      {entry.submittedAt !== null && <Receipt entry={entry.id} />}
    </div>
  );
}

function Receipt({ entry }: { entry: string }) {
  const t = useEntryWords();
  const { data } = api.useQuery('get', '/api/entries/{entry}/receipt', { params: { path: { entry } } });
  if (!data) return null;
  const { number, at, timeZone, hash, late } = data.receipt;
  return (
    <section className="card stack" role="status">
      <h2>{t('receipt')}</h2>
      <dl className="facts">
        <dt>{t('receiptNumber', { n: number })}</dt>
        <dd>
          <When at={at} zone={timeZone} /> {late && <span className="tag warn">{t('late')}</span>}
        </dd>
        <dt>{t('receiptHash')}</dt>
        <dd>
          <code className="small">{hash}</code>
        </dd>
      </dl>
      <a href={`/api/entries/${entry}/receipt.pdf`} download>
        {t('receiptPdf')}
      </a>
    </section>
  );
}
