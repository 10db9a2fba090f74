import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { calls as api, type Answer } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { List } from '../ui/list/list.js';
import type { Column } from '../ui/list/rows.js';
import { useNamed } from '../ui/named.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { State, useStateName } from '../ui/state.js';
import { Until, When } from '../ui/when.js';
import { OfflineSheets } from './offline-sheets.js';
import { Pairs } from './pairs.js';
import { Picks } from './picks.js';
import { SpreadOfMine } from './spread-of-mine.js';
import { useJudgeWords } from './words.js';

type Queue = Answer<'/api/rounds/{round}/queue'>;
type Line = Queue['sheets'][number];

/** A judge's sheets of one round, in his own order, with how far he is. */
export default function JudgeRound() {
  const [t, named, round] = [useJudgeWords(), useNamed(), useParam('round')];
  const rounds = api.useQuery('get', '/api/judging');
  const queue = api.useQuery('get', '/api/rounds/{round}/queue', { params: { path: { round } } });
  const about = rounds.data?.items.find(({ id }) => id === round);
  return (
    <Page
      title={about ? `${named(about.callName)} · ${named(about.name)}` : t('sheets')}
      crumbs={[{ to: '/judging', name: t('judging') }]}
      note={
        about && (
          <span className="row">
            <State of={about.state} /> {about.judgeBy !== null && about.state === 'judging' && (<><When at={about.judgeBy} zone={about.timeZone} /> <Until at={about.judgeBy} /></>)}
          </span>
        )
      }
      actions={about?.pitchDay === true && <Link to={`/judging/rounds/${round}/pitch`}>{t('pitchDay')} →</Link>}
    >
      <Ask of={queue}>
        {(shown) => (
          <div className="stack wide">
            <Progress of={shown} />
            {about?.way === 'pairwise' && about.state === 'judging' && <Pairs round={round} titles={new Map(shown.sheets.map(({ entry, title }) => [entry, title]))} />}
            {about?.way === 'picks' && about.state === 'judging' && <Picks round={round} sheets={shown.sheets} />}
            <Sheets of={shown} />
            {(about?.way === 'scored' || about?.way === 'screening') && about.state === 'judging' && <OfflineSheets round={round} />}
          </div>
        )}
      </Ask>
    </Page>
  );
}

function Progress({ of: { done, of, next, sheets } }: { of: Queue }) {
  const t = useJudgeWords();
  const totals = sheets.flatMap(({ total }) => (total === null ? [] : [total]));
  return (
    <section className="card stack">
      <div className="row apart">
        <b>{t('done', { done, of })}</b>
        {next !== null && <Link to={`/judging/sheets/${next}`}>{t(done === 0 ? 'go' : 'goOn')} →</Link>}
      </div>
      <div className="bar" role="progressbar" aria-valuenow={done} aria-valuemin={0} aria-valuemax={of} aria-label={t('sheets')}>
        <i style={{ width: `${(100 * done) / Math.max(1, of)}%` }} />
      </div>
      <SpreadOfMine totals={totals} most={Math.max(...totals)} />
    </section>
  );
}

function Sheets({ of: { sheets } }: { of: Queue }) {
  const [t, stateName] = [useJudgeWords(), useStateName()];
  const columns = useMemo(
    (): Column<Line>[] => [
      { key: 'title', title: t('entry'), width: 'minmax(240px, 3fr)', value: ({ title }) => title, show: ({ sheet, title }) => <Link to={`/judging/sheets/${sheet}`}>{title}</Link> },
      { key: 'field', title: t('field'), width: 'minmax(120px, 1fr)', value: ({ field }) => field, filter: (value) => value },
      { key: 'state', title: t('state'), width: '170px', value: ({ state }) => state, show: ({ state, later }) => <><State of={state} /> {later && <span className="tag">{t('later')}</span>}</>, filter: stateName },
      { key: 'total', title: t('total'), width: '100px', number: true, value: ({ total }) => total },
    ],
    [t, stateName],
  );
  return <List name={t('sheets')} rows={sheets} columns={columns} keyOf={({ sheet }) => sheet} />;
}
