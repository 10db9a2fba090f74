import { Button } from 'antd';
import { calls as api } from '../api/client.js';
import { Timer } from '../public/timer.js';
import { useBoard } from '../public/use-board.js';
import { usePublicWords } from '../public/words.js';
import { Saving } from '../ui/draft/saving.js';
import { useNamed } from '../ui/named.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { Marks } from './marks.js';
import { useSheet, type Sheet } from './use-sheet.js';
import { useJudgeWords } from './words.js';

/** A pitch day in a judge's hand: who is on stage, the time, and big buttons for his marks. */
export default function Pitch() {
  const [t, said, named, round] = [useJudgeWords(), usePublicWords(), useNamed(), useParam('round')];
  const board = useBoard(round);
  const queue = api.useQuery('get', '/api/rounds/{round}/queue', { params: { path: { round } } });
  const now = board?.pitching;
  // Between two entries one still marks the last that was on stage.
  const line = queue.data?.sheets.find(({ entry }) => entry === now?.entry);
  const sheet = api.useQuery('get', '/api/score-sheets/{sheet}', { params: { path: { sheet: line?.sheet ?? '' } } }, { enabled: line !== undefined });
  return (
    <Page title={board ? named(board.name) : t('pitchDay')} crumbs={[{ to: `/judging/rounds/${round}`, name: t('backToRound') }]}>
      <div className="stack" style={{ maxWidth: 560 }}>
        {now ? (
          <section className="card" style={{ textAlign: 'center' }} aria-live="polite">
            <p className="soft">
              {t('onStage')} {now.phase !== null && `· ${said(now.phase as 'presenting')}`}
            </p>
            <p style={{ fontSize: 20, fontWeight: 650 }}>{now.title}</p>
            <Timer until={now.endsAt} />
          </section>
        ) : (
          <p className="note">{t('waitPitch')}</p>
        )}
        {sheet.data && <BigSheet key={sheet.data.id} sheet={sheet.data} mayHandIn={now?.phase === 'marking' || now === null} />}
        <section className="card">
          {queue.data?.sheets.map(({ sheet: id, title, state, total }) => (
            <div key={id} className="row apart" style={{ padding: '5px 0' }}>
              <span>{title}</span>
              <span className="row">
                {total !== null && <b className="number">{total}</b>} <State of={state} />
              </span>
            </div>
          ))}
        </section>
      </div>
    </Page>
  );
}

function BigSheet({ sheet, mayHandIn }: { sheet: Sheet; mayHandIn: boolean }) {
  const t = useJudgeWords();
  const work = useSheet(sheet);
  const locked = sheet.submittedAt !== null;
  return (
    <section className="card stack">
      <div className="row apart">
        <b className="number" style={{ fontSize: 26 }} aria-live="polite">
          {Number(work.total.toFixed(4))}
        </b>
        {locked ? <span className="tag good">{t('handedIn')}</span> : <Saving of={work.drafting} />}
      </div>
      <Marks rubric={sheet.rubric} screening={sheet.way === 'screening'} work={work} locked={locked} big />
      {!locked && (
        <>
          <Button type="primary" size="large" block style={{ height: 60, fontSize: 18 }} disabled={!mayHandIn || work.missing.length > 0} loading={work.submitting} onClick={() => void work.submit()}>
            {t('handIn')}
          </Button>
          {!mayHandIn && <p className="soft small">{t('mayMark')}</p>}
        </>
      )}
    </section>
  );
}
