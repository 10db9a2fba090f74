import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { calls as api } from '../api/client.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { Ask } from '../ui/ask.js';
import { Saving } from '../ui/draft/saving.js';
import { useNamed } from '../ui/named.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { useReason } from '../ui/reason.js';
import { State } from '../ui/state.js';
import { Until } from '../ui/when.js';
import { Conflicts } from '../entry/conflicts.js';
import { EntryShown } from '../entry/entry-shown.js';
import { Marks } from './marks.js';
import { Others } from './others.js';
import { SpreadOfMine } from './spread-of-mine.js';
import { useSheet, type Sheet } from './use-sheet.js';
import { useJudgeWords } from './words.js';
import './sheet.css';

export default function SheetPage() {
  const id = useParam('sheet');
  const sheet = api.useQuery('get', '/api/score-sheets/{sheet}', { params: { path: { sheet: id } } });
  return <Ask of={sheet}>{(shown) => <SheetShown key={shown.id} sheet={shown} />}</Ask>;
}

/** The entry on one side, one's marks on the other. */
function SheetShown({ sheet }: { sheet: Sheet }) {
  const [t, named, navigate, reason] = [useJudgeWords(), useNamed(), useNavigate(), useReason()];
  const work = useSheet(sheet);
  const queue = api.useQuery('get', '/api/rounds/{round}/queue', { params: { path: { round: sheet.round } } });
  const putOff = api.useMutation('post', '/api/score-sheets/{sheet}/put-off');
  const conflict = api.useMutation('post', '/api/score-sheets/{sheet}/conflict');
  const path = { params: { path: { sheet: sheet.id } } };
  const locked = sheet.submittedAt !== null || sheet.roundState !== 'judging' || sheet.pulled !== null;
  const marked = sheet.way === 'scored' || sheet.way === 'screening';
  const others = queue.data?.sheets ?? [];
  const toNext = async () => {
    const { data } = await queue.refetch();
    void navigate({ to: data?.next === null || data?.next === undefined ? `/judging/rounds/${sheet.round}` : `/judging/sheets/${data.next}` });
  };
  const submit = async () => {
    if (locked || work.missing.length > 0) return;
    await work.submit();
    await toNext();
  };
  const step = (by: number) => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-mark], [data-mark] input')];
    const at = fields.indexOf(document.activeElement as HTMLInputElement);
    const next = fields[Math.max(0, Math.min(fields.length - 1, at + by))];
    next?.focus();
    next?.select();
  };
  useShortcuts([
    { keys: 'j', does: t('nextMark'), run: () => step(1) },
    { keys: 'k', does: t('previousMark'), run: () => step(-1) },
    { keys: '$mod+Enter', does: t('submit'), run: () => void submit() },
    { keys: 's', does: t('skip'), run: () => putOff.mutate({ ...path, body: { how: 'skip' } }, { onSuccess: () => void toNext() }) },
  ]);
  const declare = () => reason(t('conflict'), (why) => conflict.mutateAsync({ ...path, body: { reason: why } }).then(toNext));
  return (
    <Page
      title={sheet.entry.title}
      crumbs={[{ to: '/judging', name: t('judging') }, { to: `/judging/rounds/${sheet.round}`, name: `${named(sheet.call)} · ${named(sheet.roundName)}` }]}
      note={
        <span className="row">
          <State of={sheet.pulled === null ? sheet.state : 'pulled'} /> {queue.data && t('done', { done: queue.data.done, of: queue.data.of })} {sheet.judgeBy !== null && !locked && <Until at={sheet.judgeBy} />}
        </span>
      }
    >
      <div className="sheet">
        <div className="card">
          <EntryShown of={sheet.entry} call={sheet.callId} formVersion={sheet.form} linkOf={(file) => ({ sheet: sheet.id, file })} reads />
        </div>
        <aside className="stack" aria-label={t('rubric')}>
          {marked && (
            <section className="card stack">
              <div className="row apart">
                <h2>{t('rubric')}</h2>
                <b className="number" style={{ fontSize: 20 }} aria-live="polite">
                  {Number(work.total.toFixed(4))}
                </b>
              </div>
              {locked ? <p className="note">{t(sheet.submittedAt !== null ? 'locked' : 'closed')}</p> : <Saving of={work.drafting} />}
              <Conflicts of={work.drafting} nameOf={(field) => field} />
              <Marks rubric={sheet.rubric} screening={sheet.way === 'screening'} work={work} locked={locked} next={() => step(1)} />
              <label className="stack tight">
                <span className="soft">{t('comment')}</span>
                <Input.TextArea value={work.commentOf()} disabled={locked} autoSize={{ minRows: 2 }} maxLength={5000} onChange={(event) => work.drafting.draft.set('comment', event.target.value)} />
              </label>
              {!locked && (
                <>
                  <Button type="primary" size="large" loading={work.submitting} disabled={work.missing.length > 0} onClick={() => void submit()}>
                    {t('submit')} <kbd aria-hidden="true">Ctrl ↵</kbd>
                  </Button>
                  <div className="row">
                    <Button size="small" onClick={() => putOff.mutate({ ...path, body: { how: 'skip' } }, { onSuccess: () => void toNext() })}>
                      {t('skip')}
                    </Button>
                    <Button size="small" onClick={() => putOff.mutate({ ...path, body: { how: sheet.later ? 'take-up' : 'later' } })}>
                      {t(sheet.later ? 'takeUp' : 'putLater')}
                    </Button>
                    <Button size="small" onClick={declare}>
                      {t('conflict')}
                    </Button>
                  </div>
                </>
              )}
            </section>
          )}
          {marked && (
            <section className="card stack">
              <h2>{t('beside')}</h2>
              <SpreadOfMine totals={others.flatMap(({ total }) => (total === null ? [] : [total]))} most={sheet.rubric.reduce((sum, { weight, max }) => sum + weight * max, 0)} own={sheet.rubric.every(({ key }) => work.markOf(key) !== null) ? work.total : null} />
            </section>
          )}
          <Notes sheet={sheet.id} />
          <Others sheet={sheet} />
        </aside>
      </div>
    </Page>
  );
}

/** What a judge jots down for himself; it never leaves his device. */
function Notes({ sheet }: { sheet: string }) {
  const t = useJudgeWords();
  const key = `trellis.notes.${sheet}`;
  const [text, setText] = useState(() => localStorage.getItem(key) ?? '');
  return (
    <section className="card">
      <label className="stack tight">
        <span className="soft">{t('notes')}</span>
        <Input.TextArea value={text} autoSize={{ minRows: 2 }} onChange={(event) => (setText(event.target.value), localStorage.setItem(key, event.target.value))} />
      </label>
    </section>
  );
}
