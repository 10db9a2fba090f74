import { Button } from 'antd';
import { useState } from 'react';
import { calls as api, type Answer } from '../api/client.js';
import { useJudgeWords } from './words.js';

/** One's best entries, the best first. */
export function Picks({ round, sheets }: { round: string; sheets: Answer<'/api/rounds/{round}/queue'>['sheets'] }) {
  const t = useJudgeWords();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const hand = api.useMutation('post', '/api/rounds/{round}/picks');
  const toggle = (sheet: string) => setPicked(picked.includes(sheet) ? picked.filter((one) => one !== sheet) : [...picked, sheet]);
  return (
    <section className="card stack">
      <h2>{t('picks')}</h2>
      <p className="soft">{t('picksNote')}</p>
      <div className="stack tight">
        {sheets.map(({ sheet, title }) => (
          <Button key={sheet} type={picked.includes(sheet) ? 'primary' : 'default'} aria-pressed={picked.includes(sheet)} onClick={() => toggle(sheet)} style={{ justifyContent: 'flex-start', height: 'auto', minHeight: 40, whiteSpace: 'normal', textAlign: 'left' }}>
            <b className="number" style={{ width: 28 }}>
              {picked.includes(sheet) ? picked.indexOf(sheet) + 1 : ''}
            </b>
            {title}
          </Button>
        ))}
      </div>
      <div>
        <Button type="primary" disabled={picked.length === 0} loading={hand.isPending} onClick={() => hand.mutate({ params: { path: { round } }, body: { sheets: [...picked] } })}>
          {t('handPicks')}
        </Button>
      </div>
    </section>
  );
}
