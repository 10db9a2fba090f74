import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { calls as api, type Shown } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { Page } from '../ui/page.js';
import { useQuantity } from '../ui/rule-value.js';
import { State } from '../ui/state.js';
import { Table } from '../ui/table.js';
import { When } from '../ui/when.js';
import { useLanguage } from '../words.js';
import { useDistrictWords } from './words.js';

type Rule = Shown['RunSimulation']['rule'];

const RULES: readonly Rule[] = ['policy', 'graduation', 'eligibility', 'credit', 'points'];

/** Trying a rule with other figures, and what was tried before. */
export default function Simulations() {
  const t = useDistrictWords();
  const tried = api.useQuery('get', '/api/simulations', { params: { query: { limit: 200 } } });
  return (
    <Page title={t('simulations')} note={t('simulationsText')}>
      <div className="stack wide">
        <Trial />
        <Ask of={tried}>
          {({ items }) => (
            <Table
              title={t('runs')}
              rows={[...items].reverse()}
              keyOf={({ id }) => id}
              empty={t('nothing')}
              columns={[
                { title: t('name'), show: ({ id, name }) => <Link to={`/office/simulations/${id}`}>{name}</Link> },
                { title: t('rule'), show: ({ rule }) => t(rule as Rule) },
                { title: t('cases'), number: true, show: ({ cases }) => cases },
                { title: t('passed'), number: true, show: ({ passed }) => `${passed.before} → ${passed.after}` },
                { title: t('changed'), number: true, show: ({ changed }) => changed },
                { title: t('state'), show: ({ state }) => <State of={state} /> },
                { title: t('at'), show: ({ at }) => <When at={at} dateOnly /> },
              ]}
            />
          )}
        </Ask>
      </div>
    </Page>
  );
}

function Trial() {
  const [t, language, navigate, quantity] = [useDistrictWords(), useLanguage(), useNavigate(), useQuantity()];
  const [rule, setRule] = useState<Rule>('policy');
  const [chosen, setOf] = useState<string | undefined>();
  const [name, setName] = useState('');
  const [moved, setMoved] = useState<Readonly<Record<string, number>>>({});
  const policies = api.useQuery('get', '/api/policies', { params: { query: { limit: 200 } } });
  const rules = api.useQuery('get', '/api/eligibility-rules');
  const run = api.useMutation('post', '/api/simulations');
  const choices = rule === 'policy' ? (policies.data?.items.map(({ id, title }) => ({ value: id, label: title })) ?? []) : rule === 'eligibility' ? (rules.data?.map(({ key }) => ({ value: key, label: key })) ?? []) : [];
  const of = chosen ?? choices[0]?.value;
  const asks = rule === 'policy' || rule === 'eligibility';
  const levers = api.useQuery('get', '/api/simulations/levers', { params: { query: { rule, ...(asks && of !== undefined && { of }) } } }, { enabled: !asks || of !== undefined });
  const begin = (to: Rule) => {
    setRule(to);
    setOf(undefined);
    setMoved({});
  };
  const shown = (value: number, unit: string) => (unit === 'fen' ? value / 100 : value);
  const submit = () => run.mutate({ body: { name: name.trim(), rule, ...(asks && of !== undefined && { of }), changes: Object.entries(moved).map(([lever, to]) => ({ lever, to })) } }, { onSuccess: ({ id }) => void navigate({ to: `/office/simulations/${id}` }) });
  return (
    <section className="card stack">
      <div className="row">
        <Select aria-label={t('rule')} value={rule} style={{ minWidth: 150 }} options={RULES.map((value) => ({ value, label: t(value) }))} onChange={begin} />
        {asks && <Select aria-label={t('which')} value={of ?? null} style={{ minWidth: 260 }} options={choices} onChange={(to: string) => (setOf(to), setMoved({}))} />}
      </div>
      {asks && of === undefined ? (
        <p className="soft">{t('nothing')}</p>
      ) : (
        <Ask of={levers}>
          {({ levers: all }) => (
            <Table
              title={t('lever')}
              rows={all}
              keyOf={({ key }) => key}
              empty={t('noLevers')}
              columns={[
                { title: t('lever'), show: (lever) => lever[language] },
                { title: t('now'), number: true, show: ({ value, unit }) => quantity(value, unit) },
                {
                  title: t('tried'),
                  show: ({ key, value, unit, ...names }) => (
                    <InputNumber
                      aria-label={names[language]}
                      style={{ width: 170 }}
                      value={shown(moved[key] ?? value, unit)}
                      onChange={(to) => {
                        const { [key]: _, ...rest } = moved;
                        const changed = to === null ? value : unit === 'fen' ? Math.round(to * 100) : to;
                        setMoved(changed === value ? rest : { ...rest, [key]: changed });
                      }}
                      {...(unit === 'fen' && { suffix: '元' })}
                    />
                  ),
                },
              ]}
            />
          )}
        </Ask>
      )}
      <div className="row">
        <Input aria-label={t('name')} placeholder={t('name')} value={name} maxLength={120} style={{ maxWidth: 320 }} onChange={(event) => setName(event.target.value)} />
        <Button type="primary" loading={run.isPending} disabled={name.trim().length < 2 || Object.keys(moved).length === 0} onClick={submit}>
          {t('run')}
        </Button>
      </div>
    </section>
  );
}
