import { Button, Checkbox, Input, Segmented } from 'antd';
import { useState } from 'react';
import { calls as api, type Answer } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { useJudgeWords } from './words.js';

type Biddable = Answer<'/api/judge-invitations/{invitation}/entries'>;

const BIDS = [2, 1, 0, -1] as const;

/** What a judge is in conflict with, and what he would like to judge, before assignment. */
export default function Conflicts() {
  const [t, invitation] = [useJudgeWords(), useParam('invitation')];
  const entries = api.useQuery('get', '/api/judge-invitations/{invitation}/entries', { params: { path: { invitation } } });
  return (
    <Page title={t('conflictsTitle')} crumbs={[{ to: '/judging', name: t('judging') }]} note={t('conflictsNote')}>
      <Ask of={entries}>{(biddable) => <Bids of={biddable} />}</Ask>
    </Page>
  );
}

function Bids({ of: { invitation, items, organisations = [] } }: { of: Biddable }) {
  const t = useJudgeWords();
  const [bids, setBids] = useState<Readonly<Record<string, number>>>(Object.fromEntries(items.map(({ entry, bid }) => [entry, bid])));
  /** What is in conflict, by entry or by organisation, and why. */
  const [against, setAgainst] = useState<Readonly<Record<string, string>>>({});
  const place = api.useMutation('put', '/api/judge-invitations/{invitation}/bids');
  const entries = new Set(items.map(({ entry }) => entry));
  const save = () =>
    place.mutate({
      params: { path: { invitation } },
      body: {
        bids: Object.entries(bids).map(([entry, bid]) => ({ entry, bid })),
        conflicts: Object.entries(against).map(([what, reason]) => ({ ...(entries.has(what) ? { entry: what } : { organisation: what }), reason })),
      },
    });
  const toggle = (what: string, on: boolean) => setAgainst(on ? { ...against, [what]: '' } : Object.fromEntries(Object.entries(against).filter(([key]) => key !== what)));
  const why = (what: string, name: string) => against[what] !== undefined && <Input size="small" aria-label={t('conflictReason', { name })} placeholder={t('conflictReason', { name })} value={against[what]} maxLength={500} onChange={(event) => setAgainst({ ...against, [what]: event.target.value })} style={{ maxWidth: 360 }} />;
  return (
    <div className="stack wide">
      <section className="card scroll">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('entry')}</th>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('bid')}</th>
              <th scope="col">{t('inConflict')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ entry, title, field, organisation }) => (
              <tr key={entry}>
                <td>
                  {title} {organisation !== undefined && organisation !== null && <span className="soft small">{organisation}</span>}
                </td>
                <td>{field}</td>
                <td>
                  <Segmented size="small" aria-label={`${t('bid')}: ${title}`} name={`bid-${entry}`} disabled={against[entry] !== undefined} value={bids[entry] ?? 0} onChange={(bid) => setBids({ ...bids, [entry]: bid })} options={BIDS.map((bid) => ({ value: bid, label: t(`bid_${bid}`) }))} />
                </td>
                <td>
                  <Checkbox aria-label={`${t('inConflict')}: ${title}`} checked={against[entry] !== undefined} onChange={(event) => toggle(entry, event.target.checked)} /> {why(entry, title)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {organisations.length > 0 && (
        <section className="card">
          <h2>{t('organisationsTitle')}</h2>
          {organisations.map((name) => (
            <div key={name} className="row" style={{ padding: '3px 0' }}>
              <Checkbox checked={against[name] !== undefined} onChange={(event) => toggle(name, event.target.checked)}>
                {name}
              </Checkbox>
              {why(name, name)}
            </div>
          ))}
        </section>
      )}
      <div className="row">
        <Button type="primary" loading={place.isPending} disabled={Object.values(against).some((reason) => reason.trim().length < 2)} onClick={save}>
          {t('saveBids')}
        </Button>
        {place.isSuccess && <span role="status">{t('bidsSaved')}</span>}
      </div>
    </div>
  );
}
