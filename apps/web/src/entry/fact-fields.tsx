import { InputNumber, Radio, Select } from 'antd';
import { useLanguage } from '../words.js';
import { useRuleValue } from '../ui/rule-value.js';
import { clausesOf, useRule, type Clause } from './rules.js';
import { useAnswerWords } from './words.js';

export type Facts = Readonly<Record<string, string | number | boolean>>;

/** What the service knows by itself, and nobody states. */
const KNOWN = ['earlier-awards', 'other-entries-of-organisation', 'has-organisation'];
/** Metrics that are worked out from something simpler, which is what is asked. */
const ASKED_AS: Readonly<Record<string, Pick<Clause, 'metric' | 'zh' | 'en'>>> = { 'years-since-registration': { metric: 'registration-year', zh: '企业注册年份', en: 'The year the firm was registered' } };
/** The clauses of the rule in force, one for each metric: what someone is asked to state. */
export function useClauses(rule: string | undefined): readonly Clause[] {
  const found = useRule(rule);
  const asked = found ? clausesOf(found.root).filter(({ metric }) => !KNOWN.includes(metric)) : [];
  return [...new Map(asked.map((clause) => ({ ...clause, ...ASKED_AS[clause.metric] })).map((clause) => [clause.metric, clause])).values()];
}

/** The facts that a rule asks for, each as its clause needs it: a number, yes or no, one of several. */
export function FactFields({ clauses, facts, onChange, disabled = false }: { clauses: readonly Clause[]; facts: Facts; onChange: (facts: Facts) => void; disabled?: boolean }) {
  const [t, language, valueOf] = [useAnswerWords(), useLanguage(), useRuleValue()];
  const set = (metric: string, value: string | number | boolean | null) => {
    const { [metric]: _, ...rest } = facts;
    onChange(value === null ? rest : { ...rest, [metric]: value });
  };
  return (
    <div className="stack">
      {clauses.map((clause) => {
        const { metric, threshold, comparison, unit } = clause;
        const value = facts[metric];
        const id = `fact-${metric}`;
        return (
          <div key={metric} className="stack tight" style={{ alignItems: 'flex-start' }}>
            <label htmlFor={id} id={`${id}-label`}>
              {clause[language]}
            </label>
            {/* It is asked whether the condition holds, as it is worded. */}
            {typeof threshold === 'boolean' ? (
              <Radio.Group id={id} aria-labelledby={`${id}-label`} disabled={disabled} value={value ?? null} onChange={({ target }) => set(metric, target.value as boolean)} options={[{ value: threshold, label: t('yes') }, { value: !threshold, label: t('no') }]} />
            ) : comparison === 'one-of' || typeof threshold === 'string' ? (
              <Select id={id} allowClear disabled={disabled} style={{ minWidth: 240 }} value={typeof value === 'string' ? value : null} onChange={(chosen: string | undefined) => set(metric, chosen ?? null)} options={(Array.isArray(threshold) ? threshold : [threshold]).map((one) => ({ value: String(one), label: valueOf(one) }))} />
            ) : (
              <Quantity id={id} disabled={disabled} value={typeof value === 'number' ? value : null} unit={metric === 'registration-year' ? undefined : unit} onChange={(number) => set(metric, number)} />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** A figure in its unit; money is typed in yuan and kept in fen. */
function Quantity({ id, disabled, value, unit, onChange }: { id: string; disabled: boolean; value: number | null; unit: string | undefined; onChange: (value: number | null) => void }) {
  const fen = unit === 'fen';
  return <InputNumber id={id} disabled={disabled} value={value !== null && fen ? value / 100 : value} onChange={(typed) => onChange(typed !== null && fen ? Math.round(typed * 100) : typed)} style={{ width: 200 }} {...(fen && { prefix: '¥' })} />;
}
