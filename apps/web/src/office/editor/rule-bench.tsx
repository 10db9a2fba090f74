import { Button, Select } from 'antd';
import { useState } from 'react';
import { calls as api } from '../../api/client.js';
import { FactFields, useClauses, type Facts } from '../../entry/fact-fields.js';
import { useRule } from '../../entry/rules.js';
import { Explanation } from '../../ui/explanation.js';
import { Labelled } from './labelled.js';
import { useEditorWords } from './words.js';

/** A rule set put to the test: facts in, its judgement out, clause by clause. It judges by the rule that is saved. */
export function RuleBench({ rule, call, choose }: { rule: string; call: string; choose?: (rule: string) => void }) {
  const t = useEditorWords();
  const [facts, setFacts] = useState<Facts>({});
  const rules = api.useQuery('get', '/api/eligibility-rules');
  const clauses = useClauses(rule);
  const judge = api.useMutation('post', '/api/calls/{call}/eligibility');
  const inForce = useRule(rule);
  const keys = [...new Set(rules.data?.map(({ key }) => key))];
  return (
    <section className="card stack">
      <h2>{t('bench')}</h2>
      {choose && <Labelled name={t('rule')}>{(id) => <Select id={id} value={rule} style={{ width: 240 }} onChange={choose} options={keys.map((value) => ({ value, label: value }))} />}</Labelled>}
      {inForce && (
        <p className="soft small">
          {inForce.source} · {inForce.version} · {inForce.inForceFrom} –
        </p>
      )}
      <p className="soft">{t('benchNote')}</p>
      <div className="halves">
        <FactFields clauses={clauses} facts={facts} onChange={setFacts} />
        <div className="stack" aria-live="polite">
          <div>
            <Button loading={judge.isPending} onClick={() => judge.mutate({ params: { path: { call } }, body: { facts } })}>
              {t('tryIt')}
            </Button>
          </div>
          {judge.data && <Explanation of={judge.data} />}
        </div>
      </div>
    </section>
  );
}
