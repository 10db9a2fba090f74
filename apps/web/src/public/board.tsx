import { useEffect, useRef } from 'react';
import { Empty } from '../ui/ask.js';
import { useNamed } from '../ui/named.js';
import { useParam } from '../ui/param.js';
import { When } from '../ui/when.js';
import { Page } from '../ui/page.js';
import { Timer } from './timer.js';
import { useBoard, type Board } from './use-board.js';
import { usePublicWords } from './words.js';
import './board.css';

/** The public screen of a pitch day: who is on stage, and scores as far as they are shown. */
export default function BoardPage() {
  const [t, named, round] = [usePublicWords(), useNamed(), useParam('round')];
  const board = useBoard(round);
  if (board === undefined) return <Page title={t('board')}>…</Page>;
  if (board === null) return <Page title={t('board')}><Empty text={t('noResults')} /></Page>;
  return (
    <Page title={named(board.name)} note={board.board === 'frozen' ? t('frozen') : t(board.board === 'off' ? 'order' : 'board')}>
      {board.pitching !== null && <OnStage of={board.pitching} />}
      <Lines of={board} />
    </Page>
  );
}

function OnStage({ of: { title, phase, endsAt } }: { of: NonNullable<Board['pitching']> }) {
  const t = usePublicWords();
  return (
    <section className="card" style={{ textAlign: 'center', marginBottom: 16 }} aria-live="polite">
      <p className="soft">
        {t('now')} {phase !== null && `· ${t(phase as 'presenting')}`}
      </p>
      <p style={{ fontSize: 'clamp(20px, 3.4vw, 48px)', fontWeight: 650, lineHeight: 1.25 }}>{title}</p>
      <Timer until={endsAt} big />
    </section>
  );
}

function Lines({ of: { lines, pitching, board } }: { of: Board }) {
  const t = usePublicWords();
  const seen = useRef<ReadonlySet<string> | null>(null);
  const before = seen.current;
  useEffect(() => {
    seen.current = new Set(lines.filter(({ score }) => score !== null).map(({ entry }) => entry));
  }, [lines]);
  return (
    <ol className="board-lines" aria-live="polite">
      {lines.map(({ entry, title, rank, slot, score, hidden, room, at }) => (
        <li key={entry} className={`${pitching?.entry === entry ? 'on-stage' : ''} ${before !== null && score !== null && !before.has(entry) ? 'fresh' : ''}`}>
          <span className="rank">{rank ?? (slot === null ? '—' : <span className="soft">{slot}</span>)}</span>
          <span>
            {title} {room !== null && <span className="soft small">{room}</span>} {score === null && at !== null && <When at={at} />}
          </span>
          <span className="score">{score ?? (hidden ? <span className="tag">{t('hidden')}</span> : board === 'off' ? '' : '—')}</span>
        </li>
      ))}
    </ol>
  );
}
