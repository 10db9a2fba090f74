import { calls as api, type Answer } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { useReason } from '../ui/reason.js';
import { State } from '../ui/state.js';
import { useSure } from '../ui/sure.js';
import { Table } from '../ui/table.js';
import { Button } from 'antd';
import { usePlatformWords } from './words.js';

type Intake = Answer<'/api/intakes'>['items'][number];

/** A platform's intakes, and who applied: ranked by the panel's sheets, decided by the manager. */
export default function Intakes({ platform, runs }: { platform: string; runs: boolean }) {
  const t = usePlatformWords();
  const intakes = api.useQuery('get', '/api/intakes', { params: { query: { limit: 500 } } });
  return (
    <Ask of={intakes}>
      {({ items }) => {
        const own = items.filter((one) => one.platform.id === platform);
        return own.length === 0 ? (
          <Empty text={t('noIntakes')} />
        ) : (
          <div className="stack wide">
            {[...own].reverse().map((intake) => (
              <Applications key={intake.id} intake={intake} runs={runs} />
            ))}
          </div>
        );
      }}
    </Ask>
  );
}

function Applications({ intake, runs }: { intake: Intake; runs: boolean }) {
  const [t, reason, sure] = [usePlatformWords(), useReason(), useSure()];
  const applications = api.useQuery('get', '/api/intakes/{intake}/applications', { params: { path: { intake: intake.id } } });
  const decide = api.useMutation('post', '/api/applications/{application}/decide');
  const close = api.useMutation('post', '/api/intakes/{intake}/close');
  const say = (application: string, decision: 'accept' | 'refuse') => reason(t(decision), (text) => decide.mutateAsync({ params: { path: { application } }, body: { decision, reason: text } }));
  return (
    <Ask of={applications}>
      {({ items }) => (
        <Table
          title={intake.name}
          rows={items}
          keyOf={({ application }) => application}
          empty={t('nothing')}
          actions={
            <>
              <State of={intake.state} kind="intake" />
              {intake.closesOn !== null && (
                <span className="soft small">
                  {t('closesOn')} {intake.closesOn}
                </span>
              )}
              {runs && intake.state === 'open' && <Button onClick={() => sure(t('close'), intake.name, () => close.mutateAsync({ params: { path: { intake: intake.id } } }))}>{t('close')}</Button>}
            </>
          }
          columns={[
            { title: t('rank'), number: true, show: ({ rank, tied }) => (rank === null ? '—' : `${rank}${tied ? '=' : ''}`) },
            { title: t('firm'), show: ({ firm }) => firm },
            { title: t('total'), number: true, show: ({ total }) => total ?? '—' },
            { title: t('sheets'), number: true, show: ({ sheets }) => sheets },
            { title: t('state'), show: ({ state, reason: why }) => <span title={why ?? undefined}><State of={state} kind="application" /></span> },
            {
              title: t('accept'),
              show: ({ application, state }) =>
                runs && state === 'submitted' ? (
                  <span className="row">
                    <Button size="small" type="primary" onClick={() => say(application, 'accept')}>
                      {t('accept')}
                    </Button>
                    <Button size="small" onClick={() => say(application, 'refuse')}>
                      {t('refuse')}
                    </Button>
                  </span>
                ) : (
                  '—'
                ),
            },
          ]}
        />
      )}
    </Ask>
  );
}
