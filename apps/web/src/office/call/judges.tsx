import { Link } from '@tanstack/react-router';
import { Button, DatePicker, Select } from 'antd';
import { type Dayjs } from 'dayjs';
import { useMemo, useState } from 'react';
import { calls as api } from '../../api/client.js';
import { Ask } from '../../ui/ask.js';
import { State } from '../../ui/state.js';
import { When } from '../../ui/when.js';
import { useOfficeWords } from '../words.js';
import { BeginRound } from './begin-round.js';
import type { Call } from './prolong.js';
import { listed } from '../../words.js';

/** Who judges a call: inviting, what conflicts there would be, and beginning the next round. */
export default function CallJudges({ call }: { call: Call }) {
  const t = useOfficeWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [respondBy, setRespondBy] = useState<Dayjs | null>(null);
  const pool = api.useQuery('get', '/api/judges', { params: { query: { limit: 1000 } } });
  const invitations = api.useQuery('get', '/api/judge-invitations', { params: { query: { limit: 1000 } } });
  const contests = api.useQuery('get', '/api/contests', { params: { query: { limit: 500 } } });
  const invite = api.useMutation('post', '/api/calls/{call}/judges');
  const invitePanel = api.useMutation('post', '/api/calls/{call}/panels');
  const check = api.useMutation('post', '/api/calls/{call}/conflict-check');
  const path = { params: { path: { call: call.id } } };
  const due = respondBy === null ? {} : { respondBy: respondBy.toISOString() };
  const nameOf = useMemo(() => new Map(pool.data?.items.map(({ person, name }) => [person, name ?? ''])), [pool.data]);
  const own = invitations.data?.items.filter((one) => one.call === call.id) ?? [];
  const panels = contests.data?.items.find(({ id }) => id === call.contest.id)?.panels ?? [];
  const inviteAll = async () => {
    for (const judge of chosen) await invite.mutateAsync({ ...path, body: { judge, ...due } });
    setChosen([]);
  };
  return (
    <div className="halves">
      <section className="card stack">
        <h2>{t('inviteJudge')}</h2>
        <Select mode="multiple" aria-label={t('judges')} placeholder={t('judges')} value={[...chosen]} onChange={setChosen} showSearch={{ optionFilterProp: 'label' }} options={(pool.data?.items ?? []).filter(({ person }) => !own.some(({ judge }) => judge === person)).map(({ person, name, organisation, fields }) => ({ value: person, label: `${name ?? ''} · ${organisation ?? ''} · ${listed(fields)}` }))} />
        <label className="stack tight">
          {t('respondBy')}
          <DatePicker showTime value={respondBy} onChange={setRespondBy} />
        </label>
        <div className="row">
          <Button type="primary" disabled={chosen.length === 0} loading={invite.isPending} onClick={() => void inviteAll()}>
            {t('invite')}
          </Button>
          <Button disabled={chosen.length === 0} loading={check.isPending} onClick={() => check.mutate({ ...path, body: { people: [...chosen] } })}>
            {t('checkConflicts')}
          </Button>
          {panels.map(({ id, name, judges }) => (
            <Button key={id} loading={invitePanel.isPending} onClick={() => invitePanel.mutate({ ...path, body: { panel: id, ...due } })}>
              {t('invitePanel')}: {name} ({judges.length})
            </Button>
          ))}
        </div>
        {check.data && (
          <div role="status" className={`note ${check.data.conflicts.length + check.data.unsettled.length > 0 ? 'warn' : ''}`}>
            <p>{t('conflictsFound', { count: check.data.conflicts.length })}</p>
            <ul>
              {check.data.unsettled.map(({ name, judge }) => (
                <li key={judge}>{t('sameName', { name })}</li>
              ))}
              {check.data.conflicts.map(({ entry, judge, reasons }) => (
                <li key={entry + judge}>
                  {nameOf.get(judge)} · <Link to={`/office/entries/${entry}`}>{t('entry')}</Link> · {reasons.join(', ')}
                </li>
              ))}
            </ul>
          </div>
        )}
        <Ask of={invitations}>
          {() => (
            <table className="plain">
              <tbody>
                {own.map(({ id, name, state, respondBy: by }) => (
                  <tr key={id}>
                    <td>{name}</td>
                    <td>
                      <State of={state} />
                    </td>
                    <td className="soft small">{state === 'invited' && <When at={by} />}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Ask>
      </section>
      {invitations.data && <BeginRound key={own.length} call={call} accepted={own.filter(({ state }) => state === 'accepted')} />}
    </div>
  );
}
