import { calls as api, type Answer, type Shown } from '../api/client.js';
import { Act } from '../ui/act.js';
import { useMoney } from '../ui/quantity.js';
import { Table } from '../ui/table.js';
import { useFirmsOf } from './firms.js';
import { usePlatformWords } from './words.js';

type Floor = Answer<'/api/platforms/{platform}/space'>['buildings'][number]['floors'][number];
type Outline = NonNullable<Floor['outline']>;

const path = (outline: Outline): string => `M${outline.map(({ x, y }) => `${x} ${y}`).join('L')}Z`;
const middle = (outline: Outline, of: 'x' | 'y'): number => outline.reduce((sum, point) => sum + point[of], 0) / outline.length;

/** A floor drawn to scale, each unit with who is in it; the table says the same. */
export function FloorPlan({ of: { floor, units, outline }, platform, runs }: { of: Floor; platform: string; runs: boolean }) {
  const [t, money] = [usePlatformWords(), useMoney()];
  const drawn = units.flatMap((unit) => (unit.outline === null ? [] : [{ ...unit, outline: unit.outline }]));
  const points = [...(outline ?? []), ...drawn.flatMap((unit) => unit.outline)];
  const [width, height] = [Math.max(1, ...points.map(({ x }) => x)), Math.max(1, ...points.map(({ y }) => y))];
  const size = width / 60;
  return (
    <div className="stack">
      {points.length > 0 && (
        <svg viewBox={`${-size} ${-size} ${width + 2 * size} ${height + 2 * size}`} role="img" aria-label={t('floor', { n: floor })} style={{ width: '100%', maxHeight: 260 }}>
          {outline && <path d={path(outline)} fill="var(--ground)" stroke="var(--soft)" strokeWidth={size / 6} />}
          {drawn.map((unit) => (
            <g key={unit.id}>
              <title>{`${unit.code} · ${unit.let?.firm ?? t('free')}`}</title>
              <path d={path(unit.outline)} fill={unit.let ? 'var(--accent-soft)' : 'var(--paper)'} stroke={unit.let ? 'var(--accent)' : 'var(--line)'} strokeWidth={size / 6} />
              <text x={middle(unit.outline, 'x')} y={middle(unit.outline, 'y')} fontSize={size} textAnchor="middle" fill="var(--ink)">
                {unit.code}
              </text>
              <text x={middle(unit.outline, 'x')} y={middle(unit.outline, 'y') + size * 1.4} fontSize={size * 0.85} textAnchor="middle" fill="var(--soft)">
                {unit.let?.firm ?? t('free')}
              </text>
            </g>
          ))}
        </svg>
      )}
      <Table
        title={t('floor', { n: floor })}
        rows={units}
        keyOf={({ id }) => id}
        empty={t('nothing')}
        columns={[
          { title: t('unit'), show: ({ code }) => code },
          { title: t('area'), number: true, show: ({ area }) => `${area} m²` },
          { title: t('desks'), number: true, show: ({ desks }) => desks },
          { title: t('price'), number: true, show: ({ price }) => money(price) },
          { title: t('firm'), show: (unit) => (unit.let ? `${unit.let.firm ?? ''} · ${unit.let.to}` : runs ? <Let unit={unit.id} platform={platform} /> : t('free')) },
        ]}
      />
    </div>
  );
}

function Let({ unit, platform }: { unit: string; platform: string }) {
  const t = usePlatformWords();
  const firms = useFirmsOf(platform).data?.items.filter(({ state }) => state === 'admitted') ?? [];
  const sign = api.useMutation('post', '/api/platforms/{platform}/leases');
  return (
    <Act<Omit<Shown['SignLease'], 'unit'>>
      name={t('sign_lease')}
      size="small"
      fields={[
        { key: 'incubatee', label: t('firm'), as: { one: firms.map(({ id, firm }) => ({ value: id, label: firm ?? '' })) } },
        { key: 'from', label: t('from'), as: 'day' },
        { key: 'to', label: t('until'), as: 'day' },
        { key: 'rent', label: t('price'), as: 'yuan', optional: true, least: 0 },
      ]}
      send={(body) => sign.mutateAsync({ params: { path: { platform } }, body: { ...body, unit } })}
    />
  );
}
