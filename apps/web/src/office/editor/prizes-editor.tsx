import { Button, Input, InputNumber } from 'antd';
import type { DraftCall } from './draft.js';
import { useEditorWords } from './words.js';

type Prize = NonNullable<DraftCall['prizes']>[number];

export function PrizesEditor({ prizes, onChange }: { prizes: readonly Prize[]; onChange: (prizes: Prize[]) => void }) {
  const t = useEditorWords();
  const put = (n: number, prize: Prize) => onChange(prizes.map((one, at) => (at === n ? prize : one)));
  return (
    <section className="card stack">
      <h2>{t('prizes')}</h2>
      <p className="soft small">{t('prizesNote')}</p>
      {prizes.map((prize, n) => (
        <div key={n} className="row">
          <Input aria-label={`${t('name')} ${n + 1}`} value={prize.name} maxLength={60} style={{ width: 200 }} onChange={(event) => put(n, { ...prize, name: event.target.value })} />
          <InputNumber aria-label={`${t('places')} ${n + 1}`} prefix={t('places')} min={1} precision={0} value={prize.places} style={{ width: 120 }} onChange={(places) => places !== null && put(n, { ...prize, places })} />
          <InputNumber aria-label={`${t('money')} ${n + 1}`} prefix="¥" min={0} value={prize.money === undefined ? null : prize.money / 100} style={{ width: 150 }} onChange={(yuan) => put(n, yuan === null ? { name: prize.name, places: prize.places } : { ...prize, money: Math.round(yuan * 100) })} />
          <Button type="text" aria-label={`${t('remove')} ${prize.name}`} onClick={() => onChange(prizes.filter((_, at) => at !== n))}>
            ✕
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...prizes, { name: '', places: 1 }])}>{t('add')}</Button>
      </div>
    </section>
  );
}
