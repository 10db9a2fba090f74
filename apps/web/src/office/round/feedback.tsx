import { Button, DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { calls as api } from '../../api/client.js';
import { useSure } from '../../ui/sure.js';
import { When } from '../../ui/when.js';
import type { RoundProps } from './round-props.js';
import { useRoundWords } from './words.js';

const DAYS = 3;

/** What teams are told of a round's comments, and until when they may answer them. */
export default function Feedback({ round, zone }: RoundProps) {
  const [t, sure] = [useRoundWords(), useSure()];
  const [until, setUntil] = useState<Dayjs | null>(dayjs().add(DAYS, 'day'));
  const path = { params: { path: { round: round.id } } };
  const clear = api.useMutation('post', '/api/rounds/{round}/comments/clear');
  const rebuttal = api.useMutation('post', '/api/rounds/{round}/rebuttal');
  return (
    <div className="halves">
      <section className="card stack">
        <h2>{t('clearComments')}</h2>
        <p className="soft">{t('clearNote')}</p>
        <div>
          <Button loading={clear.isPending} onClick={() => sure(t('clearComments'), t('clearNote'), () => clear.mutateAsync({ ...path, body: {} }))}>
            {t('clearComments')}
          </Button>
        </div>
        {clear.data && <p role="status">{t('cleared', { cleared: clear.data.cleared, left: clear.data.left })}</p>}
      </section>
      <section className="card stack">
        <h2>{t('rebuttal')}</h2>
        <p className="soft">{t('rebuttalNote')}</p>
        {round.rebuttalUntil !== null && (
          <p>
            {t('rebuttalUntil')} <When at={round.rebuttalUntil} zone={zone} />
          </p>
        )}
        <div className="row">
          <DatePicker aria-label={t('rebuttalUntil')} showTime={{ format: 'HH:mm' }} value={until} onChange={setUntil} />
          <Button disabled={until === null} loading={rebuttal.isPending} onClick={() => until && rebuttal.mutate({ ...path, body: { until: until.toISOString() } })}>
            {t('rebuttal')}
          </Button>
        </div>
      </section>
    </div>
  );
}
