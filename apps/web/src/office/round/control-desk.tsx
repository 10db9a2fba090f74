import { Button, Segmented } from 'antd';
import { calls as api, type Shown } from '../../api/client.js';
import { Timer } from '../../public/timer.js';
import { useBoard } from '../../public/use-board.js';
import { usePublicWords } from '../../public/words.js';
import { useShortcuts } from '../../shell/shortcuts.js';
import { Act } from '../../ui/act.js';
import { useSure } from '../../ui/sure.js';
import { When } from '../../ui/when.js';
import type { RoundProps } from './round-props.js';
import { useRoundWords } from './words.js';

/** A pitch day from the desk: one key goes from presenting to questions, to marking, to the next team. */
export default function ControlDesk({ round }: RoundProps) {
  const [t, said, sure] = [useRoundWords(), usePublicWords(), useSure()];
  const path = { params: { path: { round: round.id } } };
  const board = useBoard(round.id);
  const draw = api.useMutation('post', '/api/rounds/{round}/draw-order');
  const times = api.useMutation('post', '/api/rounds/{round}/pitch-times');
  const move = api.useMutation('post', '/api/rounds/{round}/pitch');
  const timer = api.useMutation('post', '/api/rounds/{round}/timer');
  const setBoard = api.useMutation('post', '/api/rounds/{round}/board');
  const unveil = api.useMutation('post', '/api/rounds/{round}/unveil');
  const drawn = round.standings.length > 0 && round.standings.every(({ slot }) => slot !== null);
  const now = board?.pitching ?? null;
  const goOn = () => !move.isPending && move.mutate({ ...path, body: { how: 'go-on' } });
  const time = (seconds: number) => timer.mutate({ ...path, body: { seconds } });
  useShortcuts([
    { keys: 'Space', does: t('go'), run: goOn },
    { keys: '+', does: t('more'), run: () => time(30) },
    { keys: '-', does: t('less'), run: () => time(-30) },
    { keys: 'u', does: t('unveil'), run: () => unveil.mutate(path) },
  ]);
  if (!drawn)
    return (
      <section className="card stack" style={{ alignItems: 'flex-start' }}>
        <p>{t('drawSure')}</p>
        <Button type="primary" size="large" onClick={() => sure(t('draw'), t('drawSure'), () => draw.mutateAsync(path))}>
          {t('draw')}
        </Button>
      </section>
    );
  return (
    <div className="halves">
      <div className="stack wide">
        <section className="card stack" style={{ textAlign: 'center' }} aria-live="polite">
          <p className="soft">{now ? `${t('slot')} ${round.standings.find(({ entry }) => entry === now.entry)?.slot ?? ''} · ${now.phase === null ? '' : said(now.phase as 'presenting')}` : t('noPitch')}</p>
          <p style={{ fontSize: 26, fontWeight: 650 }}>{now?.title ?? '—'}</p>
          <Timer until={now?.endsAt ?? null} big />
          <div className="row" style={{ justifyContent: 'center' }}>
            <Button size="large" onClick={() => time(-30)} disabled={!now?.endsAt}>
              {t('less')}
            </Button>
            <Button type="primary" size="large" style={{ height: 64, minWidth: 200, fontSize: 20 }} loading={move.isPending} onClick={goOn}>
              {now ? t('go') : t('goFirst')} <kbd aria-hidden="true">{t('goKey')}</kbd>
            </Button>
            <Button size="large" onClick={() => time(30)} disabled={!now?.endsAt}>
              {t('more')}
            </Button>
          </div>
          {now && (
            <div>
              <Button onClick={() => move.mutate({ ...path, body: { how: 'put-back' } })}>{t('putBack')}</Button>
            </div>
          )}
        </section>
        <section className="card stack">
          <div className="row apart">
            <h2>{t('boardNow')}</h2>
            <a href={`/rounds/${round.id}/board`} target="_blank" rel="noreferrer">
              {t('screen')} ↗
            </a>
          </div>
          <Segmented name="board" aria-label={t('boardNow')} value={board?.board ?? round.board} onChange={(to) => setBoard.mutate({ ...path, body: { board: to as 'live' } })} options={[{ value: 'off', label: t('boardOff') }, { value: 'live', label: t('boardLive') }, { value: 'frozen', label: t('boardFrozen') }, { value: 'unveiling', label: t('boardUnveiling') }]} />
          {(board?.board ?? round.board) === 'unveiling' && (
            <Button type="primary" loading={unveil.isPending} onClick={() => unveil.mutate(path)}>
              {t('unveil')} <kbd aria-hidden="true">U</kbd>
            </Button>
          )}
        </section>
      </div>
      <section className="card">
        <div className="row apart">
          <h2>{said('order')}</h2>
          {round.state === 'judging' && <Act<Shown['TimePitches']> name={t('timePitches')} note={t('timePitchesText')} fields={[{ key: 'from', label: t('pitchesFrom'), as: 'moment' }, { key: 'between', label: t('between'), as: 'count' }]} initial={{ between: 2 }} send={(body) => times.mutateAsync({ ...path, body })} />}
        </div>
        <table className="plain">
          <tbody>
            {[...round.standings].sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0)).map(({ entry, title, slot, total, rank }) => (
              <tr key={entry} style={now?.entry === entry ? { background: 'var(--accent-soft)' } : {}}>
                <td className="number" style={{ width: 44 }}>
                  {slot}
                </td>
                <td>
                  {title} {board?.lines.find((line) => line.entry === entry)?.at && <When at={board.lines.find((line) => line.entry === entry)?.at} />}
                </td>
                <td className="number">{total ?? '—'}</td>
                <td className="number">{rank ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
