import { Link } from '@tanstack/react-router';
import { calls as api, type Shown } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask, Empty } from '../ui/ask.js';
import { Board } from '../ui/board.js';
import { useStateName } from '../ui/state.js';
import { usePlatformWords } from './words.js';

const STATES = ['accepted', 'admitted', 'graduated', 'left', 'removed'];

export const useFirmsOf = (platform: string) => api.useQuery('get', '/api/incubatees', { params: { query: { limit: 1000, platform } } });

/** The firms of a platform by how far they are; winners who wait for a place stand before them. */
export function Firms({ platform }: { platform: string }) {
  const [t, states] = [usePlatformWords(), useStateName()];
  const firms = useFirmsOf(platform);
  const waiting = api.useQuery('get', '/api/incubatees', { params: { query: { limit: 1000, state: 'accepted' } } });
  const admit = api.useMutation('post', '/api/platforms/{platform}/admissions');
  return (
    <Ask of={firms}>
      {({ items }) => {
        const all = [...(waiting.data?.items.filter(({ platform: at }) => at === null) ?? []), ...items];
        if (all.length === 0) return <Empty text={t('noFirms')} />;
        return (
          <Board
            label={t('board')}
            lanes={STATES.map((state) => ({ key: state, name: state === 'accepted' ? t('waiting') : states(state), cards: all.filter((one) => one.state === state) }))}
            keyOf={({ id }) => id}
            show={(one) => (
              <>
                {one.state === 'accepted' ? <b>{one.firm}</b> : <Link to={`/incubatees/${one.id}`}>{one.firm}</Link>}
                <span className="soft small">{[one.field, one.contractTo && `${t('until')} ${one.contractTo}`].filter(Boolean).join(' · ')}</span>
                {one.state === 'accepted' && (
                  <div>
                    <Act<Omit<Shown['AdmitIncubatee'], 'incubatee' | 'facts'>>
                      name={t('takeIn')}
                      size="small"
                      initial={{ firm: one.firm ?? '' }}
                      fields={[
                        { key: 'firm', label: t('firm'), as: 'text' },
                        { key: 'creditCode', label: t('creditCode'), as: 'text', optional: true, most: 18 },
                        { key: 'registeredOn', label: t('registeredOn'), as: 'day', optional: true },
                        { key: 'field', label: t('field'), as: 'text', optional: true, most: 60 },
                        { key: 'from', label: t('from'), as: 'day' },
                        { key: 'to', label: t('until'), as: 'day' },
                      ]}
                      send={(body) => admit.mutateAsync({ params: { path: { platform } }, body: { ...body, incubatee: one.id } })}
                    />
                  </div>
                )}
              </>
            )}
          />
        );
      }}
    </Ask>
  );
}
