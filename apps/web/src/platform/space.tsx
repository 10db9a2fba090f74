import { useNavigate, useSearch } from '@tanstack/react-router';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { calls as api, type Shown } from '../api/client.js';
import { Act } from '../ui/act.js';
import { Ask, Empty } from '../ui/ask.js';
import { Figures } from '../ui/figures.js';
import { useMoney } from '../ui/quantity.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { FloorPlan } from './floor-plan.js';
import { usePlatformWords } from './words.js';

/** What space a platform has, who is in it on a day, and what is paid for it. */
export default function Space({ platform, runs }: { platform: string; runs: boolean }) {
  const [t, navigate] = [usePlatformWords(), useNavigate()];
  const { on } = useSearch({ strict: false }) as { on?: string };
  const space = api.useQuery('get', '/api/platforms/{platform}/space', { params: { path: { platform }, query: { ...(on !== undefined && { on }) } } });
  return (
    <div className="stack wide">
      <Ask of={space}>
        {(shown) =>
          shown.buildings.length === 0 ? (
            <Empty text={t('noSpace')} />
          ) : (
            <>
              <label className="row">
                {t('on')}
                <DatePicker value={dayjs(shown.on)} allowClear={false} onChange={(day: dayjs.Dayjs | null) => day && void navigate({ to: '.', search: { tab: 'space', on: day.format('YYYY-MM-DD') } as never })} />
              </label>
              <Figures
                of={[
                  [t('area'), `${shown.area.toLocaleString('en')} m²`],
                  [t('lettable'), `${shown.lettable.toLocaleString('en')} m²`],
                  [t('let'), `${shown.let.toLocaleString('en')} m²`],
                  [t('occupancy'), shown.occupancy === null ? '—' : `${shown.occupancy} %`],
                ]}
              />
              {shown.buildings.map(({ id, name, floors }) => (
                <section key={id} className="card stack">
                  <h2>{name}</h2>
                  {floors.map((floor) => (
                    <FloorPlan key={floor.floor} of={floor} platform={platform} runs={runs} />
                  ))}
                </section>
              ))}
            </>
          )
        }
      </Ask>
      <Leases platform={platform} runs={runs} />
    </div>
  );
}

function Leases({ platform, runs }: { platform: string; runs: boolean }) {
  const [t, money] = [usePlatformWords(), useMoney()];
  const leases = api.useQuery('get', '/api/leases', { params: { query: { limit: 1000, platform } } });
  const pay = api.useMutation('post', '/api/leases/{lease}/payments');
  return (
    <Ask of={leases}>
      {({ items }) => (
        <Table
          title={t('leases')}
          rows={items}
          keyOf={({ id }) => id}
          empty={t('nothing')}
          columns={[
            { title: t('unit'), show: ({ unit, area }) => `${unit} · ${area} m²` },
            { title: t('firm'), show: ({ firm }) => firm },
            { title: t('from'), show: ({ from }) => from },
            { title: t('until'), show: ({ to }) => to },
            { title: t('owed'), number: true, show: ({ owed }) => money(owed) },
            { title: t('paid'), number: true, show: ({ paid }) => money(paid) },
            { title: t('left'), number: true, show: ({ left }) => <span className={left > 0 ? 'bad' : ''}>{money(left)}</span> },
            { title: t('state'), show: ({ state }) => <State of={state} /> },
            ...(runs
              ? [
                  {
                    title: t('pay'),
                    show: ({ id, left }: (typeof items)[number]) => (
                      <Act<Shown['PayRent']>
                        name={t('pay')}
                        size="small"
                        initial={left > 0 ? { amount: left } : {}}
                        fields={[
                          { key: 'amount', label: t('amount'), as: 'yuan', least: 0 },
                          { key: 'on', label: t('paidOn'), as: 'day' },
                          { key: 'note', label: t('note'), as: 'text', optional: true },
                        ]}
                        send={(body) => pay.mutateAsync({ params: { path: { lease: id } }, body })}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Ask>
  );
}
